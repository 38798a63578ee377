import { readFile } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";
import { address, command, expect, test } from "./product.ts";

test.describe.configure({ mode: "serial" });

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("LOG-1 the acts are read by city and kind, and each has its proof", async ({ page }) => {
    await page.goto("/transparency-log");
    await page.locator("select[name=city]").selectOption("saint-etienne");
    await page.locator("select[name=type]").selectOption("import-applied");
    await page.getByRole("button", { name: "Afficher" }).click();
    expect(new URL(page.url()).search).toContain("city=saint-etienne");
    const rows = page.getByRole("row").filter({ hasText: "Import appliqué" });
    expect(await rows.count()).toBeGreaterThan(0);
    await expect(page.getByRole("row").filter({ hasText: "Ville-Témoin" })).toHaveCount(0);
    await rows.first().getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Entrée n°");
    const { root } = await (await page.request.get("/api/v1/log/head")).json();
    await expect(page.getByText(root)).toBeVisible();
    const absent = await page.goto("/transparency-log/99999999");
    expect(absent?.status()).toBe(404);
  });
});

test("LOG-2 the reader's own browser verifies an act, and the whole register", async ({ page }) => {
  await page.goto("/transparency-log/1");
  await page.getByRole("button", { name: "Vérifier cette entrée" }).click();
  await expect(page.locator("[data-result=holds]")).toHaveCount(3);
  await page.goto("/transparency-log");
  await page.getByRole("button", { name: "Vérifier tout le registre" }).click();
  await expect(page.locator("[data-result=whole]")).toContainText("Le registre est entier");
});

test("LOG-2 the reader's own browser finds out a false act", async ({ page }) => {
  await page.route("**/log/checkpoint", async (route) => {
    const note = await (await route.fetch()).text();
    const [origin, size, root = "", ...rest] = note.split("\n");
    const changed = root.startsWith("A") ? `B${root.slice(1)}` : `A${root.slice(1)}`;
    await route.fulfill({ body: [origin, size, changed, ...rest].join("\n") });
  });
  await page.goto("/transparency-log/1");
  await page.getByRole("button", { name: "Vérifier cette entrée" }).click();
  await expect(page.locator("[data-result=fails]")).toHaveCount(2);
  await page.goto("/transparency-log");
  await page.getByRole("button", { name: "Vérifier tout le registre" }).click();
  await expect(page.locator("[data-result=not-whole]")).toContainText("PAS entier");
});

/** As a superuser of the product's own PostgreSQL, who lifts the guards before. */
async function asSuperuser(statement: string): Promise<void> {
  const folder = process.env.PRODUCT_DATA_FOLDER ?? "";
  const { url } = JSON.parse(await readFile(path.join(folder, "connection.json"), "utf8"));
  const superuser = new URL(url);
  superuser.username = "postgres";
  const sql = postgres(superuser.toString(), { max: 1, onnotice: () => {} });
  await sql.begin(async (transaction) => {
    await transaction`SET LOCAL session_replication_role = replica`;
    await transaction.unsafe(statement);
  });
  await sql.end();
}

/** Text and hash agree: only what was published does not. */
const rewrite = (from: string, to: string) => `UPDATE audit_entry SET
  body = replace(body, '${from}', '${to}'),
  leaf_hash = sha256('\\x00'::bytea || convert_to(replace(body, '${from}', '${to}'), 'UTF8'))
  WHERE log_index = 0`;

test("LOG-3 the command verifies the register, and finds out what a superuser changed", async () => {
  test.setTimeout(90_000);
  const before = await command("verify-log", address);
  expect(before.out).toContain("The log is whole");
  expect(before.code).toBe(0);
  await asSuperuser(rewrite('"actor":"installation"', '"actor":"administrator"'));
  try {
    const tampered = await command("verify-log", address);
    expect(tampered.out).toContain("entry 0 is shown by the installation otherwise");
    expect(tampered.code).toBe(1);
  } finally {
    await asSuperuser(rewrite('"actor":"administrator"', '"actor":"installation"'));
  }
  expect((await command("verify-log", address)).code).toBe(0);
});
