import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { attemptLimits } from "#domain/actor/account-limits.ts";
import { ensureBuild } from "#server/build/next-build.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { killAll, type ProductProcess, startProduct } from "../server/product-process.ts";
import { codeOfNow } from "./code-of-now.ts";
import { MailHouse } from "./outside-world.ts";
import { VisitorBrowser } from "./visitor-browser.ts";

/** What the whole product notes of what happens at its doors, and what it does not. */
const ORIGIN = "https://contrechamp.example";
const SESSION = "__Host-contrechamp-session";
const EMAIL = "journal@exemple.fr";
const mail = new MailHouse();
let folder: string;
let file: string;
let product: ProductProcess;
let variables: Record<string, string>;

beforeAll(async () => {
  await ensurePrismaClient();
  await ensureBuild();
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-security-log-"));
  file = path.join(folder, "security.log");
  variables = {
    CONTRECHAMP_DATA_FOLDER: folder,
    PUBLIC_ORIGIN: ORIGIN,
    SMTP_URL: await mail.open(),
    SECURITY_LOG: file,
  };
  product = await startProduct(variables);
}, 300_000);

afterAll(async () => {
  await killAll();
  await mail.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

type Line = Record<string, unknown>;
const textOf = () => readFile(file, "utf8").catch(() => "");
async function linesSince(start: number): Promise<Line[]> {
  const text = (await textOf()).slice(start);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

/** The lines that a deed adds. */
async function noted(deed: () => Promise<unknown>): Promise<Line[]> {
  const start = (await textOf()).length;
  await deed();
  return linesSince(start);
}

const from = "203.0.113.77";
class Elsewhere extends VisitorBrowser {
  override ask(...[method, target, sent = {}]: Parameters<VisitorBrowser["ask"]>) {
    return super.ask(method, target, {
      ...sent,
      headers: { "x-forwarded-for": from, ...sent.headers },
    });
  }
}
const visitor = () => new Elsewhere(product.port, ORIGIN);
const near = { network: "203.0.113.0/24", log: "security" };

function admin(...given: string[]): Promise<string> {
  const environment = { ...process.env, DATABASE_URL: "", ...variables };
  const script = ["--import", "tsx", "scripts/admin.ts", ...given];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, script, { env: environment }, (failure, out, errors) =>
      failure ? reject(new Error(errors)) : resolve(out),
    );
  });
}

async function tokenSentTo(email: string, after: number): Promise<string> {
  await vi.waitFor(
    () => expect(mail.letters.slice(after).map(({ to }) => to)).toContain(email),
    10_000,
  );
  const text = mail.letters.slice(after).findLast(({ to }) => to === email)?.text ?? "";
  return new URL(/https:\S+/.exec(text)?.[0] ?? "").searchParams.get("token") ?? "";
}

describe("the security log", () => {
  const browser = () => signedIn;
  let signedIn: Elsewhere;
  let secret = "";
  let subject: unknown;
  const secrets: string[] = [EMAIL, "exemple", "Nicole Journal", from];

  it("has an invitation taken up, by whose account", async () => {
    const before = mail.letters.length;
    await admin("invite", EMAIL, "--city", "ville-temoin", "--role", "committee-member");
    const token = await tokenSentTo(EMAIL, before);
    secrets.push(token);
    const details = { token, name: "Nicole Journal", quality: "Élue" };
    const lines = await noted(() => visitor().post("/api/account/invitation", details));
    expect(lines).toEqual([
      expect.objectContaining({ ...near, event: "invitation", outcome: "accepted", level: "info" }),
    ]);
    subject = lines[0]?.subject;
    expect(subject).toMatch(/^[\w-]{16}$/);
    const again = await noted(() => visitor().post("/api/account/invitation", details));
    expect(again).toMatchObject([{ event: "invitation", outcome: "refused" }]);
  });

  it("has a link asked for: by an account, by none, by what is no address", async () => {
    const asked = (email: string) =>
      noted(() => visitor().post("/api/account/sign-in", { email, next: "" }));
    const before = mail.letters.length;
    expect(await asked(EMAIL)).toEqual([
      expect.objectContaining({ ...near, event: "sign-in-link-asked", outcome: "sent", subject }),
    ]);
    secrets.push(await tokenSentTo(EMAIL, before));
    const [unknown, ...more] = await asked("inconnue@exemple.fr");
    expect(more).toEqual([]);
    expect(unknown).toMatchObject({ outcome: "no-account", level: "warning" });
    expect(unknown).not.toHaveProperty("subject");
    expect(await asked('a\n{"event":"sign-in"}')).toMatchObject([{ outcome: "malformed-address" }]);
  });

  it("has a sign-in, refused and succeeded, and the second factor with it", async () => {
    signedIn = visitor();
    const confirm = (token: string) =>
      noted(() => browser().post("/api/account/sign-in/confirm", { token }));
    expect(await confirm("no-such-token-at-all-of-ours")).toMatchObject([
      { ...near, event: "sign-in", outcome: "refused", method: "email", level: "warning" },
    ]);
    expect(await confirm(secrets.at(-1) ?? "")).toMatchObject([
      { ...near, event: "sign-in", outcome: "succeeded", method: "email", subject },
    ]);
    const page = await browser().get("/account/second-factor");
    secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(" ", "") ?? "";
    const give = (code: string) =>
      noted(() => browser().post("/api/account/second-factor", { code }));
    expect(await give("000000")).toMatchObject([
      { ...near, event: "second-factor", outcome: "wrong", subject, level: "warning" },
    ]);
    const code = await codeOfNow(secret);
    expect(await give(code)).toMatchObject([
      { event: "second-factor", outcome: "set-up", subject },
    ]);
    secrets.push(secret, code, browser().cookies.get(SESSION) ?? "");
  });

  it("has a recovery code used, and the limit of guesses reached", async () => {
    const page = await browser().get("/account/second-factor");
    const codes = [...page.body.matchAll(/<li[^>]*>([2-9A-Z]{4}(?:-[2-9A-Z]{4}){5})<\/li>/g)];
    const [recovery = ""] = codes.map(([, code = ""]) => code);
    secrets.push(recovery);
    const give = (code: string) =>
      noted(() => browser().post("/api/account/second-factor", { code, again: "yes" }));
    expect(await give(recovery)).toMatchObject([
      { event: "recovery-code", outcome: "used", subject },
    ]);
    const most = attemptLimits["second-factor-by-account"].most;
    for (let time = 0; time < most; time += 1) await give("000000");
    expect(await give("000000")).toMatchObject([
      { event: "limit-reached", of: "second-factor-by-account", subject, level: "warning" },
    ]);
  });

  it("has each refused action, with the right, the roles in that city, and no name of a draft", async () => {
    const doors = [
      ["/api/administration/ville-temoin/invitations", "member.invite", "ville-temoin"],
      ["/api/administration/saint-etienne/revocations", undefined, "saint-etienne"],
      ["/api/committee/saint-etienne", "evaluation.draft", "saint-etienne"],
    ] as const;
    for (const [door, action, city] of doors) {
      const form = {
        ...{ email: "x@exemple.fr", role: "moderator", grant: "1", title: "Secret draft" },
        ...{ objectKind: "system", requestKey: "0190b2f0-0000-4000-8000-000000000000" },
      };
      const lines = await noted(() => browser().post(door, form));
      if (action === undefined) continue;
      const roles = city === "ville-temoin" ? ["committee-member"] : [];
      expect(lines).toMatchObject([
        { ...near, event: "action-refused", outcome: "forbidden", action, city, roles, subject },
      ]);
    }
    const page = await noted(() => browser().get("/saint-etienne/administration"));
    expect(page).toMatchObject([
      { event: "action-refused", door: "/{city}/administration", city: "saint-etienne", subject },
    ]);
    const anyone = await noted(() =>
      visitor().post("/api/committee/ville-temoin/a-private-title/publish", {
        requestKey: "0190b2f0-0000-4000-8000-000000000000",
      }),
    );
    for (const line of anyone) expect(line).toMatchObject({ event: "action-refused" });
    expect(JSON.stringify(anyone)).not.toContain("a-private-title");
  });

  it("has a form from elsewhere, a malformed one, and one that is too long", async () => {
    const sent = { raw: "email=a", headers: { "sec-fetch-site": "cross-site" } };
    const crossed = await noted(() => visitor().ask("POST", "/api/account/sign-in", sent));
    expect(crossed).toMatchObject([
      { ...near, event: "origin-refused", door: "/api/account", level: "warning" },
    ]);
    const malformed = await noted(() => visitor().post("/api/account/sessions", { close: "x" }));
    expect(malformed).toMatchObject([
      { ...near, event: "input-refused", outcome: "malformed", door: "/api/account/sessions" },
    ]);
    const huge = { email: "a".repeat(600_000) };
    const long = await noted(() => visitor().post("/api/account/sign-in", huge));
    expect(long).toMatchObject([{ ...near, event: "input-refused", outcome: "too-large" }]);
  });

  it("has a limit by client reached once it is", async () => {
    const { most } = attemptLimits["sign-in-by-address"];
    const ask = () => visitor().post("/api/account/sign-in", { email: "insiste@exemple.fr" });
    for (let time = 0; time < most; time += 1) await ask();
    expect(await noted(ask)).toMatchObject([
      { ...near, event: "limit-reached", of: "sign-in-by-address", level: "warning" },
    ]);
  });

  it("has sessions closed, an authenticator replaced, and a sign-out", async () => {
    const closed = await noted(() => browser().post("/api/account/sessions", { close: "others" }));
    expect(closed).toMatchObject([
      { event: "sessions-closed", outcome: "done", count: 0, subject, level: "info" },
    ]);
    const replaced = await noted(() => browser().post("/api/account/authenticator", {}));
    expect(replaced).toMatchObject([{ event: "authenticator", outcome: "replaced", subject }]);
    const left = await noted(() => browser().post("/api/account/sign-out", {}));
    expect(left).toMatchObject([{ event: "sign-out", outcome: "done", subject }]);
  });

  it("has what the command line does to an account, which also says whose a line is", async () => {
    expect((await admin("subject", EMAIL)).trim()).toBe(subject);
    await expect(admin("subject", "personne@exemple.fr")).rejects.toThrow("No account has");
    const reset = await noted(() => admin("reset-second-factor", EMAIL));
    expect(reset).toMatchObject([
      { event: "authenticator", outcome: "reset", door: "command-line", subject },
    ]);
    const closed = await noted(() => admin("close", EMAIL));
    expect(closed).toMatchObject([{ event: "account", outcome: "closed", subject }]);
  });

  it("has nothing of readers", async () => {
    const lines = await noted(async () => {
      const pages = [
        "/",
        "/ville-temoin",
        "/ville-temoin/map?text=secret",
        "/en/nowhere",
        "/account",
      ];
      for (const page of pages) await visitor().get(page);
      await visitor().get("/api/v1/cities");
      await visitor().ask("POST", "/ville-temoin", { raw: "a=b" });
    });
    expect(lines).toEqual([]);
  });

  it("names no person, no address, no token, and no network closer than its neighbourhood", async () => {
    const text = await textOf();
    for (const line of text.trimEnd().split("\n")) {
      expect(line).toMatch(/^\{[ -~]+\}$/);
      const { time, process, door } = JSON.parse(line) as Line;
      expect(Math.abs(Date.parse(String(time)) - Date.now())).toBeLessThan(300_000);
      if (door === "command-line") continue;
      expect(process).toBe(product.pid);
      expect(door).toMatch(/^\//);
    }
    expect(secrets.filter((one) => one.length < 4)).toEqual([]);
    for (const one of secrets) expect(text).not.toContain(one);
    expect(product.output()).not.toContain('"log":"security"');
  });
});
