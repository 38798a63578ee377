import {
  acceptInvitation,
  enterAs,
  followSignInLink,
  invitedByOperator,
  linkSentTo,
  setUpSecondFactor,
  withoutScripts,
} from "./people.ts";
import { barriersOf, command, expect, sidewaysScroll, test } from "./product.ts";

test.describe.configure({ timeout: 120_000 });

test("ACC-1 invited, an account is opened, entered by the e-mailed link, guarded by a second factor, all without a script", async ({
  browser,
}) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  const email = "acc-1@exemple.fr";
  const link = await invitedByOperator(email, "moderator");
  await acceptInvitation(page, link, "Zoé d’Été");
  await expect(page.getByText("Votre compte est prêt.")).toBeVisible();
  await page.goto(link);
  await expect(
    page.getByRole("heading", { name: "Cette invitation n’est plus valable" }),
  ).toBeVisible();

  await followSignInLink(page, email);
  await setUpSecondFactor(page);
  const codes = await page
    .getByRole("list", { name: "Codes de secours" })
    .getByRole("listitem")
    .all();
  expect(codes).toHaveLength(10);
  const recovery = await codes[0]?.textContent();
  await page.getByRole("button", { name: "Je les ai notés" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Zoé d’Été" })).toBeVisible();
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });

  await page.getByRole("button", { name: "Se déconnecter" }).click();
  expect(await context.cookies()).toEqual([]);
  await followSignInLink(page, email);
  await page.getByLabel("Code à six chiffres, ou code de secours").fill("000000");
  await page.getByRole("button", { name: "Valider" }).click();
  await expect(page.getByText("Ce code n’est pas le bon")).toBeVisible();
  await page.getByLabel("Code à six chiffres, ou code de secours").fill(recovery ?? "");
  await page.getByRole("button", { name: "Valider" }).click();
  await expect(page.getByText("Il vous reste 9 codes de secours.")).toBeVisible();
  await context.close();
});

test("ACC-2 a role revoked is refused at the next request, in a session that goes on being open", async ({
  page,
}) => {
  const email = "acc-2@exemple.fr";
  const link = await invitedByOperator(email, "administrator");
  await acceptInvitation(page, link, "Camille Arnaud");
  await followSignInLink(page, email, "/ville-temoin/administration");
  await setUpSecondFactor(page);
  await page.getByRole("button", { name: "Je les ai notés" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Qui fait quoi" })).toBeVisible();
  await command("admin", "revoke", email, "--city", "ville-temoin", "--role", "administrator");
  await page.reload();
  await expect(page).toHaveURL(/\/account\/sign-in/);
  // The same answer as for an address that was never invited.
  await page.getByLabel("Votre adresse électronique").fill(email);
  await page.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
  await expect(page.getByText("Si cette adresse est celle d’un compte")).toBeVisible();
});

test("ACC-3 an administrator invites, sees who holds what, withdraws and revokes; in French and English, small and dark", async ({
  page,
  browser,
}) => {
  const failures: string[] = [];
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  await enterAs(page, "administrator");
  await page.getByRole("link", { name: "Administrer Ville-Témoin" }).click();
  await page.getByLabel("Adresse électronique").fill("acc-3@exemple.fr");
  await page.getByLabel(/^Responsable des données/).check();
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(page.getByText("Invitation envoyée.")).toBeVisible();
  const invitations = page.getByRole("table", { name: "Invitations en attente" });
  await expect(invitations).toContainText("acc-3@exemple.fr");
  for (const [width, colorScheme] of [
    [360, "light"],
    [1440, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await barriersOf(page)).toEqual([]);
  }
  const invited = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await acceptInvitation(invited, await linkSentTo("acc-3@exemple.fr", "invitation"), "Paul Rive");
  await page.goto("/en/ville-temoin/administration");
  const row = page.getByRole("row", { name: /Paul Rive/ });
  await row.getByRole("button", { name: "Revoke from Paul Rive" }).click();
  await expect(page.getByText("Role revoked.")).toBeVisible();
  await expect(page.getByRole("table", { name: "Past roles" })).toContainText("Paul Rive");
  expect(failures).toEqual([]);
});

test("ACC-4 each person of the fictional city enters, closes another session, and is kept out of what is not theirs", async ({
  page,
  browser,
}) => {
  await enterAs(page, "data-officer");
  await expect(page.getByRole("heading", { level: 1, name: "Hugo Lestang" })).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  const refused = await page.goto("/ville-temoin/administration");
  expect(refused?.status()).toBe(403);
  const elsewhere = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await followSignInLink(elsewhere, "data-officer@ville-temoin.example");
  await page.goto("/account");
  await page.getByRole("button", { name: "Fermer toutes les autres sessions" }).click();
  await expect(page.getByText("Les autres sessions sont fermées.")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/account\/sign-in/);
});
