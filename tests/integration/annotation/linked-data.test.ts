import { randomUUID } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annotationKinds } from "#domain/annotation/annotation-content.ts";
import { readWebAnnotation } from "#domain/annotation/read-web-annotation.ts";
import { annotationsHandler, isLinkedAnnotations } from "#server/handlers/annotations.ts";
import { RequestRates } from "#server/http/request-rates.ts";
import schema from "#tests/fixtures/web-annotation.schema.json" with { type: "json" };
import { settleAnnotation } from "#use-cases/annotation/change-annotation.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { getEvaluationPage } from "#use-cases/evaluation/get-evaluation-page.ts";
import { moderateAnnotation } from "#use-cases/moderation/moderate-annotation.ts";
import { join, now, signInFully } from "../accounts/people.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";
import { publishTestEvaluation } from "../open-data/published-evaluation.ts";
import { FrontStage } from "../server/front-stage.ts";

/** What is really served, as bytes over HTTP, against what the Recommendation demands. */
testDatabase();
const ajv = new Ajv2020({ strict: false, allErrors: true });
// The formats' package is written for CommonJS.
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema(schema);

type Shape = "one" | "collection" | "page" | "tombstone";
type Json = Record<string, unknown>;

function faultsOf(shape: Shape, value: unknown): string[] {
  const validate = ajv.getSchema(`web-annotation#/$defs/${shape}`);
  if (!validate) throw new Error(shape);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let stage: FrontStage;
let city = "";
const numbers = { passage: 0, reply: 0, withdrawn: 0, hidden: 0 };

beforeAll(async () => {
  stage = await FrontStage.open({ publicOrigin: "https://contrechamp.example" });
  const rates = new RequestRates({ name: "test", requests: 1_000_000, seconds: 60 }, Date.now);
  const handler = annotationsHandler("https://contrechamp.example", rates);
  stage.front.registerHandler(isLinkedAnnotations, handler);
  city = await newCity("linked");
  await importText(city, "cameras", "reference,status\nA,in-service\n");
  const slug = await publishTestEvaluation(city, "La place du marché");
  const person = async (role: "committee-member" | "moderator") =>
    (await signInFully((await join(city, `${role}@linked.example`, role)).publicId)).actor;
  const [member, moderator] = [await person("committee-member"), await person("moderator")];
  const asked = (actor = member) => ({ actor, citySlug: city, requestKey: randomUUID(), now });
  const say = async (given: Json) => {
    const done = await publishAnnotation(asked(), { body: "Why *here*?", ...given });
    if (done.kind !== "published") throw new Error(JSON.stringify(done));
    return done.number;
  };
  const camera = { on: "camera", reference: "A" };
  for (const kind of annotationKinds.filter((one) => one !== "reply")) {
    for (let count = 0; count < 5; count += 1) await say({ kind, ...camera });
  }
  numbers.passage = await say({
    ...{ kind: "reservation", on: "evaluation", reference: slug, quote: await firstWords(slug) },
  });
  numbers.reply = await say({ kind: "reply", answers: numbers.passage });
  numbers.withdrawn = await say({ kind: "question", ...camera });
  await settleAnnotation({ ...asked(), number: numbers.withdrawn }, "withdraw", "Wrong camera.");
  numbers.hidden = await say({ kind: "question", ...camera, body: "Officer Dupont sleeps." });
  const hiding = { rule: "identifiable-person", reason: "It judges a person." };
  await moderateAnnotation({ ...asked(moderator), number: numbers.hidden }, "hide", hiding);
});
afterAll(() => stage.close());

/** Some words of an opinion's text. */
async function firstWords(slug: string): Promise<string> {
  const page = await getEvaluationPage(city, slug, now);
  const [words] = page?.shown.content.body.match(/\p{L}+(?: \p{L}+){3}/u) ?? [];
  if (!words) throw new Error("no words");
  return words;
}

async function served(target: string): Promise<{ status: number; value: Json; type: unknown }> {
  const { status, headers, body } = await stage.request(target, { host: "contrechamp.example" });
  return { status, value: JSON.parse(body.toString()), type: headers["content-type"] };
}

const one = (number: number) => `/${city}/annotations/${number}.jsonld`;

describe("an annotation as it is served", () => {
  it("is what the Recommendation demands: on a passage, on a thing, and a reply, of every type", async () => {
    const kinds = new Set<unknown>();
    for (let number = 1; number <= numbers.reply; number += 1) {
      const { status, value, type } = await served(one(number));
      expect([number, status, faultsOf("one", value)]).toEqual([number, 200, []]);
      expect(readWebAnnotation(JSON.stringify(value))).toMatchObject({ kind: "valid" });
      // 4.1 of the Protocol: the media type, with the profile of the model.
      expect(type).toMatch(
        /^application\/ld\+json; profile="http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/,
      );
      kinds.add((value.body as Json[])[1]?.value);
    }
    expect(kinds).toEqual(new Set(annotationKinds));
    const { value } = await served(one(numbers.passage));
    expect((value.target as Json).selector).toHaveLength(2);
  });

  it("is a tombstone once withdrawn or hidden, which says the rule and never the words", async () => {
    const withdrawn = await served(one(numbers.withdrawn));
    expect([withdrawn.status, faultsOf("tombstone", withdrawn.value)]).toEqual([410, []]);
    expect(withdrawn.value).not.toHaveProperty("rule");
    const hidden = await served(one(numbers.hidden));
    expect([hidden.status, faultsOf("tombstone", hidden.value)]).toEqual([410, []]);
    expect(hidden.value).toMatchObject({
      rule: `https://contrechamp.example/${city}/annotations/moderation#identifiable-person`,
      quality: "moderator",
      summary: "It judges a person.",
    });
    expect(JSON.stringify(hidden.value)).not.toMatch(/Dupont|Name of/);
  });
});

describe("the collection as it is served", () => {
  it("leads from its first page to its last, each valid, through as many annotations as it says and no hidden one", async () => {
    const collection = await served(`/${city}/annotations.jsonld`);
    expect(faultsOf("collection", collection.value)).toEqual([]);
    const ids: unknown[] = [];
    let next = collection.value.first as string | undefined;
    let last: string | undefined;
    while (next) {
      const { pathname, search } = new URL(next);
      const { value } = await served(pathname + search);
      expect(faultsOf("page", value)).toEqual([]);
      expect(value).toMatchObject({ startIndex: ids.length, partOf: { id: collection.value.id } });
      ids.push(...(value.items as Json[]).map(({ id }) => id));
      last = next;
      next = value.next as string | undefined;
    }
    expect(last).toBe(collection.value.last);
    expect(new Set(ids).size).toBe(collection.value.total);
    expect(ids.length).toBe(numbers.reply);
    for (const gone of [numbers.hidden, numbers.withdrawn]) {
      expect(ids).not.toContain(`https://contrechamp.example/${city}/annotations/${gone}`);
    }
  });

  it("is valid where nothing is in it", async () => {
    const empty = await served(`/${city}/annotations.jsonld?on=district`);
    expect([empty.value.total, faultsOf("collection", empty.value)]).toEqual([0, []]);
    const { pathname, search } = new URL(String(empty.value.first));
    expect(faultsOf("page", (await served(pathname + search)).value)).toEqual([]);
  });
});

describe("the rules that it is held against", () => {
  it.each<[string, (value: Json) => unknown]>([
    ["no address", (value) => ({ ...value, id: undefined })],
    ["an address that is none", (value) => ({ ...value, id: "annotation 3" })],
    ["another context", (value) => ({ ...value, "@context": ["http://example.org/"] })],
    ["another type", (value) => ({ ...value, type: "Note" })],
    ["no target", (value) => ({ ...value, target: undefined })],
    ["a motivation of its own", (value) => ({ ...value, motivation: "moderated" })],
    ["a day for an instant", (value) => ({ ...value, created: "2026-11-26" })],
    ["a local time", (value) => ({ ...value, modified: "2026-11-26T10:00:00+01:00" })],
    ["a body of nothing", (value) => ({ ...value, body: [{ type: "TextualBody" }] })],
    ["two sources", (value) => retarget(value, { source: ["http://a.org/", "http://b.org/"] })],
    ["a state without its instant", (value) => retarget(value, { state: { type: "TimeState" } })],
    [
      "a place before the text",
      (value) =>
        retarget(value, { selector: [{ type: "TextPositionSelector", start: -1, end: 2 }] }),
    ],
    [
      "a quotation of nothing",
      (value) => retarget(value, { selector: [{ type: "TextQuoteSelector", prefix: "a" }] }),
    ],
  ])("refuse %s", async (_, broken) => {
    const { value } = await served(one(numbers.passage));
    const sent = JSON.parse(JSON.stringify(broken(value)));
    expect(faultsOf("one", sent)).not.toEqual([]);
  });
});

function retarget(value: Json, part: Json): Json {
  return { ...value, target: { ...(value.target as Json), ...part } };
}
