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

test("COU-5 an assumption about the full cost is changed without a script, and its address says it", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/ville-temoin/costs?year=2024");
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toHaveText(/^Les caméras ont coûté au moins 1,86.M€ en 2024$/);
  await expect(page.getByRole("row", { name: /^Assurance/ }).first()).toContainText(
    "non communiqué",
  );
  await page.getByText("Changer les hypothèses").click();
  await page.getByRole("combobox", { name: "Durée d’amortissement" }).selectOption("5");
  await page.getByRole("combobox", { name: "Subventions" }).selectOption("net");
  await page.getByRole("button", { name: "Recalculer" }).click();
  expect(new URL(page.url()).searchParams.get("life")).toBe("5");
  await expect(finding).toHaveText(/1,7.M€ en 2024$/);
  await expect(page.getByText("tout amorti sur 5 ans", { exact: false }).first()).toBeVisible();
  await page.goto("/ville-temoin/costs?basis=planned&year=2025");
  await expect(finding).toHaveText(/^Le budget prévoit .* pour 2025$/);
  await page.goto("/ville-temoin/costs?year=2025&prices=constant&basis=planned");
  await expect(page.getByText("ne dit rien de 2025", { exact: false })).toBeVisible();
  await page.goto("/ville-temoin/costs?life=-3&key=%3Cscript%3E");
  await expect(finding).toHaveText(/1,86.M€ en 2024$/);
  // A year that is no year is refused here as on every other page, and in the files too.
  for (const path of ["costs", "costs.xlsx", "costs/spending.csv", "outcomes"]) {
    const answer = await context.request.get(`/ville-temoin/${path}?year=abc`);
    expect(answer.status(), path).toBe(404);
  }
  await context.close();
});

test("COU-6 the page on costs prints on A4 and comes as a workbook", async ({ page, request }) => {
  await page.goto("/ville-temoin/costs");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 794, height: 1123 });
  await expect(page.getByRole("button", { name: "Recalculer" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Sources de cette page" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^M-2015-07/ })).toBeVisible();
  const answer = await request.get("/en/ville-temoin/costs.xlsx?grants=net");
  expect(answer.headers()["content-type"]).toContain("spreadsheetml");
  expect(answer.headers()["content-disposition"]).toContain("ville-temoin-costs-2024.xlsx");
  expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");
  expect((await request.get("/nowhere/costs.xlsx")).status()).toBe(404);
});

test("COU-6 so do the other pages of figures, each with a link to its workbook", async ({
  page,
  request,
}) => {
  for (const name of [
    "outcomes",
    "indicators",
    "effects",
    "published-figures",
    "authorisations",
    "districts",
  ]) {
    await page.goto(`/en/ville-temoin/${name}`);
    const link = page.getByRole("link", { name: "This page as a workbook (XLSX)" });
    const answer = await request.get((await link.getAttribute("href")) ?? "");
    expect(answer.headers()["content-disposition"]).toContain(`ville-temoin-${name}.xlsx`);
    expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");
  }
  expect((await request.get("/ville-temoin/workbooks/credits.xlsx")).status()).toBe(404);
});

test("COU-6 and so do the pages of one thing, the first page and the card before a vote", async ({
  page,
  request,
}) => {
  const camera = await page
    .goto("/en/ville-temoin/map")
    .then(() => page.locator('a[href*="/en/ville-temoin/cameras/"]').first().getAttribute("href"));
  const named = { name: /as a workbook \(XLSX\)/ };
  for (const path of [
    "/en/ville-temoin",
    "/en/ville-temoin/indicators/relevance-rate",
    "/en/ville-temoin/districts/VT07",
    "/en/ville-temoin/effects/VT-E01",
    camera ?? "",
    "/en/ville-temoin/before-you-vote?district=VT07&cameras=2",
  ]) {
    await page.goto(path);
    const address = await page.getByRole("link", named).getAttribute("href");
    const answer = await request.get(address ?? "");
    expect(answer.headers()["content-type"], path).toContain("spreadsheetml");
    expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");
  }
  for (const missing of ["districts/VT99", "cameras/none", "effects/none", "costs/2024"]) {
    const answer = await request.get(`/ville-temoin/workbooks/${missing}.xlsx`);
    expect(answer.status(), missing).toBe(404);
  }
});

test("COU-7 a city without public accounts says what was published of its costs, and what is missing", async ({
  page,
}) => {
  await page.goto("/saint-etienne/costs");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Aucun compte");
  await expect(page.getByRole("heading", { name: /^19.403.€ par caméra et par an/ })).toBeVisible();
  await expect(page.getByText("seuls ses termes sont publiés", { exact: false })).toBeVisible();
  await expect(
    page.getByText("l’aménagement du centre de supervision", { exact: false }),
  ).toBeVisible();
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
