import { expect, test } from "./product.ts";

test("COU-10 a study concludes in careful words, or says first why it cannot, and its charts are taken away", async ({
  page,
}) => {
  await page.goto("/ville-temoin/effects");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "4 études avant/après déclarées\u202f: 2 permettent de conclure",
  );
  const refused = page.getByRole("region", { name: /Dégradations au Champ-des-Cordes/ });
  await expect(refused).toContainText("Ces chiffres ne permettent pas de conclure");
  await expect(refused).toContainText("7 raisons empêchent de conclure");
  await expect(refused.getByRole("figure")).toHaveCount(2);
  await page
    .getByRole("region", { name: /Vols de véhicules/ })
    .getByRole("link", { name: "Tous les chiffres de l’étude, son protocole et ses fichiers" })
    .click();
  await expect(page).toHaveURL(/\/ville-temoin\/effects\/VT-E01$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^24.% de faits en moins/);
  await expect(page.getByText("l’intervalle contient la valeur plantée")).toBeVisible();
  await expect(page.getByText(/\bcause[ns]?\b/).first()).toContainText(
    "ne permet pas de dire que les caméras en sont la cause",
  );
  const effect = page.getByRole("figure", { name: "L’intervalle exclut l’absence de différence" });
  const csv = effect.getByRole("link", { name: "CSV" });
  const numbers = await page.request.get((await csv.getAttribute("href")) ?? "");
  expect(numbers.headers()["content-type"]).toContain("text/csv");
  expect(await numbers.text()).toContain("Variance doublée (retenue),1.31");
  const png = effect.getByRole("link", { name: "Image PNG" });
  const picture = await page.request.get((await png.getAttribute("href")) ?? "");
  expect((await picture.body()).subarray(1, 4).toString("latin1")).toBe("PNG");
});

test("COU-11 a city without a study says what one would take", async ({ page }) => {
  await page.goto("/en/saint-etienne/effects");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "No before-and-after study has been declared",
  );
  await expect(page.getByText("at least one control district comparable")).toBeVisible();
  await expect(page.getByRole("figure")).toHaveCount(0);
});
