import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleAnnotation } from "#use-cases/annotation/change-annotation.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { getEvaluationPage } from "#use-cases/evaluation/get-evaluation-page.ts";
import { getIndicatorsPage } from "#use-cases/indicator/get-indicators-page.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { moderateAnnotation } from "#use-cases/moderation/moderate-annotation.ts";
import { join, signInFully } from "../accounts/people.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";
import { type ApiStage, openApiStage } from "./api-stage.ts";
import { publishTestAnnotation } from "./published-annotation.ts";
import { publishTestEvaluation } from "./published-evaluation.ts";

const { sql } = testDatabase();
let stage: ApiStage;
beforeAll(async () => {
  await installFirstCities();
  stage = await openApiStage();
});
afterAll(() => stage.close());

type Row = Record<string, unknown>;

async function read(target: string): Promise<Row & { rows: Row[]; matched: number }> {
  const { status, body } = await stage.ask(`/api/v1/cities/${target}`);
  expect([target, status]).toEqual([target, 200]);
  return JSON.parse(body.toString());
}

describe("indicators as open data", () => {
  it("has every indicator of Ville-Témoin that has its inputs, with the one value that its page shows", async () => {
    const latest = await read("ville-temoin/indicators?latest=true&limit=100&format=json");
    const page = await getIndicatorsPage("ville-temoin", new Date());
    expect(latest.rows.length).toBeGreaterThan(10);
    expect(latest.rows.map(({ indicator }) => indicator)).toEqual(
      page?.rows.flatMap(({ indicator: { id }, point }) => (point ? [id] : [])).sort(),
    );
    for (const row of latest.rows) expect(row).toMatchObject({ area_kind: "city" });
  });

  it("a value is its numerator over its denominator, in euros, with its interval around it", async () => {
    const { rows } = await read("ville-temoin/indicators?limit=1000&format=json");
    const shares = rows.filter(
      ({ indicator, state }) => indicator === "contribution-rate" && state === "known",
    );
    expect(shares.length).toBeGreaterThan(0);
    for (const { value, numerator_value, denominator_value, unknown, low, high } of shares) {
      expect(value).toBeCloseTo(
        Number(numerator_value) / (Number(denominator_value) - Number(unknown)),
      );
      expect(low).toBeLessThan(Number(value));
      expect(high).toBeGreaterThan(Number(value));
    }
    const [cost] = rows.filter(
      ({ indicator, state }) => indicator === "cost-per-inhabitant" && state === "known",
    );
    expect(cost?.unit).toMatch(/^EUR (incl|excl)\. VAT per inhabitant$/);
    expect(cost?.value).toBeCloseTo(
      Number(cost?.numerator_value) / Number(cost?.denominator_value),
    );
  });

  it("says nothing of a district that disclosure control withholds, and nothing but what outcomes say", async () => {
    const { rows } = await read(
      "ville-temoin/indicators?indicator=requests-per-camera-year&area_kind=district&limit=1000&format=json",
    );
    const withheld = rows.filter(({ state }) => state === "withheld");
    expect(withheld.length).toBeGreaterThan(0);
    for (const row of withheld)
      expect([row.value, row.low, row.high, row.numerator_value]).toEqual([null, null, null, null]);
    const published = await read(
      "ville-temoin/outcomes?table=district-year&limit=1000&format=json",
    );
    const counts = new Set(
      published.rows.map(({ definition_code, area, year, state, value }) =>
        [definition_code, area, year, state === "zero" ? 0 : value].join(),
      ),
    );
    for (const row of rows.filter(({ state }) => state === "known"))
      expect(counts).toContain(
        [
          row.numerator_definition,
          row.area,
          String(row.period_from).slice(0, 4),
          row.numerator_value,
        ].join(),
      );
  });

  it("stays as it was at a release, whatever came later", async () => {
    const city = await newCity("ages-of-indicators");
    await importText(
      city,
      "cameras",
      "reference,status,commissioned_on\nA,in-service,2020-01-01\n",
    );
    await importText(city, "population", "year,inhabitants,definition\n2020,1000,municipale\n");
    const target = `${city}/indicators?indicator=cameras-per-1000-inhabitants&release=2&format=json`;
    const before = await read(target);
    expect(before.rows.find(({ latest }) => latest)).toMatchObject({
      state: "known",
      value: 1,
      unit: "cameras per 1,000 inhabitants",
    });
    await importText(
      city,
      "cameras",
      "reference,status,commissioned_on\nA,in-service,2020-01-01\nB,in-service,2021-01-01\n",
    );
    stage.publish("later");
    expect((await read(target)).rows).toEqual(before.rows);
    const now = await read(`${city}/indicators?latest=true&family=equipment&format=json`);
    expect(now.rows[0]).toMatchObject({ value: 2 });
  });

  it("one indicator is told with its words, its history, its districts and what it lacks", async () => {
    const told = await read("ville-temoin/indicators/relevance-rate");
    expect(told).toMatchObject({
      indicator: "relevance-rate",
      name: { fr: expect.stringMatching(/./), en: expect.stringMatching(/./) },
      definition: { fr: expect.stringMatching(/./) },
      latest: { latest: true },
      inputs: [{ input: "relevant" }, { input: "requests" }],
    });
    expect((told.districts as Row[]).length).toBeGreaterThan(5);
    const poor = await read("saint-etienne/indicators/cost-per-request");
    expect(poor).toMatchObject({ latest: null, history: [], inputs: [{}, { state: "absent" }] });
    expect((await stage.ask("/api/v1/cities/ville-temoin/indicators/none")).status).toBe(404);
    expect(
      (await stage.ask("/api/v1/cities/ville-temoin/indicators/relevance-rate?release=99")).status,
    ).toBe(404);
  });
});

describe("acts that happen between two releases", () => {
  it("an opinion is read at once, and in a release only when it came before it", async () => {
    const city = await newCity("opinions");
    await importText(city, "cameras", "reference\nA\n");
    const slug = await publishTestEvaluation(city, "La place");
    stage.publish("acted");
    const now = await read(`${city}/evaluations?format=json`);
    expect(now.rows).toEqual([
      expect.objectContaining({
        evaluation: slug,
        version: 1,
        state: "current",
        opinion: "favourable-with-reservations",
        votes_for: 2,
        votes_against: 1,
        entitled: 3,
        dissents: [{ choice: "against", reasons: 'Trop tôt ; "=1+1"\nligne' }],
        reply_state: "replied",
        reply_days: 0,
        recommendations: [expect.objectContaining({ key: "r1", state: "accepted" })],
      }),
    ]);
    expect(JSON.stringify(now.rows)).not.toMatch(/Name of|Quality of|@/);
    expect((await read(`${city}/evaluations?release=1&format=json`)).rows).toEqual([]);
    await importText(city, "cameras", "reference\nA\nB\n");
    expect((await read(`${city}/evaluations?release=2&format=json`)).rows).toEqual(now.rows);
    const linked = await read(`${city}/evaluations?release=2&format=jsonld`);
    expect(linked["@context"]).toBe("/api/v1/contexts/evaluations");
  });

  it("an annotation is read at once, in a release as it stood then, and without its words once withdrawn", async () => {
    const city = await newCity("annotated");
    await importText(city, "cameras", "reference,status\nA,in-service\n");
    const written = await publishTestAnnotation(city, { kind: "camera", reference: "A" });
    const settle = async (step: "resolve" | "withdraw", reason: string) => {
      const { number, member: actor } = written;
      const now = new Date();
      const deed = { actor, citySlug: city, number, requestKey: randomUUID(), now };
      expect(await settleAnnotation(deed, step, reason)).toMatchObject({
        kind: expect.stringMatching(/resolved|withdrawn/),
      });
    };
    stage.publish("annotated");
    const now = await read(`${city}/annotations?format=json`);
    expect(now.rows).toEqual([
      expect.objectContaining({
        number: 1,
        type: "reservation",
        state: "published",
        resolved: false,
        target_kind: "camera",
        target: "A",
        judged_release: 1,
        judged: expect.objectContaining({ status: "in-service" }),
        quality: expect.stringMatching(/./),
        body: '=1+1 ; "et"\nensuite',
        revisions: [expect.objectContaining({ number: 1, reason: null })],
        settlements: [],
        withdrawn_at: null,
        page: `/${city}/annotations/1`,
      }),
    ]);
    expect(JSON.stringify(now.rows)).not.toMatch(/Name of|@/);
    expect((await read(`${city}/annotations?release=1&format=json`)).rows).toEqual([]);

    await importText(city, "cameras", "reference,status\nA,in-service\nB,in-service\n");
    await settle("resolve", "Expliqué.");
    await settle("withdraw", "Erreur de caméra.");
    stage.publish("withdrawn");
    expect((await read(`${city}/annotations?release=2&format=json`)).rows).toEqual(now.rows);
    const gone = await read(`${city}/annotations?format=json`);
    expect(gone.rows).toEqual([
      expect.objectContaining({
        state: "withdrawn",
        resolved: true,
        body: null,
        quote: null,
        revisions: [],
        settlements: [expect.objectContaining({ act: "resolved", reason: "Expliqué." })],
        withdrawal_reason: "Erreur de caméra.",
      }),
    ]);
    expect(JSON.stringify(gone.rows)).not.toContain("ensuite");
    const linked = await read(`${city}/annotations?format=jsonld`);
    expect(linked["@context"]).toBe("/api/v1/contexts/annotations");
  });

  it("an annotation that moderation hides has no words in any release, and has them again once restored", async () => {
    const city = await newCity("hidden");
    await importText(city, "cameras", "reference,status\nA,in-service\n");
    const { number } = await publishTestAnnotation(city, { kind: "camera", reference: "A" });
    await importText(city, "cameras", "reference,status\nA,in-service\nB,in-service\n");
    stage.publish("said");
    const targets = [
      `${city}/annotations?format=json`,
      `${city}/annotations?release=2&format=json`,
    ];
    const rows = () =>
      Promise.all(targets.map(async (target) => (await read(target)).rows[0] ?? {}));
    const said = await rows();
    expect(said.map(({ body }) => body)).toEqual(said.map(() => '=1+1 ; "et"\nensuite'));
    const account = await join(city, `moderator@${city}.example`, "moderator");
    const { actor } = await signInFully(account.publicId);
    const moderate = (step: "hide" | "restore") =>
      moderateAnnotation(
        { actor, citySlug: city, number, requestKey: randomUUID(), now: new Date() },
        step,
        { rule: "off-topic", reason: "Publicité." },
      );
    await moderate("hide");
    stage.publish("hidden");
    for (const row of await rows()) {
      const silent = { body: null, quote: null, quality: null, revisions: [] };
      expect(row).toMatchObject({ state: "hidden", ...silent });
      expect(row.moderation).toEqual([
        expect.objectContaining({
          ...{ act: "hidden", rule: "off-topic", quality: "moderator", reason: "Publicité." },
          log_entry: expect.any(Number),
        }),
      ]);
      expect(JSON.stringify(row)).not.toContain("ensuite");
    }
    await moderate("restore");
    stage.publish("restored");
    expect((await rows()).map(({ body }) => body)).toEqual(said.map(({ body }) => body));
    const pinned = await stage.ask(`/api/v1/cities/${targets[1]}`);
    expect(pinned.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  });

  it("annotations are kept by type, by what they are about and by whether they are resolved, page by page", async () => {
    const city = await newCity("annotated-twice");
    await importText(city, "cameras", "reference\nA\nB\n");
    const { member } = await publishTestAnnotation(city, { kind: "camera", reference: "A" });
    for (const reference of ["A", "B"]) {
      const given = { kind: "question", on: "camera", reference, body: "Pourquoi ?" };
      const asked = { actor: member, citySlug: city, requestKey: randomUUID(), now: new Date() };
      expect(await publishAnnotation(asked, given)).toMatchObject({ kind: "published" });
    }
    stage.publish("asked");
    const numbers = async (query: string) =>
      (await read(`${city}/annotations?format=json&${query}`)).rows.map(({ number }) => number);
    expect(await numbers("type=question")).toEqual([2, 3]);
    expect(await numbers("type=question&type=reservation&target=A")).toEqual([1, 2]);
    expect(await numbers("target_kind=district")).toEqual([]);
    expect(await numbers("resolved=true")).toEqual([]);
    expect(await numbers("resolved=false&state=published")).toEqual([1, 2, 3]);
    const first = await read(`${city}/annotations?format=json&limit=2&fields=number,type`);
    expect(first.rows).toEqual([
      { number: 1, type: "reservation" },
      { number: 2, type: "question" },
    ]);
    const second = await stage.ask(String(first.next));
    expect(JSON.parse(second.body.toString()).rows).toEqual([{ number: 3, type: "question" }]);
    const refused = await stage.ask(`/api/v1/cities/${city}/annotations?type=insult`);
    expect(refused.status).toBe(400);
  });

  it("the log of a city holds its acts, each with the bytes that give its hash, up to the release", async () => {
    const city = await newCity("logged");
    await importText(city, "cameras", "reference\nA\n");
    await importText(city, "cameras", "reference\nA\nB\n");
    const first = await read(`${city}/audit-log?release=1&format=json`);
    expect(first.rows.map(({ action }) => action)).toEqual(["city-added", "import-applied"]);
    const all = await read(`${city}/audit-log?format=json`);
    expect(all.rows).toHaveLength(3);
    for (const { entry, leaf_hash } of all.rows)
      expect(
        createHash("sha256")
          .update(Buffer.concat([Buffer.of(0), Buffer.from(String(entry))]))
          .digest("base64"),
      ).toBe(leaf_hash);
    const stored =
      await sql()`SELECT body FROM audit_entry WHERE city = ${city} ORDER BY log_index`;
    expect(all.rows.map(({ entry }) => entry)).toEqual(stored.map(({ body }) => body));
  });

  it("pages of acts go on to the end without a release", async () => {
    const whole = await read("ville-temoin/audit-log?limit=1000&format=json");
    const paged: Row[] = [];
    let target: string | null = "/api/v1/cities/ville-temoin/audit-log?limit=2&format=json";
    while (target !== null) {
      const page: Row & { rows: Row[]; next: string | null } = JSON.parse(
        (await stage.ask(target)).body.toString(),
      );
      paged.push(...page.rows);
      target = page.next;
    }
    expect(paged).toEqual(whole.rows);
  });
});

describe("an opinion that an article froze", () => {
  it("is what it was until the next release, whatever is said of it later", async () => {
    const city = await newCity("frozen-opinions");
    await importText(city, "cameras", "reference\nA\n");
    const slug = await publishTestEvaluation(city, "La gare");
    const now = () => getEvaluationPage(city, slug, new Date(), undefined, 1);
    expect(await now()).toMatchObject({ reply: { kind: "replied" }, replies: [{}] });
    await importText(city, "cameras", "reference\nA\nB\n");
    await sql()`INSERT INTO evaluation_reply (evaluation_id, version_number, body, replied_by, request_key)
      SELECT evaluation_id, version_number, 'Et encore.', replied_by, gen_random_uuid() FROM evaluation_reply
      WHERE evaluation_id = (SELECT id FROM evaluation WHERE slug = ${slug} AND city_id = (SELECT id FROM city WHERE slug = ${city}))`;
    expect((await now())?.replies).toHaveLength(1);
    const live = await getEvaluationPage(city, slug, new Date());
    expect(live?.replies).toHaveLength(2);
  });
});
