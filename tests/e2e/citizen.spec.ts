import { barriersOf, expect, test } from "./product.ts";

test("CIT-1 a city's page says what is known and what is missing", async ({ page }) => {
  await page.goto("/saint-etienne");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "435 caméras annoncées, aucune liste publiée",
  );
  const missing = page.getByRole("heading", { name: "Ce qui manque" });
  await expect(missing).toBeVisible();
  await expect(page.getByText("La liste des caméras")).toBeVisible();
  await expect(page.getByRole("row", { name: /DS-2025-1230/ })).toContainText("13 juin 2030");
});

test("CIT-2 the filters of the map are in its address", async ({ page, context }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/ville-temoin/map");
  await expect(page.getByRole("heading", { name: /caméras dans la vue/ })).toBeVisible();
  await page.getByText("Filtrer", { exact: true }).first().click();
  await page.locator("summary").filter({ hasText: "État" }).first().click();
  await page.getByRole("checkbox", { name: /prévue/ }).check();
  await expect(page).toHaveURL(/status=planned/);
  const shown = await page.getByRole("heading", { name: /dans la vue/ }).textContent();
  const other = await context.newPage();
  await other.setViewportSize({ width: 1440, height: 900 });
  await other.goto(page.url());
  await expect(other.getByRole("heading", { name: /dans la vue/ })).toHaveText(shown ?? "");
});

test("CIT-2 a search brings what it finds into view, and a shared view stays as it was shared", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const zoom = () => Number(new URL(page.url()).searchParams.get("at")?.split(",")[2]);
  await page.goto("/ville-temoin/map");
  await expect(page).toHaveURL(/at=/);
  const whole = zoom();
  const answer = await page.request.get("/api/v1/cities/ville-temoin/cameras?q=VT-0003");
  const [found] = (await answer.json()).features;
  await page.getByRole("searchbox").fill(found.id);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "1 caméra dans la vue" })).toBeVisible();
  await expect.poll(zoom).toBeGreaterThan(whole + 2);
  const [latitude, longitude] =
    new URL(page.url()).searchParams.get("at")?.split(",").map(Number) ?? [];
  expect(Math.abs((latitude ?? 0) - found.geometry.coordinates[1])).toBeLessThan(0.01);
  expect(Math.abs((longitude ?? 0) - found.geometry.coordinates[0])).toBeLessThan(0.01);
  await page.goto(`/ville-temoin/map?q=${found.id}&at=46.00000,-8.50000,12`);
  await expect(page.getByRole("heading", { name: "1 caméra dans la vue" })).toBeVisible();
  expect(zoom()).toBe(12);
});

test.describe("with scripts switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("CIT-3 the list twin of the map is complete and leads to each sheet", async ({ page }) => {
    await page.goto("/ville-temoin/map");
    await expect(page.getByText("400 caméras correspondent")).toBeVisible();
    await page.getByRole("link", { name: "Page suivante" }).click();
    await expect(page.getByText("Page 2 sur 8")).toBeVisible();
    await page.getByRole("link", { name: "VT-0051" }).click();
    await expect(page).toHaveURL(/\/cameras\/VT-0051$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("CIT-3 the filter is a plain form", async ({ page }) => {
    await page.goto("/ville-temoin/map?status=planned");
    await expect(page.getByText(/^\d+ caméras correspondent\.$/)).toBeVisible();
    await expect(page.getByText("400 caméras correspondent")).toHaveCount(0);
  });
});

test("CIT-4 a sheet gives each fact its source, the law, the cost and the use of footage", async ({
  page,
}) => {
  await page.goto("/ville-temoin/cameras/VT-0003");
  for (const name of [
    "Ce que l’on sait",
    "Ce que dit l’arrêté",
    "Ce qu’elle coûte",
    "Combien de temps elle est regardée",
    "À quoi ont servi ses images",
    "Sources de cette page",
  ]) {
    await expect(page.getByRole("heading", { name })).toBeVisible();
  }
  const mark = page.getByRole("link", { name: /^Source \d+$/ }).first();
  const target = await mark.getAttribute("href");
  await expect(page.locator(target ?? "#none")).toBeVisible();
  await expect(
    page.getByText("Les demandes d’images ne sont pas connues caméra par caméra."),
  ).toBeVisible();
  const watching = page.locator("section", { has: page.locator("#watching") });
  await expect(watching).toContainText(/En 2024.+heure/);
  await expect(watching).toContainText("C’est le temps d’une caméra, pas d’une personne");
  await expect(watching.getByRole("link", { name: /^Source \d+$/ })).toBeVisible();
  const record = await page.getByRole("link", { name: /GeoJSON/ }).getAttribute("href");
  expect((await (await page.request.get(record ?? "")).json()).id).toBe("VT-0003");
  await page.getByRole("link", { name: "Citer ou intégrer cette caméra" }).click();
  await expect(page.getByRole("textbox", { name: /caméra/ })).toHaveValue("VT-0003");
});

test("CIT-5 a camera chosen with the keyboard leads on to its sheet, and closing it back to the list", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/ville-temoin/map");
  await page.getByRole("button", { name: /^VT-0003 / }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Tout savoir de VT-0003" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /dans la vue/ })).toBeFocused();
});

test("CIT-5 the map page is walked with the keyboard, and every control has a name", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/ville-temoin/map");
  await expect(page.getByRole("heading", { name: /caméras dans la vue/ })).toBeVisible();
  const names: string[] = [];
  for (let step = 0; step < 45; step++) {
    await page.keyboard.press("Tab");
    names.push(
      await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement | null;
        const label = focused?.getAttribute("aria-label") ?? "";
        const labels = (focused as HTMLInputElement | null)?.labels;
        return label || labels?.[0]?.textContent || focused?.textContent || "";
      }),
    );
  }
  expect(names.every((name) => name.trim() !== "")).toBe(true);
  expect(names.some((name) => name.includes("VT-0001"))).toBe(true);
  expect(await barriersOf(page)).toEqual([]);
});

test("CIT-7 the language changes and the page stays", async ({ page }) => {
  await page.goto("/ville-temoin/cameras/VT-0003");
  await page.getByRole("link", { name: "EN", exact: true }).click();
  await expect(page).toHaveURL(/\/en\/ville-temoin\/cameras\/VT-0003$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "FR", exact: true }).click();
  await expect(page).toHaveURL(/\d\/ville-temoin\/cameras\/VT-0003$/);
});

test("CIT-8 what does not exist is said without a script too", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/ville-temoin/cameras/none");
  await expect(
    page.getByRole("heading", { level: 1, name: "Il n’y a rien à cette adresse." }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Contrechamp" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Les villes de ce registre");
  await context.close();
});

for (const path of [
  "/nowhere",
  "/ville-temoin/cameras/none",
  "/ville-temoin/districts/none",
  "/a/b/c",
]) {
  test(`CIT-8 ${path} does not exist, is said so, and leads back`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Il n’y a rien à cette adresse",
    );
    await page.getByRole("link", { name: "Revenir à l’accueil" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Les villes de ce registre");
  });
}
