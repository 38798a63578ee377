import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { signedInAs } from "./people.ts";
import { address, barriersOf, expect, sidewaysScroll, test } from "./product.ts";

test.describe.configure({ timeout: 240_000, mode: "serial" });

const year = 2024;
const report = `/ville-temoin/committee/annual-report/${year}`;
const desk = `/ville-temoin/committee/annual-report-desk/${year}`;

test("COM-5 a report is begun from the registry, written by two, joined, published, read without a script, printed and taken away", async ({
  browser,
}) => {
  const member = await signedInAs(browser, "committee-member");
  const chair = await signedInAs(browser, "committee-chair");
  const anyone = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const reader = await anyone.newPage();
  expect((await reader.goto(report))?.status()).toBe(404);

  await member.goto("/ville-temoin/committee");
  await member.getByLabel("Année").selectOption(String(year));
  await member.getByRole("button", { name: "Commencer ce rapport" }).click();
  await expect(member).toHaveURL(new RegExp(`${desk}$`));
  expect(await barriersOf(member)).toEqual([]);
  await expect(member.getByText("La présidence du comité publie le rapport.")).toBeVisible();

  await chair.goto(desk);
  const key = "{{figure:cameras-in-service-2024}}";
  await member.locator("textarea[name=text-uses]").fill(`La ville a ${key} caméras.`);
  await member.getByRole("button", { name: "Enregistrer" }).click();
  await expect(member.getByText("Enregistré.", { exact: true })).toBeVisible();

  // The chair began from the empty draft: both texts stand side by side, and neither is lost.
  await chair.locator("textarea[name=text-uses]").fill("Trop de caméras.");
  await chair.locator("textarea[name=text-costs]").fill("Le coût n’est pas complet.");
  await chair.getByRole("button", { name: "Enregistrer" }).click();
  await expect(chair.getByText("Deux membres ont modifié le même passage")).toBeVisible();
  await expect(chair.getByText("Trop de caméras.").first()).toBeVisible();
  await expect(chair.locator("textarea[name=text-costs]")).toHaveValue(
    "Le coût n’est pas complet.",
  );
  await chair
    .locator("textarea[name=text-uses]")
    .fill(`La ville a ${key} caméras. Trop. <script>alert(1)</script>`);
  await chair.getByRole("button", { name: "Enregistrer" }).click();
  await expect(chair.getByText("Enregistré.", { exact: true })).toBeVisible();
  await chair.getByRole("button", { name: "Publier le rapport" }).click();
  await expect(chair.getByText("Publié. Le rapport est public")).toBeVisible();
  await chair.getByRole("link", { name: /^Lire la version publique/ }).click();
  await expect(chair).toHaveURL(new RegExp(`${report}$`));

  await reader.goto(report);
  await expect(
    reader.getByRole("heading", { level: 1, name: `Rapport annuel ${year}` }),
  ).toBeVisible();
  await expect(reader.getByText("Le coût n’est pas complet.")).toBeVisible();
  const cited = reader.locator("p", { hasText: "La ville a" }).locator("a");
  const value = (await cited.textContent()) ?? "";
  expect(Number(value.replace(/\D/g, ""))).toBeGreaterThan(100);
  await expect(reader.locator((await cited.getAttribute("href")) ?? "none")).toHaveText(
    "Caméras en service",
  );
  await expect(reader.getByText("L’interlocuteur à qui se plaindre.")).toHaveCount(2);
  await expect(reader.getByText(/trop petit pour être publié/).first()).toBeVisible();
  expect(await reader.content()).not.toContain("alert(1)");
  await reader.setViewportSize({ width: 360, height: 800 });
  expect(await sidewaysScroll(reader)).toBeLessThanOrEqual(0);

  const printed = await chair.pdf({ format: "A4" });
  expect(printed.subarray(0, 5).toString()).toBe("%PDF-");
  await chair.goto(report);
  expect(await barriersOf(chair)).toEqual([]);

  const taken = await reader.request.get(`${report}/report.odt?version=1`);
  expect(taken.headers()["content-type"]).toBe("application/vnd.oasis.opendocument.text");
  const content = strFromU8(unzipSync(await taken.body())["content.xml"] ?? new Uint8Array());
  expect(content).toContain("Le coût n’est pas complet.");
  expect(content).toContain(`La ville a ${value} caméras.`);

  const bytes = await (await reader.request.get(`${report}/report.json?version=1`)).body();
  const hash = createHash("sha256").update(bytes).digest("hex");
  await reader.goto(report);
  await expect(reader.getByText(hash).first()).toBeVisible();
  await reader.goto("/ville-temoin/evaluations");
  await expect(reader.getByRole("link", { name: `Rapport annuel ${year}` })).toBeVisible();
  await reader.goto("/transparency-log?city=ville-temoin&type=annual-report-published");
  await expect(reader.locator("tbody").getByText("Rapport annuel publié").first()).toBeVisible();
  expect(await (await reader.request.get("/sitemap.xml")).text()).toContain(report);
  expect((await reader.request.get(desk, { maxRedirects: 0 })).status()).not.toBe(200);
});

test("COM-6 a public report is revised with its reason: both versions stay, with what changed", async ({
  browser,
}) => {
  const chair = await signedInAs(browser, "committee-chair");
  await chair.goto(desk);
  await chair.getByLabel("Raison").fill("Un mot était de trop.");
  await chair.getByRole("button", { name: "Ouvrir une révision" }).click();
  await expect(chair.getByText("La révision est ouverte.")).toBeVisible();
  await chair.locator("textarea[name=text-costs]").fill("Le coût est un minimum.");
  await chair.getByRole("button", { name: "Enregistrer" }).click();
  await expect(chair.getByText("Enregistré.", { exact: true })).toBeVisible();
  await chair.getByRole("button", { name: "Publier le rapport" }).click();
  await expect(chair.getByText("Publié. Le rapport est public")).toBeVisible();
  await chair.getByRole("link", { name: /^Lire la version publique/ }).click();
  await expect(chair).toHaveURL(new RegExp(`${report}$`));
  await expect(async () => {
    await chair.goto(report);
    await expect(chair.getByText("Un mot était de trop.")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await chair.getByText("Ce qui change entre la version 1 et la version 2").click();
  await expect(chair.locator("del", { hasText: "complet" })).toBeVisible();
  await chair.goto(`${report}?version=1`);
  await expect(chair.getByText("Le coût n’est pas complet.")).toBeVisible();
  await expect(chair.getByText("remplacée depuis", { exact: false })).toBeVisible();
  expect(await barriersOf(chair)).toEqual([]);
});
