import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Member } from "#domain/actor/actor.ts";
import { type Role, roles } from "#domain/actor/role.ts";
import { ensureChromium } from "#scripts/verification/ensure-chromium.ts";
import { ensureBuild } from "#server/build/next-build.ts";
import { withLateScripts } from "#server/http/late-scripts.ts";
import { pagesOf } from "#server/public-addresses.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { publishReport } from "#use-cases/annual-report/publish-report.ts";
import { saveReport, startReport } from "#use-cases/annual-report/write-report.ts";
import {
  followUpRecommendation,
  replyToEvaluation,
} from "#use-cases/evaluation/answer-evaluation.ts";
import { publishEvaluation, reviseEvaluation } from "#use-cases/evaluation/publish-evaluation.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";
import { startEvaluation } from "#use-cases/evaluation/start-evaluation.ts";
import { submitEvaluation } from "#use-cases/evaluation/submit-evaluation.ts";
import { castBallot, closeVote } from "#use-cases/evaluation/vote-on-evaluation.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { join, signInFully } from "../accounts/people.ts";
import { testDatabase } from "../database.ts";
import { type Answer, request } from "../server/front-stage.ts";
import { killAll, type ProductProcess, startProduct } from "../server/product-process.ts";
import { expectGuarded, whatActs, whatActsInXml } from "./harmless.ts";
import { furnishDesks, type Keys, poisonDesks, privateFields } from "./hostile-desks.ts";
import { address, base, closing, FIELD, hostile, hostileEvaluation } from "./hostile-texts.ts";

/**
 * A city of which every text says something hostile, as whoever brings files in or writes could say it or as somebody who
 * writes past every door into the database could, and all that the public reads of it.
 */
const { url } = testDatabase();
const city = "ville-temoin";
/** Texts that files bring in, by table: free words, and addresses. Names that join tables are changed for a few rows. */
const words: Readonly<Record<string, readonly string[]>> = {
  city: ["name"],
  source: ["title", "publisher", "licence", "attribution", "note"],
  release: ["note"],
  import_batch: ["file_name"],
  district: ["name"],
  camera_version: [
    ...["label", "address", "operator", "owner", "controller", "maintainer", "precision_reason"],
  ],
  authorisation: [
    ...["order_number", "gazette_act", "gazette", "authority", "holder", "perimeter_name", "note"],
  ],
  cost_line: ["label", "account", "payee", "funder", "rule", "document"],
  outcome_definition: ["wording"],
  published_figure: ["place", "qualifier", "period_text", "scope", "definition"],
  institution_fact: ["statement_fr", "statement_en"],
  contract: ["title", "nature", "procedure"],
  effect_study: ["title_fr", "title_en", "objective", "note"],
  account: ["name", "quality"],
  annotation_moderation: ["reason"],
};
const addresses: Readonly<Record<string, readonly string[]>> = {
  source: ["url", "licence_url"],
  authorisation: ["gazette_url"],
  contract: ["url"],
};

/** Kept and shown on no page today. */
const keptInside = ["source.note", "authorisation.gazette", "authorisation.gazette_act"];

let folder = "";
let product: ProductProcess;
let slug = "";
let desks: { keys: Keys; pages: string[] };

async function poison(): Promise<void> {
  const target = new URL(url());
  const superuser = new URL(inject("testServer"));
  superuser.pathname = target.pathname;
  const sql = postgres(superuser.toString(), { max: 1, onnotice: () => {} });
  // Past the triggers and the checks of the tables: whoever holds the database can do that.
  await sql`SET session_replication_role = replica`;
  const tables = Object.keys(words);
  const checks = await sql<{ table: string; name: string }[]>`
    SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
    WHERE contype = 'c' AND conrelid::regclass::text IN ${sql(tables)}`;
  for (const { table, name } of checks) {
    await sql`ALTER TABLE ${sql(table)} DROP CONSTRAINT ${sql(name)}`;
  }
  for (const [table, columns] of Object.entries(words)) {
    for (const column of columns) {
      const field = `${table}.${column}`;
      const said = sql`UPDATE ${sql(table)} SET ${sql(column)} = ${`${hostile(field)} `} || id`;
      const rows = await sql`${said} WHERE ${sql(column)} IS NOT NULL`;
      // What the fictional city never says, it says now.
      if (rows.count === 0) expect((await said).count, field).toBeGreaterThan(0);
    }
  }
  for (const [table, columns] of Object.entries(addresses)) {
    for (const column of columns) await sql`UPDATE ${sql(table)} SET ${sql(column)} = ${address}`;
  }
  const reference = `camera_version.reference ${base}`;
  await sql`UPDATE camera_version SET reference = ${reference} WHERE camera_id =
    (SELECT min(camera_id) FROM camera_version v JOIN camera c ON c.id = v.camera_id JOIN city t ON t.id = c.city_id
     WHERE t.slug = ${city})`;
  await poisonDesks(sql);
  await sql.end();
}

async function publishHostileActs(): Promise<void> {
  const person = async (name: string, role: Role) =>
    (await signInFully((await join(city, `${name}@xss.example`, role)).publicId)).actor;
  const author = await person("author", "committee-member");
  const other = await person("other", "committee-member");
  const chair = await person("chair", "committee-chair");
  const respondent = await person("respondent", "city-respondent");
  const now = new Date();
  const asked = (actor: Member) => ({ actor, citySlug: city, requestKey: randomUUID(), now });
  const started = await startEvaluation(
    author,
    city,
    { title: hostile("evaluation.title"), object: { kind: "system" } },
    randomUUID(),
  );
  slug = started.kind === "started" ? started.slug : "";
  const on = (actor: Member) => ({ ...asked(actor), slug });
  const content = hostileEvaluation("evaluation");
  expect(await saveDraft(on(author), 1, content)).toMatchObject({ kind: "saved" });
  expect(await submitEvaluation(on(author))).toEqual({ kind: "submitted" });
  await castBallot(on(author), { choice: "against", reasons: hostile("ballot.reasons") });
  await castBallot(on(other), { choice: "for", reasons: null });
  await castBallot(on(chair), { choice: "for", reasons: null });
  expect(await closeVote(on(chair))).toMatchObject({ kind: "closed" });
  expect(await publishEvaluation(on(chair))).toMatchObject({ kind: "published" });
  await replyToEvaluation(on(respondent), hostile("reply.body"));
  const refused = { key: "r1", kind: "refused", note: hostile("follow-up.note") } as const;
  await followUpRecommendation(on(respondent), refused);
  expect(await reviseEvaluation(on(author), hostile("revision.reason"))).toMatchObject({
    kind: "revising",
  });
  for (const target of [
    { on: "evaluation", reference: slug },
    { on: "evaluation", reference: slug, quote: "evaluation.body" },
  ]) {
    const note = { kind: "question", body: hostile("annotation.body"), ...target };
    expect(await publishAnnotation(asked(author), note)).toMatchObject({ kind: "published" });
  }
  const year = 2024;
  const report = (actor: Member) => ({ ...asked(actor), year });
  expect(await startReport(report(author))).toMatchObject({ kind: "started" });
  const texts = { introduction: hostile("report.introduction"), uses: hostile("report.uses") };
  expect(await saveReport(report(author), 1, texts)).toMatchObject({ kind: "saved" });
  expect(await publishReport(report(chair))).toMatchObject({ kind: "published" });
}

beforeAll(async () => {
  await ensureBuild();
  await installFirstCities();
  await publishHostileActs();
  desks = await furnishDesks(city);
  await poison();
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-xss-"));
  product = await startProduct({ CONTRECHAMP_DATA_FOLDER: folder, DATABASE_URL: url() });
}, 400_000);

afterAll(async () => {
  await killAll();
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

const isEmbed = (target: string) => /^\/(?:en\/)?embed\//.test(target);

/** The only inline script of ours that is not Next's: a frame tells its height. */
const tellsHeight = (text: string) => /postMessage\(/.test(text) && !/pwned/.test(text);

/** Pages that are byte for byte alike are read once. */
const judged = new Map<string, string[]>();

function actsIn(target: string, answer: Answer): string[] {
  const digest = createHash("sha256").update(answer.body).digest("base64");
  const acts = judged.get(digest) ?? judge(target, answer);
  judged.set(digest, acts);
  return acts;
}

function judge(target: string, { headers, body }: Answer): string[] {
  const type = String(headers["content-type"]);
  if (/^text\/html/.test(type)) {
    const isOurs = isEmbed(target) ? tellsHeight : () => false;
    return whatActs(body.toString(), isOurs, /^\/(?:en\/)?press/.test(target) ? "/" : "");
  }
  if (/xml/.test(type) && !/officedocument|opendocument/.test(type)) {
    return whatActsInXml(body.toString());
  }
  if (/json/.test(type) && !/ndjson|x-ndjson/.test(type)) JSON.parse(body.toString());
  return [];
}

/** The addresses of ours that a page leads to. */
function linksOf(body: string): string[] {
  const found = [...body.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link = ""]) =>
    (link.split("#")[0] ?? "").replaceAll("&amp;", "&").replaceAll("&#x27;", "'"),
  );
  return found.filter((link) => !/^\/(?:_next|fonts|icon|favicon|account|api\/auth)/.test(link));
}

/** Alike but for the names in them, or in another language or city: of each kind one is read. */
function kindOf(link: string): string {
  const binary = /\.(?:png|jpg|ico|xlsx|parquet|zip|odt|pdf)(?=\?|$)/.exec(link)?.[0];
  if (binary) return binary;
  const [where = "", query = ""] = link
    .replace(/^\/en(?=\/|$)/, "")
    .replace(/^\/saint-etienne(?=\/|$)/, `/${city}`)
    .split("?");
  const rooms = where.split("/").map((part, at) => (at > 2 ? kindOfPart(part) : part));
  return `${rooms.join("/")}?${[...new URLSearchParams(query).keys()].sort().join("&")}`;
}

/** Pictures and descriptions of one room are alike; what files of text say is another thing in each. */
function kindOfPart(part: string): string {
  if (/\.(?:tableschema|csv-metadata)\.json$/.test(part)) return "*.description";
  const text = /^(.+?)(?:-excel)?\.(?:csv|ndjson|geojson|json|atom|md)$/.exec(part)?.[1];
  return text ? `${text}.text` : `*${path.extname(part)}`;
}

/** More than there are: beyond, something leads on for ever. */
const MOST = 400;

/** Everything that can be reached, one of each kind, and what was found in it. */
class Walk {
  readonly found: Record<string, string[]> = {};
  readonly failed: string[] = [];
  readonly seen = new Set<string>();
  read = 0;
  pages = 0;
  readonly #waiting: string[];
  readonly #known: Set<string>;
  readonly #kinds = new Set<string>();

  constructor(from: readonly string[]) {
    this.#known = new Set(from);
    this.#waiting = [...this.#known];
  }

  async all(): Promise<void> {
    for (let target = this.#waiting.shift(); target; target = this.#waiting.shift()) {
      if (this.read < MOST) await this.#visit(target);
    }
  }

  async #visit(target: string): Promise<void> {
    const answer = await request(product.port, target);
    this.read += 1;
    if (answer.status >= 500) this.failed.push(`${answer.status} ${target}`);
    expectGuarded(answer.headers, target, isEmbed(target));
    const acts = actsIn(target, answer);
    if (acts.length > 0) this.found[target] = acts.slice(0, 3);
    const text = answer.body.toString();
    for (const [, field = ""] of text.matchAll(FIELD)) this.seen.add(field);
    if (!/^text\/html/.test(String(answer.headers["content-type"]))) return;
    this.pages += 1;
    for (const link of linksOf(text)) this.#note(link);
  }

  #note(link: string): void {
    const kind = kindOf(link);
    if (this.#known.has(link) || this.#kinds.has(kind)) return;
    this.#kinds.add(kind);
    this.#known.add(link);
    this.#waiting.push(link);
  }
}

/** What a browser says when something was kept from acting, or acts. */
function watch(page: Page, alarms: string[]): void {
  page.on("dialog", (dialog) => {
    alarms.push(`dialog on ${page.url()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) alarms.push(message.text());
  });
}

function isPwned(page: Page): Promise<boolean> {
  return page.evaluate(() => (window as { pwned?: unknown }).pwned !== undefined);
}

describe("what is stored", () => {
  it("acts on no page, embed, feed, file or picture that the public reads", async () => {
    const walk = new Walk([
      ...[...pagesOf(city), ...pagesOf(undefined), "/en", `/en/${city}`],
      ...[`/en/${city}/evaluations/${slug}`, `/${city}/evaluations/${slug}`],
      ...[`/${city}/evaluations/${slug}?version=1`, `/${city}/annotations/1`],
      ...[`/${city}/committee/annual-report/2024`, `/${city}/feed.atom`],
      ...[`/${city}/annotations.atom`, "/sitemap.xml"],
    ]);
    await walk.all();
    expect(walk.found).toEqual({});
    expect(walk.failed).toEqual([]);
    expect(walk.read).toBeLessThan(MOST);
    expect(walk.pages).toBeGreaterThan(60);
    // The hostile words were there to act: each is shown somewhere.
    const fields = Object.entries(words).flatMap(([table, columns]) =>
      columns.map((column) => `${table}.${column}`),
    );
    const written = ["evaluation.title", "ballot.reasons", "reply.body", "annotation.body"];
    const unseen = [...fields, ...written, "report.uses"].filter((one) => !walk.seen.has(one));
    expect(unseen.filter((field) => !keptInside.includes(field))).toEqual([]);
  }, 300_000);

  it("acts in no real browser", async () => {
    const executablePath = ensureChromium();
    const browser = await chromium.launch(executablePath ? { executablePath } : {});
    const alarms: string[] = [];
    try {
      const page = await browser.newPage({ baseURL: `http://127.0.0.1:${product.port}` });
      watch(page, alarms);
      for (const target of [
        ...["/", `/${city}`, `/${city}/map`, `/${city}/cameras`, `/${city}/districts`],
        ...[`/${city}/costs`, `/${city}/authorisations`, `/${city}/published-figures`],
        ...[`/${city}/evaluations/${slug}`, `/${city}/committee/annual-report/2024`],
        ...[`/${city}/annotations`, `/${city}/effects`, `/press?city=${city}`],
      ]) {
        await page.goto(target, { waitUntil: "load" });
        await page.waitForTimeout(150);
        if (await isPwned(page)) alarms.push(target);
      }
    } finally {
      await browser.close();
    }
    expect(alarms).toEqual([]);
  }, 120_000);

  it("would be found out, if it acted", () => {
    expect(whatActs(`<p>${base}</p>`).join()).toMatch(/window\.pwned=1.*onerror.*onload/);
    expect(whatActs(`<a href="${address}">a</a>`)).toHaveLength(1);
    expect(whatActs(`<a href=" jav\tascript:x">a</a>`).length).toBeGreaterThan(0);
    expect(whatActs(`<script>self.__next_f.push([1,""]);window.pwned=1</script>`)).toHaveLength(1);
    expect(
      whatActs(`<script>self.__next_f.push([1,"\\u003cscript>window.pwned=1"])</script>`),
    ).toEqual([]);
    expect(whatActs(`<iframe src="https://evil.example"></iframe>`)).toHaveLength(1);
    const late = withLateScripts(
      '<body><script src="/_next/static/a.js" async=""></script></body>',
    );
    expect(whatActs(late)).toEqual([]);
    expect(whatActs(late.replace("/_next/static/a.js", "https://evil.example/a.js"))).toHaveLength(
      1,
    );
    expect(whatActs(late.replace("(function", "window.pwned=1;(function"))).toHaveLength(1);
    expect(whatActsInXml(`<svg><script>1</script></svg>`)).toHaveLength(1);
    expect(whatActsInXml(`<f><c type="html">&lt;img src=x onerror=1&gt;</c></f>`)).toHaveLength(1);
    expect(whatActsInXml("<f><c>")).toContain("not well-formed");
  });
});

describe("what is stored, on the desks of those who are signed in", () => {
  const found: Record<string, string[]> = {};
  const [seen, opened] = [new Set<string>(), new Set<string>()];

  /** Reads a page as somebody, and returns the private pages that it leads to. */
  async function readAs(role: Role, target: string): Promise<string[]> {
    const cookie = `contrechamp-session=${desks.keys[role]}`;
    const answer = await request(product.port, target, { cookie });
    expect([200, 303, 307, 403, 404], `${role} ${target}`).toContain(answer.status);
    expectGuarded(answer.headers, target, false);
    expect(answer.headers["cache-control"], target).toContain("no-store");
    const acts = actsIn(target, answer);
    if (acts.length > 0) found[`${role} ${target}`] = acts.slice(0, 3);
    const text = answer.body.toString();
    for (const [, field = ""] of text.matchAll(FIELD)) seen.add(field);
    if (answer.status !== 200) return [];
    opened.add(target);
    return privateLinksOf(text);
  }

  it("acts on no page, whoever reads it", async () => {
    for (const role of roles) {
      const waiting = new Set(desks.pages);
      // A set goes on over what is added while it is gone through.
      for (const target of waiting) {
        for (const link of await readAs(role, target)) waiting.add(link);
        expect(waiting.size).toBeLessThan(MOST);
      }
    }
    expect(found).toEqual({});
    // What is on no desk was put there in vain: each page is opened by somebody, and each text is shown.
    expect(desks.pages.filter((page) => !opened.has(page))).toEqual([]);
    expect(privateFields.filter((field) => !seen.has(field))).toEqual([]);
  }, 300_000);

  it("acts in no real browser, also while its reader writes", async () => {
    const executablePath = ensureChromium();
    const browser = await chromium.launch(executablePath ? { executablePath } : {});
    const alarms: string[] = [];
    const noticed: string[] = [];
    let written = 0;
    try {
      for (const role of roles) written += await writeAs(browser, role, alarms);
      // What is put into a page as it stands is noticed.
      const page = await browser.newPage({ baseURL: `http://127.0.0.1:${product.port}` });
      watch(page, noticed);
      await page.goto("/account/sign-in", { waitUntil: "load" });
      await page.evaluate((text) => document.body.insertAdjacentHTML("beforeend", text), base);
      await page.waitForTimeout(500);
    } finally {
      await browser.close();
    }
    expect(alarms).toEqual([]);
    expect(noticed.join()).toMatch(/Content Security Policy/);
    expect(written).toBeGreaterThan(roles.length);
  }, 300_000);
});

/** The addresses that only somebody signed in is answered, and that a page leads to. */
function privateLinksOf(text: string): string[] {
  const isPrivate =
    /^\/(?:en\/)?(?:account|[^/]+\/(?:committee(?!\/annual-report\/)|administration))(?:[/?]|$)/;
  return [...text.matchAll(/href="([^"]+)"/g)]
    .map(([, link = ""]) => (link.split("#")[0] ?? "").replaceAll("&amp;", "&"))
    .filter((link) => isPrivate.test(link));
}

/** Opens every desk as somebody, and returns on how many there was something to write into. */
async function writeAs(browser: Browser, role: Role, alarms: string[]): Promise<number> {
  const url = `http://127.0.0.1:${product.port}`;
  const page = await browser.newPage({ baseURL: url });
  watch(page, alarms);
  const session = { name: "contrechamp-session", value: desks.keys[role], url };
  await page.context().addCookies([session]);
  let written = 0;
  for (const target of desks.pages) {
    if (await writesOn(page, target)) written += 1;
    if (await isPwned(page)) alarms.push(`${role} ${target}`);
  }
  await page.close();
  return written;
}

/** Opens a page and writes into the first field for texts that it has, as far as it has one. */
async function writesOn(page: Page, target: string): Promise<boolean> {
  await page.goto(target, { waitUntil: "load" });
  await page.waitForTimeout(100);
  const area = page.locator("main textarea:visible").first();
  if ((await area.count()) === 0) return false;
  await area.fill(`${base}${closing}`);
  await page.waitForTimeout(50);
  return true;
}

describe("what an address says", () => {
  const said = encodeURIComponent(`${base}${closing}`);
  const filter = ["text", "q", "status", "type", "district", "from", "to", "page", "release"];
  const account = ["problem", "notice", "field", "next", "sent", "again", "token", "locale"];
  /** What each page reads of its address. */
  const pages: readonly [string, readonly string[]][] = [
    [`/${city}`, ["release"]],
    [`/${city}/map`, filter],
    [`/${city}/cameras`, filter],
    [`/${city}/costs`, ["release", "basis", "view", "year", "district"]],
    [`/${city}/outcomes`, ["year", "release"]],
    [`/${city}/committee/annual-report/2024`, ["version"]],
    [`/${city}/annotations`, ["kind", "on", "reference", "state", "page"]],
    ["/press", ["city", "figure", "camera", "release", "language", "theme", "width"]],
    ["/oembed", ["url", "format", "maxwidth"]],
    ["/transparency-log", ["city", "type", "from", "to", "page"]],
    ["/account/sign-in", account],
    ["/account/sign-in/confirm", account],
    ["/account/invitation", account],
    ["/api/v1/cities", ["cursor", "format"]],
    [`/api/v1/cities/${city}/cameras`, ["release", "cursor", "format", "limit"]],
    [`/embed/${city}/indicators/cameras-in-service`, ["release", "theme"]],
  ];

  it.each(pages)("acts on no page: %s", async (page, parameters) => {
    const found: Record<string, string[]> = {};
    const alone = [...parameters, "_rsc", "utm_source"].map((name) => `${name}=${said}`);
    for (const query of [...alone, parameters.map((name) => `${name}=${said}`).join("&")]) {
      const target = `${page}?${query}`;
      const answer = await request(product.port, target);
      expect([200, 301, 303, 307, 308, 400, 404, 414, 501], target).toContain(answer.status);
      if (answer.status < 400) expectGuarded(answer.headers, target, isEmbed(target));
      const acts = actsIn(target, answer);
      if (acts.length > 0) found[target.slice(0, 80)] = acts;
      const { location = "" } = answer.headers;
      expect(location, target).toMatch(/^(?:\/(?![/\\])|$)/);
    }
    expect(found).toEqual({});
  });

  it("acts on no page by its path, and in no header", async () => {
    const rooms = ["", "/en", `/${city}`, `/${city}/cameras`, `/${city}/evaluations`];
    const others = [`/${city}/districts`, `/${city}/files`, "/api/v1", "/embed", "/problems"];
    for (const room of [...rooms, ...others]) {
      for (const ending of ["", ".json"]) {
        const target = `${room}/${said}${ending}`;
        const answer = await request(product.port, target);
        expect(answer.status, target).toBeLessThan(500);
        expect(actsIn(target, answer), target).toEqual([]);
        for (const [name, value] of Object.entries(answer.headers)) {
          expect(String(value), `${target} ${name}`).not.toContain("<script");
        }
      }
    }
  });

  it.each(["referer", "user-agent", "accept-language", "x-forwarded-host", "origin", "cookie"])(
    "acts on no page by the header %s",
    async (name) => {
      for (const target of ["/", `/${city}`, "/account/sign-in", "/nowhere/at/all"]) {
        const answer = await request(product.port, target, { [name]: base });
        expect(answer.status, target).toBeLessThan(500);
        expect(actsIn(target, answer), target).toEqual([]);
        expect(answer.body.toString()).not.toContain("window.pwned=1</script><img");
      }
    },
  );
});
