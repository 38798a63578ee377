import { expect, test } from "./product.ts";

test("COU-1 a year's spending stands over the cameras in service in that year, with what is missing", async ({
  page,
}) => {
  await page.goto("/ville-temoin");
  const row = page.getByRole("row").filter({ hasText: "2024" }).filter({ hasText: "assurance" });
  await expect(row).toContainText("4 976 €".replace(" ", "\u202f").replace(" €", "\u00a0€"));
  await expect(
    page.getByText("Ce n’est pas un coût complet", { exact: false }).first(),
  ).toBeVisible();
});

test("COU-2 the share of useful footage carries its interval", async ({ page }) => {
  await page.goto("/ville-temoin");
  const row = page.getByRole("row").filter({ hasText: /1.043/ });
  // 320 of 1,043; Wilson's interval at 95 %: 28.0 % to 33.5 %.
  await expect(row).toContainText(/30,7.%/);
  await expect(row).toContainText(/28,0.% – 33,5.%/);
});

test("COU-3 a sheet and a district print on A4 with their figures and sources", async ({
  page,
}) => {
  for (const path of ["/ville-temoin/cameras/VT-0003", "/ville-temoin/districts/VT03"]) {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await expect(page.getByRole("heading", { name: "Sources de cette page" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("navigation").first()).toBeHidden();
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.byteLength).toBeGreaterThan(10_000);
  }
});

test("COU-4 the page on costs draws what was paid, and its numbers and picture can be taken away", async ({
  page,
  request,
}) => {
  await page.goto("/ville-temoin/costs");
  const chart = page.getByRole("figure", { name: "Ce qui a été payé chaque année" });
  await expect(chart.getByRole("img").first()).toBeVisible();
  const csv = await request.get(
    (await chart.getByRole("link", { name: "CSV" }).getAttribute("href")) ?? "",
  );
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(csv.headers()["content-disposition"]).toContain("ville-temoin-spending.csv");
  const rows = (await csv.text()).trim().split("\r\n");
  expect(rows).toHaveLength(1 + 10 * 3);
  expect(rows.filter((row) => row.startsWith("2024,Lignes sans montant,,"))).toHaveLength(1);
  const picture = await request.get("/en/ville-temoin/costs/spending.png");
  expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG");
  const drawing = await request.get("/ville-temoin/costs/spending.svg");
  expect(await drawing.text()).toContain("Ce qui a été payé chaque année");
  expect((await request.get("/ville-temoin/costs/nothing.csv")).status()).toBe(404);
  expect((await request.get("/ville-temoin/costs/spending.exe")).status()).toBe(404);
});

test("JOU-1 each source has its publisher, licence and attribution", async ({ page }) => {
  await page.goto("/credits");
  const order = page.getByRole("listitem").filter({ hasText: "recueil des actes administratifs" });
  await expect(order).toContainText("Aucune licence indiquée");
  await expect(page.getByText("react-leaflet est sous licence Hippocratic 2.1")).toBeVisible();
});

test("JOU-2 figures are explained by the code that computes them", async ({ page }) => {
  await page.goto("/methodology#wilson-interval");
  await expect(page.locator("#wilson-interval")).toBeVisible();
  await expect(page.getByText("domain/statistics/wilson-interval.ts")).toBeVisible();
});

test("JOU-3 every page of the fictional city says that it is fictional", async ({ page }) => {
  for (const path of [
    "/ville-temoin",
    "/ville-temoin/map",
    "/ville-temoin/cameras/VT-0003",
    "/ville-temoin/districts/VT03",
  ]) {
    await page.goto(path);
    await expect(page.getByText("Ville fictive, données fictives")).toBeVisible();
  }
  await page.goto("/saint-etienne");
  await expect(page.getByText("Ville fictive")).toHaveCount(0);
});
