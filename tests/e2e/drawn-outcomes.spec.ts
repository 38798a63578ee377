import { expect, test } from "./product.ts";

test("COU-12 outcomes are drawn with their tables and files, and a district's gaps are no zeros", async ({
  page,
}) => {
  await page.goto("/ville-temoin/outcomes");
  const funnel = page.getByRole("figure", { name: /^De 1.043 \(images demandées\) à 144/ });
  await expect(funnel.getByRole("img").last()).toBeVisible();
  await expect(
    page.getByRole("figure", { name: /151 demandes d’images en 2015, 1.043 en 2024/ }),
  ).toBeVisible();
  const csv = funnel.getByRole("link", { name: "CSV" });
  const numbers = await page.request.get((await csv.getAttribute("href")) ?? "");
  expect(await numbers.text()).toMatch(/Images demandées,1043,,,.*\r\nImages disponibles,883,\d/);
  const uses = await page.request.get("/ville-temoin/outcomes/use-requests.csv");
  expect(await uses.text()).toMatch(/2024,.*,2\.94/);
  await page.goto("/ville-temoin/districts/VT07");
  const offences = page.getByRole("figure", { name: /les faits enregistrés qui peuvent être lus/ });
  await offences.getByText("Tableau").click();
  const rows = offences.getByRole("row").filter({ hasText: "non diffusé" });
  expect(await rows.count()).toBeGreaterThan(0);
  await expect(offences).toContainText("Un trou n’est pas un zéro");
});

test("COU-13 districts stand in the order of their names, against the whole city", async ({
  page,
}) => {
  await page.goto("/en/ville-temoin/districts");
  const table = page.getByRole("table", { name: "Cameras, inhabitants and area of the districts" });
  const names = await table.getByRole("rowheader").allTextContents();
  expect(names).toHaveLength(12);
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "fr")));
  const drawn = page.getByRole("figure", {
    name: "Cameras in service per thousand inhabitants, district by district",
  });
  await expect(drawn.getByText("Ville-Témoin: 4.32").first()).toBeVisible();
  await page.getByRole("link", { name: "La Gare-Basse" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("La Gare-Basse");
});

test("COU-14 the year is drawn month by month and by category, with its files, and a district's categories", async ({
  page,
}) => {
  await page.goto("/ville-temoin/outcomes?year=2023");
  const months = page.getByRole("figure", { name: /^Images demandées : de .* par mois en 2023/ });
  await months.getByText("Tableau").click();
  await expect(months.getByRole("row").filter({ hasText: "janv." }).first()).toBeVisible();
  const csv = await months.getByRole("link", { name: "CSV" }).getAttribute("href");
  const numbers = await (await page.request.get(csv ?? "")).text();
  // Twelve months of the year, and twelve of the year before.
  expect(numbers.trim().split("\r\n")).toHaveLength(1 + 24);
  const categories = page.getByRole("figure", { name: /demandes d’images en 2023/ });
  await expect(categories.getByRole("img").last()).toBeVisible();
  const results = page.getByRole("table", { name: /par catégorie et résultat, 2023/ });
  await expect(results.getByRole("columnheader", { name: "Images utiles trouvées" })).toBeVisible();
  const embed = await months.getByRole("link", { name: "Intégrer" }).getAttribute("href");
  await page.goto(embed ?? "");
  await expect(page.locator('select[name="figure"]')).toHaveValue("outcomes/request-months");
  await page.goto("/ville-temoin/districts/VT07");
  await expect(
    page.getByRole("figure", { name: /^Les demandes d’images de 20\d\d par catégorie/ }),
  ).toBeVisible();
});

test("COU-15 the ends of orders and published figures are drawn with their tables and files", async ({
  page,
}) => {
  await page.goto("/ville-temoin/authorisations");
  const ends = page.getByRole("figure", { name: /^\d+ arrêtés finissent d’ici au / });
  const csv = await ends.getByRole("link", { name: "CSV" }).getAttribute("href");
  expect(await (await page.request.get(csv ?? "")).text()).toContain("Déjà échus");
  const svg = await ends.getByRole("link", { name: "Image SVG" }).getAttribute("href");
  expect((await page.request.get(svg ?? "")).headers()["content-type"]).toContain("svg");
  await page.goto("/saint-etienne/published-figures");
  const figures = page.getByRole("figure", { name: /ruptures? de définition/ }).first();
  const said = await figures.getByRole("link", { name: "CSV" }).getAttribute("href");
  expect((await page.request.get(said ?? "")).status()).toBe(200);
  const embed = await figures.getByRole("link", { name: "Intégrer" }).getAttribute("href");
  await page.goto(embed ?? "");
  await expect(page.locator('select[name="figure"]')).toHaveValue(/^published-figures\/over-time-/);
});
