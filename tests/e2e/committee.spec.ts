import type { Page } from "@playwright/test";
import { signedInAs } from "./people.ts";
import { address, barriersOf, expect, sidewaysScroll, test } from "./product.ts";

test.describe.configure({ timeout: 180_000 });

const body = "Le comité a entendu le centre de supervision.";

async function complete(page: Page, text: string): Promise<void> {
  await page.locator("textarea[name=body]").fill(text);
  await page.getByLabel("Avis du comité").selectOption("favourable-with-reservations");
  for (const aspect of ["Utilité", "Proportionnalité", "Coût"]) {
    const group = page.getByRole("group", { name: aspect, exact: true });
    await group.getByLabel("Appréciation").selectOption("fair");
    await group.getByLabel("Raisons").fill(`Raisons : ${aspect}.`);
  }
}

test("COM-1 COM-2 COM-3 an opinion is drafted by two, joined, voted, published, read without a script and answered", async ({
  browser,
}) => {
  const member = await signedInAs(browser, "committee-member");
  const chair = await signedInAs(browser, "committee-chair");
  const title = "Les caméras de la place du marché";

  await member.goto("/ville-temoin/committee");
  await member.getByLabel("Titre").fill(title);
  await member.getByRole("button", { name: "Ouvrir le brouillon" }).click();
  await expect(member).toHaveURL(/\/committee\/les-cameras-de-la-place-du-marche/);
  const desk = new URL(member.url()).pathname;
  expect(await barriersOf(member)).toEqual([]);

  await chair.goto(desk);
  await complete(member, body);
  await member.getByRole("button", { name: "Enregistrer" }).click();
  await expect(member.getByText("Enregistré.", { exact: true })).toBeVisible();

  // The chair began from the empty draft: both texts stand side by side, and neither is lost.
  await chair.locator("textarea[name=body]").fill("Un autre texte.");
  await chair.getByRole("button", { name: "Enregistrer" }).click();
  await expect(chair.getByText("Deux membres ont modifié le même passage")).toBeVisible();
  await expect(chair.getByText("Un autre texte.").first()).toBeVisible();
  await chair
    .locator("textarea[name=body]")
    .fill(`${body}\n\nUn autre texte. <script>alert(1)</script>`);
  await chair.getByRole("button", { name: "Enregistrer" }).click();
  await expect(
    chair.getByText("Rien ne manque pour soumettre ce brouillon au vote."),
  ).toBeVisible();
  await chair.getByRole("button", { name: "Soumettre au vote" }).click();
  await expect(chair.getByText("le texte ne change plus")).toBeVisible();

  for (const page of [member, chair]) {
    await page.goto(desk);
    await page.getByRole("radio", { name: /^pour/ }).check();
    await page.getByRole("button", { name: "Voter" }).click();
    await expect(page.getByText("Votre vote est enregistré.")).toBeVisible();
  }
  await chair.getByRole("button", { name: "Clore le vote" }).click();
  await expect(chair.getByText("Adopté.")).toBeVisible();
  await chair.getByRole("button", { name: "Publier" }).click();
  await expect(chair.getByText("Publié. L’avis est public à cette adresse.")).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const reader = await context.newPage();
  const shown = desk.replace("/committee/", "/evaluations/");
  await reader.goto(shown);
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(reader.getByText(body)).toBeVisible();
  await expect(reader.getByText("2 voix pour")).toBeVisible();
  expect(await reader.content()).not.toContain("alert(1)</script>");
  await reader.goto("/ville-temoin/evaluations");
  await expect(reader.getByRole("link", { name: title })).toBeVisible();
  await reader.goto("/ville-temoin");
  await expect(reader.getByRole("heading", { name: "Ce qu’en pense le comité" })).toBeVisible();
  await expect(reader.getByRole("link", { name: title })).toBeVisible();

  const respondent = await signedInAs(browser, "city-respondent");
  await respondent.goto(desk);
  await respondent.getByLabel("Réponse de la ville").fill("La ville prend acte.");
  await respondent.getByRole("button", { name: "Publier la réponse" }).click();
  await expect(respondent.getByText("La réponse est publiée.")).toBeVisible();
  await reader.goto(shown);
  await expect(reader.getByText("La ville prend acte.")).toBeVisible();
  await reader.setViewportSize({ width: 360, height: 800 });
  expect(await sidewaysScroll(reader)).toBeLessThanOrEqual(0);
  expect(await barriersOf(respondent)).toEqual([]);
});

test("COM-4 nobody else enters the committee's workspace", async ({ page, browser }) => {
  await page.goto("/ville-temoin/committee");
  await expect(page).toHaveURL(/\/account\/sign-in/);
  const officer = await signedInAs(browser, "data-officer");
  const answer = await officer.goto("/ville-temoin/committee");
  expect(answer?.status()).toBe(403);
});
