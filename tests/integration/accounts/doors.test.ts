import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { attemptLimits } from "#domain/actor/account-limits.ts";
import { ensureBuild } from "#server/build/next-build.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { killAll, type ProductProcess, startProduct } from "../server/product-process.ts";
import { codeOfNow } from "./code-of-now.ts";
import { IdentityHouse, MailHouse } from "./outside-world.ts";
import { VisitorBrowser } from "./visitor-browser.ts";

/** The whole product behind its public address, with a real mail server and a real identity provider beside it. */
const ORIGIN = "https://contrechamp.example";
const SESSION = "__Host-contrechamp-session";
const mail = new MailHouse();
const identities = new IdentityHouse();
let folder: string;
let product: ProductProcess;
let variables: Record<string, string>;

beforeAll(async () => {
  await ensurePrismaClient();
  await ensureBuild();
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-doors-"));
  const client = { id: "contrechamp", secret: "a-secret-of-the-test" };
  const redirectUri = `${ORIGIN}/api/auth/callback/oidc`;
  variables = {
    CONTRECHAMP_DATA_FOLDER: folder,
    PUBLIC_ORIGIN: ORIGIN,
    SMTP_URL: await mail.open(),
    OIDC_ISSUER: await identities.open({ ...client, redirectUri }),
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: "ProConnect",
  };
  product = await startProduct(variables);
}, 300_000);

afterAll(async () => {
  await killAll();
  await mail.close();
  await identities.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

const hostileAddresses = [
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "/\tevil",
  "/account\r\nset-cookie: a=b",
  "https:evil.example",
  "/.//evil.example",
  "account",
];

const visitor = () => new VisitorBrowser(product.port, ORIGIN);

function admin(...given: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const environment = { ...process.env, DATABASE_URL: "", ...variables };
    const script = ["--import", "tsx", "scripts/admin.ts", ...given];
    execFile(process.execPath, script, { env: environment }, (failure, out, errors) =>
      failure ? reject(new Error(errors)) : resolve(out),
    );
  });
}

async function letterTo(email: string, after: number) {
  await vi.waitFor(() => expect(mail.letters.slice(after).map(({ to }) => to)).toContain(email), {
    timeout: 10_000,
  });
  const letter = mail.letters.slice(after).findLast(({ to }) => to === email);
  const link = new URL(/https:\S+/.exec(letter?.text ?? "")?.[0] ?? "");
  return { letter, link, token: link.searchParams.get("token") ?? "" };
}

async function invited(email: string, role: string, name = "Camille Arnaud"): Promise<void> {
  const before = mail.letters.length;
  await admin("invite", email, "--city", "ville-temoin", "--role", role);
  const { token } = await letterTo(email, before);
  const details = { token, name, quality: "Élue" };
  const led = await visitor().post("/api/account/invitation", details);
  expect(led.location).toBe("/account/sign-in?notice=accepted");
}

async function askForLink(browser: VisitorBrowser, email: string, next = "") {
  const before = mail.letters.length;
  await browser.post("/api/account/sign-in", { email, next });
  return letterTo(email, before);
}

async function entered(email: string, next = ""): Promise<VisitorBrowser> {
  const browser = visitor();
  const { token } = await askForLink(browser, email, next);
  await browser.post("/api/account/sign-in/confirm", { token, next });
  return browser;
}

async function fullyEntered(email: string): Promise<VisitorBrowser> {
  const browser = await entered(email);
  const page = await browser.get("/account/second-factor");
  const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(" ", "") ?? "";
  const code = await codeOfNow(secret);
  await browser.post("/api/account/second-factor", { code });
  return browser;
}

describe("a link by e-mail", () => {
  it("comes by SMTP, leads to the public address whatever Host was asked, and opens a session by a form alone", async () => {
    const email = "lien@exemple.fr";
    await invited(email, "moderator");
    const browser = visitor();
    const before = mail.letters.length;
    const asked = await browser.post(
      "/api/account/sign-in",
      { email },
      { headers: { host: "evil.example", "x-forwarded-host": "evil.example" } },
    );
    expect(asked.location).toBe("/account/sign-in?sent=yes");
    const { letter, link, token } = await letterTo(email, before);
    expect(letter?.from).toContain("contrechamp@contrechamp.example");
    expect(link.origin).toBe(ORIGIN);
    expect(letter?.text).not.toContain("evil");
    // What opens links before people do, twice, uses nothing up.
    for (const _time of [1, 2]) {
      const looked = await visitor().get(`${link.pathname}${link.search}`);
      expect(looked.status).toBe(200);
      expect(looked.headers["set-cookie"]).toBeUndefined();
    }
    const led = await browser.post("/api/account/sign-in/confirm", { token });
    expect(led.location).toBe("/account/second-factor");
    expect([...browser.cookies.keys()]).toEqual([SESSION]);
    const again = await visitor().post("/api/account/sign-in/confirm", { token });
    expect(again.location).toBe("/account/sign-in?problem=refused");
    expect(again.headers["set-cookie"]).toBeUndefined();
  });

  it("says the same, as slowly, to an address that has no account, and sends it nothing", async () => {
    await invited("connue@exemple.fr", "moderator");
    const before = mail.letters.length;
    const timed = async (email: string) => {
      const start = performance.now();
      const answer = await visitor().post("/api/account/sign-in", { email });
      const headers = Object.keys(answer.headers).sort();
      return { milliseconds: performance.now() - start, ...answer, headers };
    };
    const [known, unknown] = [await timed("connue@exemple.fr"), await timed("inconnue@exemple.fr")];
    expect({ ...unknown, milliseconds: 0 }).toEqual({ ...known, milliseconds: 0 });
    expect(unknown.milliseconds).toBeGreaterThan(240);
    // Wide, for machines that are shared: to send a letter takes longer than this where the server is not here.
    expect(Math.abs(unknown.milliseconds - known.milliseconds)).toBeLessThan(1_000);
    await letterTo("connue@exemple.fr", before);
    expect(mail.letters.slice(before).map(({ to }) => to)).toEqual(["connue@exemple.fr"]);
  });

  it.each([
    "",
    "a",
    "a@b",
    "a@exemple.fr,b@exemple.fr",
    "a@exemple.fr\r\nBcc: b@exemple.fr",
    "x".repeat(5_000),
  ])("is not sent to %j", async (email) => {
    const before = mail.letters.length;
    const led = await visitor().post("/api/account/sign-in", { email });
    expect(led.location).toBe("/account/sign-in?problem=malformed-email");
    expect(mail.letters).toHaveLength(before);
  });

  it("is sent five times in a quarter of an hour, whatever addresses of the network it is asked from", async () => {
    const { most } = attemptLimits["sign-in-by-address"];
    const places: string[] = [];
    for (let time = 0; time <= most; time += 1) {
      const headers = { "x-forwarded-for": `203.0.113.${time}` };
      const form = { email: "insiste@exemple.fr" };
      places.push((await visitor().post("/api/account/sign-in", form, { headers })).location);
    }
    expect(places.filter((place) => place.includes("sent"))).toHaveLength(most);
    expect(places.at(-1)).toBe("/account/sign-in?problem=too-many");
  });

  it("cannot be guessed on and on from one place, even one that changes what it says of itself", async () => {
    const { most } = attemptLimits["link-by-client"];
    const places: string[] = [];
    for (let time = 0; time <= most; time += 1) {
      const headers = { "x-forwarded-for": `198.51.100.${time}, 192.0.2.9` };
      const form = { token: `guess-number-${time}-of-a-token` };
      places.push(
        (await visitor().post("/api/account/sign-in/confirm", form, { headers })).location,
      );
    }
    expect(places.at(-2)).toBe("/account/sign-in?problem=refused");
    expect(places.at(-1)).toBe("/account/sign-in?problem=too-many");
  });
});

describe("the session's cookie", () => {
  it("is bound to this host, out of scripts' reach, and rotated at sign-in and at the second factor", async () => {
    await invited("temoin@exemple.fr", "moderator");
    const browser = visitor();
    const planted = "a-token-that-an-attacker-has-planted-here-43c";
    browser.cookies.set(SESSION, planted);
    const { token } = await askForLink(browser, "temoin@exemple.fr");
    const led = await browser.post("/api/account/sign-in/confirm", { token });
    const [cookie = ""] = led.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^__Host-contrechamp-session=[\w-]{43}; /);
    for (const attribute of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) {
      expect(cookie.toLowerCase()).toContain(attribute.toLowerCase());
    }
    expect(cookie).not.toMatch(/domain/i);
    const first = browser.cookies.get(SESSION) ?? "";
    expect(first).not.toBe(planted);
    const page = await browser.get("/account/second-factor");
    const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(" ", "");
    const code = await codeOfNow(secret ?? "");
    await browser.post("/api/account/second-factor", { code });
    expect(browser.cookies.get(SESSION)).not.toBe(first);
    const old = visitor();
    old.cookies.set(SESSION, first);
    expect((await old.get("/account")).location).toBe("/account/sign-in?next=%2Faccount");
  });

  it("changes nothing of a public page, and no public page sets one", async () => {
    await invited("lectrice@exemple.fr", "moderator");
    const browser = await entered("lectrice@exemple.fr");
    for (const target of ["/", "/ville-temoin", "/methodology", "/en/ville-temoin/nothing-here"]) {
      const [signedIn, anyone] = [await browser.get(target), await visitor().get(target)];
      expect(signedIn.headers["set-cookie"]).toBeUndefined();
      expect(signedIn.headers.etag).toBe(anyone.headers.etag);
    }
  });

  it.each(["x", "' OR 1=1 --", "a".repeat(5_000), "%00", "../../etc/passwd"])(
    "that is none of ours, %j, opens nothing and breaks nothing",
    async (value) => {
      const browser = visitor();
      browser.cookies.set(SESSION, value);
      expect((await browser.get("/account")).status).toBe(307);
    },
  );
});

describe("a form that does not come from our pages", () => {
  let browser: VisitorBrowser;
  beforeAll(async () => {
    await invited("cible@exemple.fr", "moderator");
    browser = await entered("cible@exemple.fr");
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["a sibling of our domain", { "sec-fetch-site": "same-site", origin: "https://a.example" }],
    ["an old browser on another site", { origin: "https://evil.example" }],
    ["our address in the clear", { origin: "http://contrechamp.example" }],
    ["a page that hides where it is", { origin: "null" }],
    ["an address typed by hand", { "sec-fetch-site": "none" }],
    ["no browser", {}],
  ])("but from %s is refused, and nothing is done", async (_from, headers) => {
    const raw = "email=cible%40exemple.fr&close=others&code=1";
    for (const door of ["sign-in", "sign-out", "sessions", "second-factor", "authenticator"]) {
      const refused = await browser.ask("POST", `/api/account/${door}`, { raw, headers });
      expect(refused.status).toBe(403);
    }
    expect((await browser.get("/account")).location).toContain("/account/second-factor");
  });

  it("but from an address, by GET, does nothing either", async () => {
    for (const door of ["sign-in", "sign-out", "sessions", "sign-in/confirm"]) {
      expect((await browser.get(`/api/account/${door}`)).status).toBe(405);
    }
    expect((await browser.get("/account")).location).toContain("/account/second-factor");
  });

  it("of a browser that says nothing but its origin, is taken", async () => {
    const headers = { origin: ORIGIN };
    const raw = "email=nobody";
    const led = await browser.ask("POST", "/api/account/sign-in", { raw, headers });
    expect(led.status).toBe(303);
  });

  it("is never longer than half a megabyte, and never another kind of thing", async () => {
    const headers = { origin: ORIGIN };
    const huge = { raw: `email=${"a".repeat(1_000_000)}`, headers };
    expect((await browser.ask("POST", "/api/account/sign-in", huge)).status).toBe(413);
    for (const [type, raw] of [
      ["application/json", '{"email":"a@exemple.fr"}'],
      ["multipart/form-data; boundary=x", "--x\r\nbroken"],
      ["text/plain", "email=a@exemple.fr"],
    ] as const) {
      const sent = { raw, headers: { ...headers, "content-type": type } };
      expect((await browser.ask("POST", "/api/account/sign-in", sent)).status).toBe(400);
    }
  });

  it.each(hostileAddresses)("cannot lead to %j", async (next) => {
    const led = [
      await browser.post("/api/account/sign-in", { email: "nobody", next }),
      await browser.post("/api/account/sign-in/confirm", { token: "no-such-token-at-all", next }),
      await browser.post("/api/account/second-factor", { code: "x", next }),
    ];
    const pages = [await visitor().get(`/account/sign-in?next=${encodeURIComponent(next)}`)];
    for (const { location, status } of led) {
      expect(status).toBe(303);
      const target = new URL(location, ORIGIN);
      expect(target.origin).toBe(ORIGIN);
      expect(target.pathname).toMatch(/^\/account\//);
      expect(target.searchParams.get("next")).toBeNull();
    }
    for (const { body } of pages) expect(body).not.toContain('name="next"');
  });

  it("leads to the page of ours that it names, once signed in", async () => {
    await invited("retour@exemple.fr", "moderator");
    const back = visitor();
    const { token, link } = await askForLink(back, "retour@exemple.fr", "/en/account?x=1");
    expect(link.searchParams.get("next")).toBe("/en/account?x=1");
    const next = link.searchParams.get("next") ?? "";
    const led = await back.post("/api/account/sign-in/confirm", { token, next });
    expect(new URL(led.location, ORIGIN).searchParams.get("next")).toBe("/en/account?x=1");
  });
});

describe("a private page", () => {
  let browser: VisitorBrowser;
  const hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
  beforeAll(async () => {
    await invited("admin@exemple.fr", "administrator");
    browser = await fullyEntered("admin@exemple.fr");
    await invited("xss@exemple.fr", "moderator", hostile);
  });

  it("runs only scripts that carry the number made for this one answer, and is never kept", async () => {
    const pages = [
      await browser.get("/ville-temoin/administration"),
      await browser.get("/ville-temoin/administration"),
    ];
    const nonces = pages.map(({ status, headers, body }) => {
      expect(status).toBe(200);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["strict-transport-security"]).toMatch(/max-age=63072000/);
      const policy = String(headers["content-security-policy"]);
      expect(policy).not.toContain("unsafe");
      expect(policy).toContain("frame-ancestors 'none'");
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      const scripts = body.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(2);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  it("shows what somebody calls himself as text", async () => {
    const { body } = await browser.get("/ville-temoin/administration");
    expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(body.replaceAll(/<script nonce[\s\S]*?<\/script>/g, "")).not.toContain("<img src=x");
  });

  it("says nothing that an address makes up", async () => {
    for (const query of [
      "problem=You+are+hacked",
      "notice=%3Cb%3Eyes",
      "field=email&problem=zzz",
    ]) {
      const { status, body } = await browser.get(`/ville-temoin/administration?${query}`);
      expect(status).toBe(200);
      // The router's data repeat the address; what is read does not.
      const read = body.replaceAll(/<script[\s\S]*?<\/script>/g, "");
      expect(read).not.toMatch(/You are hacked|<b>yes|zzz/);
    }
  });

  it("is not another city's: neither to read nor to change, whatever address is written", async () => {
    expect((await browser.get("/saint-etienne/administration")).status).toBe(403);
    const form = { email: "complice@exemple.fr", role: "administrator" };
    const doors = "/api/administration/saint-etienne";
    expect((await browser.post(`${doors}/invitations`, form)).status).toBe(403);
    const before = mail.letters.length;
    await admin("invite", "stef@exemple.fr", "--city", "saint-etienne", "--role", "moderator");
    const { token } = await letterTo("stef@exemple.fr", before);
    const details = { token, name: "Stef", quality: "Élue" };
    await visitor().post("/api/account/invitation", details);
    // The address names the administrator's own city; the grants are the other's.
    for (let grant = 1; grant <= 20; grant += 1) {
      await browser.post("/api/administration/ville-temoin/revocations", { grant: String(grant) });
    }
    expect(await admin("roles", "--city", "saint-etienne")).toContain("stef@exemple.fr");
  });

  it("is refused the moment the role is withdrawn", async () => {
    await invited("chute@exemple.fr", "administrator");
    const falling = await fullyEntered("chute@exemple.fr");
    expect((await falling.get("/ville-temoin/administration")).status).toBe(200);
    const role = ["--city", "ville-temoin", "--role", "administrator"];
    await admin("revoke", "chute@exemple.fr", ...role);
    expect((await falling.get("/ville-temoin/administration")).location).toContain("sign-in");
    const form = { email: "trop-tard@exemple.fr", role: "moderator" };
    const late = await falling.post("/api/administration/ville-temoin/invitations", form);
    expect(late.location).toContain("/account/sign-in");
  });
});

describe("what moderation does with an annotation", () => {
  it("is told to its author by e-mail, once for each act, with rule, reason and where to contest", async () => {
    const [author, moderator] = ["autrice@exemple.fr", "modere@exemple.fr"];
    await invited(author, "committee-member");
    await invited(moderator, "moderator");
    const writing = await fullyEntered(author);
    const moderating = await fullyEntered(moderator);
    const rooms = "/api/committee/ville-temoin";
    const said = { kind: "question", on: "camera", reference: "VT-0003", body: "Dupont dort." };
    const led = await writing.post(`${rooms}/annotations`, { requestKey: randomUUID(), ...said });
    const [desk = "", number = ""] =
      /^(.+\/(\d+))\?notice=published$/.exec(led.location)?.slice(1) ?? [];
    const act = async (browser: VisitorBrowser, deed: string, reason: string) => {
      const given = { requestKey: randomUUID(), reason, rule: "identifiable-person", locale: "en" };
      const room = browser === moderating ? "moderation" : "annotations";
      const before = mail.letters.length;
      for (const _time of ["sent", "sent again"]) {
        const done = await browser.post(`${rooms}/${room}/${number}/${deed}`, given);
        expect(done.location).toContain("notice=");
      }
      return before;
    };
    const hidden = await letterTo(author, await act(moderating, "hide", "It judges an agent."));
    expect(hidden.letter?.subject).toBe(`Your annotation no. ${number} is hidden (Ville-Témoin)`);
    expect(hidden.letter?.text).toContain("CRPA L311-6, 2° et 3°");
    expect(hidden.letter?.text).toContain("It judges an agent.");
    expect(hidden.link.href).toBe(`${ORIGIN}/en${desk}`);
    expect((await writing.get(desk)).body).toContain(`${rooms}/annotations/${number}/contest`);
    const restored = await letterTo(author, await act(moderating, "restore", "A mistake."));
    expect(restored.letter?.subject).toContain("is restored");
    const told = mail.letters.filter(({ subject }) => subject.includes("annotation no."));
    expect(told.map(({ to }) => to)).toEqual([author, author]);
    // The log names the act, the rule and the hash of the reason: nobody's address, and no word.
    const { body } = await visitor().get("/api/v1/log/entries?action=annotation-hidden&limit=1000");
    expect(body).toContain("identifiable-person");
    expect(body).not.toMatch(/exemple\.fr|Dupont|judges/);
  });
});

describe("the sign-in library", () => {
  it.each([
    "signin",
    "signin/email",
    "signin/oidc",
    "signout",
    "session",
    "csrf",
    "providers",
    "callback/email?token=x",
    "error",
    "_log",
  ])("has no door of its own at /api/auth/%s", async (door) => {
    expect((await visitor().get(`/api/auth/${door}`)).status).toBe(404);
    expect((await visitor().post(`/api/auth/${door}`, {})).status).toBe(405);
  });

  it("is not reached around our door by a header that tells of a subrequest", async () => {
    const headers = { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" };
    expect((await visitor().get("/account", { headers })).location).toContain("sign-in");
  });
});

describe("an identity provider", () => {
  /** From our link to the provider and back; returns where that ended. */
  async function through(browser: VisitorBrowser, next = ""): Promise<string> {
    const headers = { "sec-fetch-site": "same-origin" };
    const query = next ? `?next=${encodeURIComponent(next)}` : "";
    let { location } = await browser.get(`/api/account/identity${query}`, { headers });
    for (let step = 0; step < 6 && /^(?:http:|\/interaction|\/auth)/.test(location); step += 1) {
      const target = new URL(location, identities.issuer).toString();
      location = (await browser.get(target)).location;
    }
    return location;
  }

  async function back(browser: VisitorBrowser, callback: string) {
    const url = new URL(callback);
    return browser.get(`${url.pathname}${url.search}`);
  }

  it("signs in whoever was invited at an address that it has verified, and knows the person afterwards by its own name for her", async () => {
    await invited("agente@exemple.fr", "city-respondent");
    identities.next = { sub: "agent-1", email: "Agente@exemple.fr", email_verified: true };
    const browser = visitor();
    const callback = await through(browser, "/en/account");
    expect(callback).toContain(`${ORIGIN}/api/auth/callback/oidc?code=`);
    const led = await back(browser, callback);
    expect(led.location).toBe("/en/account/second-factor?next=%2Fen%2Faccount");
    expect([...browser.cookies.keys()].filter((name) => name.startsWith("__Host-"))).toEqual([
      SESSION,
    ]);
    expect((await browser.get("/account/second-factor")).status).toBe(200);
    // The same code does not serve twice, and not in another browser.
    expect((await back(browser, callback)).location).toContain("problem=refused");
    identities.next = { sub: "agent-1", email: "autre@exemple.fr", email_verified: true };
    const later = visitor();
    const known = await back(later, await through(later));
    expect(known.location).toBe("/account/second-factor?next=%2Faccount");
  });

  it.each([
    ["nobody invited", { sub: "n", email: "nobody@exemple.fr", email_verified: true }],
    ["only claims an address", { sub: "c", email: "admin@exemple.fr", email_verified: false }],
    ["says nothing of it", { sub: "s", email: "admin@exemple.fr" }],
    ["has none", { sub: "z" }],
  ])("signs in nobody that %s", async (_who, identity) => {
    identities.next = identity;
    const browser = visitor();
    const led = await back(browser, await through(browser));
    expect(led.location).toContain("/account/sign-in?problem=refused");
    expect(browser.cookies.has(SESSION)).toBe(false);
  });

  it("is answered to in the browser that asked, and with the state that it was given", async () => {
    identities.next = { sub: "agent-1", email: "agente@exemple.fr", email_verified: true };
    const [asking, other] = [visitor(), visitor()];
    const callback = await through(asking);
    expect((await back(other, callback)).location).toContain("problem=refused");
    const changed = new URL(callback);
    changed.searchParams.set("state", "another");
    expect((await back(asking, changed.toString())).location).toContain("problem=refused");
    expect(other.cookies.has(SESSION)).toBe(false);
  });

  it("is not led to from another site", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const { location } = await visitor().get("/api/account/identity", { headers });
    expect(location).toBe("/account/sign-in?problem=provider");
  });
});

it("people for trying out are nowhere where the public can come", async () => {
  expect(product.output()).not.toContain("npm run admin -- try");
  await expect(admin("try")).rejects.toThrow("only without DATABASE_URL and PUBLIC_ORIGIN");
  expect(await admin("roles", "--city", "ville-temoin")).not.toContain(".example");
});
