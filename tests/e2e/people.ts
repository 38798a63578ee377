import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { codeOfNow } from "#tests/integration/accounts/code-of-now.ts";
import { address, command, expect } from "./product.ts";

/** The last message to an address that the product wrote to its folder. */
async function lastMessageTo(email: string): Promise<string> {
  const folder = path.join(process.env.PRODUCT_DATA_FOLDER ?? "", "mail");
  const names = (await readdir(folder).catch(() => [])).sort().reverse();
  for (const name of names) {
    const text = await readFile(path.join(folder, name), "utf8");
    if (text.includes(`To: ${email}\n`)) return text;
  }
  return "";
}

/** The link of a message that comes within a few seconds. */
export async function linkSentTo(email: string, kind: "invitation" | "confirm"): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const message = await lastMessageTo(email);
    link = new RegExp(`http\\S+/account/\\S*${kind}\\S+`).exec(message)?.[0];
    expect(link).toBeDefined();
  }).toPass();
  return link ?? "";
}

/** Reading and filling in as somebody without JavaScript does. */
export async function withoutScripts(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled: false, locale: "fr-FR", baseURL: address });
}

export async function acceptInvitation(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Votre nom").fill(name);
  await page.getByLabel("Votre qualité").fill("Élue du conseil municipal");
  await page.getByRole("button", { name: "Accepter et ouvrir mon compte" }).click();
}

export async function followSignInLink(page: Page, email: string, next = "/account") {
  await page.goto(`/account/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("Votre adresse électronique").fill(email);
  await page.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
  await expect(page.getByText("Regardez votre messagerie")).toBeVisible();
  await page.goto(await linkSentTo(email, "confirm"));
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
}

/** Scans, as far as a test can: copies the secret that the page shows, and gives the code of the moment. */
export async function setUpSecondFactor(page: Page): Promise<string> {
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code à six chiffres").fill(await codeOfNow(secret));
  await page.getByRole("button", { name: "Valider" }).click();
  await expect(page.getByRole("heading", { name: "Vos codes de secours" })).toBeVisible();
  return secret;
}

/**
 * A browser of its own in which one of the fictional city's people is signed in. A link, or a code, that another test takes
 * at the same moment is of no use here: one asks for another.
 */
export async function signedInAs(browser: Browser, role: string): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", baseURL: address });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await expect(async () => {
    await context.clearCookies();
    await enterAs(page, role);
    // A code that another has just used is refused at once: no need to wait for what will not come.
    await expect(page).toHaveURL(/\/account($|\/second-factor\?problem=)/);
    expect(page.url()).toMatch(/\/account$/);
  }).toPass({ timeout: 120_000, intervals: [1_000, 10_000, 30_000] });
  return page;
}

/** Signed in as one of the fictional city's people, with the second factor given. */
export async function enterAs(page: Page, role: string): Promise<void> {
  const tried = await command("admin", "try", role);
  const link = /http\S+/.exec(tried.out)?.[0] ?? "";
  const codes = [...tried.out.matchAll(/\b(\d{6}) until (\d\d:\d\d:\d\d)/g)];
  await page.goto(link);
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  // The code must still be right when it arrives.
  const soon = new Date(Date.now() + 2_000).toLocaleTimeString("fr-FR", { hour12: false });
  const code = codes.find(([, , until = ""]) => until > soon)?.[1] ?? "";
  await page.getByLabel("Code à six chiffres, ou code de secours").fill(code);
  await page.getByRole("button", { name: "Valider" }).click();
}

/** Invited from the command line, to Ville-Témoin. */
export async function invitedByOperator(email: string, role: string): Promise<string> {
  const sent = await command("admin", "invite", email, "--city", "ville-temoin", "--role", role);
  expect(sent.errors).toBe("");
  return linkSentTo(email, "invitation");
}
