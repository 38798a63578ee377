import { expect, test } from "./product.ts";

test("COU-41 an indicator stands with its interval, formula, inputs, history and districts, and its numbers are taken away", async ({
  page,
  request,
}) => {
  await page.goto("/ville-temoin/indicators");
  const row = page.getByRole("row").filter({ hasText: "Demandes où des images utiles" });
  // 320 of 1,043; Wilson's interval at 95 %: 28.0 % to 33.5 %.
  await expect(row).toContainText(/30,7.%/);
  await expect(row).toContainText(/28,0.% – 33,5.%/);
  await row.getByRole("link", { name: /Demandes où/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/30,7.%/);
  await expect(page.getByText("demandes utiles ÷ demandes d’images")).toBeVisible();
  const inputs = page.getByRole("row").filter({ hasText: "numérateur" });
  await expect(inputs).toContainText("320");
  const districts = page.getByRole("figure").filter({ hasText: "quartier" }).last();
  await expect(districts.getByText("Tableau")).toBeVisible();
  const csv = await request.get("/ville-temoin/indicators/relevance-rate/history.csv");
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toMatch(/2024,.*30\.68/);
  const picture = await request.get("/ville-temoin/indicators/relevance-rate/districts.png");
  expect([...(await picture.body()).subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  expect((await request.get("/ville-temoin/indicators/efficiency")).status()).toBe(404);
  expect((await request.get("/ville-temoin/indicators/relevance-rate?release=0")).status()).toBe(
    404,
  );
});

test("COU-42 Saint-Étienne’s 7.8, 3.2 and 2.5 requests per camera are shown refused, and what is missing is named", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/saint-etienne/indicators/requests-per-camera-year");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("ne peut pas être calculé");
  await expect(
    page.getByText("demandes d’images\u202f: aucune donnée dans cette version"),
  ).toBeVisible();
  await expect(page.getByText("7,8, puis 3,2, puis 2,5")).toBeVisible();
  await expect(page.getByText("l’un des deux ne dit pas son périmètre").first()).toBeVisible();
  await page.goto("/saint-etienne/indicators/cost-per-camera-year");
  await expect(page.getByText(/19.403.€/).first()).toBeVisible();
  await context.close();
});
