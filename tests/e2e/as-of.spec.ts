import { expect, test } from "./product.ts";

/** Pages of a city and where they are asked of: what was not yet there in an early release has no page in it. */
const pages = [
  ["", 1],
  ["/costs", 1],
  ["/outcomes", 1],
  ["/indicators", 1],
  ["/indicators/relevance-rate", 1],
  ["/effects", 1],
  ["/published-figures", 1],
  ["/authorisations", 1],
  ["/districts", 1],
  ["/data", 1],
  ["/before-you-vote", 1],
  ["/districts/VT03", 11],
  ["/cameras/VT-0003", 11],
  ["/effects/VT-E01", 11],
] as const;

for (const [path, release] of pages) {
  test(`/ville-temoin${path} is read as of release ${release}, and says so`, async ({ page }) => {
    const asked = (query: string) => page.goto(`/ville-temoin${path}${query}`);
    expect((await asked(`?release=${release}`))?.status()).toBe(200);
    await expect(page.getByText(`Vous lisez la version ${release},`)).toBeVisible();
    await asked("");
    await expect(page.getByText(`Vous lisez la version ${release},`)).toHaveCount(0);
    expect((await asked("?release=999"))?.status()).toBe(404);
  });
}

test("the card to take into a vote stays in its release when it is filled in", async ({ page }) => {
  await page.goto("/ville-temoin/before-you-vote?release=11");
  await page.locator("#field-camera").fill("VT-0003");
  await page.locator("main form button[type=submit]").first().click();
  await expect(page).toHaveURL(/[?&]release=11(?:&|$)/);
  await expect(page.locator("main")).toContainText("VT-0003");
  await expect(page.getByText("Vous lisez la version 11,")).toBeVisible();
});
