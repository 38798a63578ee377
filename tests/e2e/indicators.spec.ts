import { expect, test } from "./product.ts";

test("COU-41 an indicator stands with its interval, formula, inputs, history and districts, and its numbers are taken away", async ({
  page,
  request,
}) => {
  await page.goto("/ville-temoin/indicators");
  const link = page.getByRole("link", { name: "Demandes où des images utiles ont été trouvées" });
  const row = page.getByRole("row").filter({ has: link });
  // 320 of 1,043; Wilson's interval at 95 %: 28.0 % to 33.5 %.
  await expect(row).toContainText(/30,7.%/);
  await expect(row).toContainText(/28,0.% – 33,5.%/);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/30,7.%/);
  await expect(page.getByText("demandes utiles ÷ demandes d’images")).toBeVisible();
  const inputs = page.getByRole("row").filter({ hasText: "numérateur" }).first();
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

test("COU-44 two years are said not to differ where chance suffices, and a published rate keeps its definition beside ours", async ({
  page,
}) => {
  await page.goto("/en/ville-temoin/indicators/requests-per-camera-year#years");
  await expect(
    page.getByText("2024 and 2023 do not differ by more than chance alone can produce."),
  ).toBeVisible();
  const tests = page.getByText("The numbers and the tests");
  await tests.click();
  await expect(page.getByText(/E-test: p = 0\.\d+/)).toBeVisible();
  await page.goto("/en/ville-temoin/indicators/solved-contribution-rate");
  const claim = page.getByRole("row").filter({ hasText: "Gendarmerie du Val-d’Oise" });
  await expect(claim).toContainText("40.5%");
  await expect(claim).toContainText("no: the numerator is not the same");
  const grenoble = page.getByRole("row").filter({ hasText: "5.9%" });
  await expect(grenoble).toContainText("another scope");
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

test("COU-43 a proposal is put on one A4 page: what is fixed, what it would cost, what is known of the place, with what to compare", async ({
  page,
}) => {
  await page.goto("/ville-temoin/before-you-vote");
  await page.getByLabel("Quartier").selectOption("La Petite-Écluse");
  await page.getByLabel("Nombre de caméras").fill("4");
  await page.getByLabel("Objectif").fill("Moins de vols <b>de véhicules</b>");
  await page.getByLabel("Indicateur", { exact: true }).selectOption("relevance-rate");
  await page.getByLabel("Seuil").fill("40 %");
  await page.getByRole("button", { name: "Faire la fiche" }).click();
  await expect(page).toHaveURL(/district=VT06.*cameras=4.*indicator=relevance-rate/);
  await expect(page.getByText("Une chose n’est pas encore fixée")).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Moins de vols <b>" })).toBeVisible();
  const cost = page.getByRole("region", { name: /coûterait en 5 ans/ });
  await expect(cost).toContainText(/Ce que ce vote décide.*70.080.€ à 77.380.€/);
  await expect(cost).toContainText(/Le coût complet.*107.610.€ à 122.680.€/);
  await expect(
    page.getByRole("region", { name: /À quoi comparer.*Les Ardoisières/ }),
  ).toBeVisible();
  await expect(page.getByText(/\d{3} faits constatés en 20\d\d dans le quartier/)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByLabel("Objectif")).toBeHidden();
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "screen" });
  await page.goto("/saint-etienne/before-you-vote?cameras=0&position=zz&evaluateOn=2020-01-01");
  await expect(page.getByText("Un nombre entier, de 1 à 500.")).toBeVisible();
  await expect(page.getByText("Une date à venir, dans les dix ans.")).toBeVisible();
  await expect(page.getByText("Aucun prix d’une autre ville n’est mis à la place")).toBeVisible();
});
