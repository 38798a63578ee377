import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "#domain/dataset/api/openapi.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "../database.ts";
import { type ApiStage, openApiStage } from "./api-stage.ts";
import { publishTestAnnotation } from "./published-annotation.ts";
import { publishTestEvaluation } from "./published-evaluation.ts";

/** Replays the OpenAPI document against the running front: valid, boundary and hostile values of every parameter. */
testDatabase();
let stage: ApiStage;
beforeAll(async () => {
  await installFirstCities();
  const slug = await publishTestEvaluation("ville-temoin", "Avis d’essai");
  await publishTestAnnotation("ville-temoin", { kind: "evaluation", reference: slug });
  stage = await openApiStage();
});
afterAll(() => stage.close());

type Schema = {
  type?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
  items?: Schema;
};
type Parameter = {
  name: string;
  in: string;
  style?: string;
  explode?: boolean;
  schema: Schema;
};

const document = JSON.parse(JSON.stringify(openApiDocument("", "1.0.0")));
const ajv = new Ajv2020({ strict: false });
// The formats' package is written for CommonJS.
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: "document", ...document });
const validators = new Map<string, ReturnType<Ajv2020["compile"]>>();

function validatorOf($ref: string) {
  const known = validators.get($ref) ?? ajv.compile({ $ref: `document${$ref}` });
  validators.set($ref, known);
  return known;
}

const hostile = fc.constantFrom(
  "",
  " ",
  "\0",
  "%00",
  "'; DROP TABLE city; --",
  "\u202e\ud83d\ude00",
  "../../etc/passwd",
  "-1",
  "0",
  "1e309",
  "NaN",
  "2147483648",
  "9223372036854775808",
  "9".repeat(300),
  "<script>alert(1)</script>",
  "$%7Bjndi:ldap://x}",
  "a".repeat(1500),
  "null",
  "[]",
  "true",
  ",",
  ",,,,",
  "MS4w",
  "eyJhIjoxfQ",
);

const known: Readonly<Record<string, readonly string[]>> = {
  city: ["ville-temoin", "saint-etienne", "nowhere", "__proto__", "constructor"],
  reference: ["VT-0003", "VT-9999", "a/b", "é"],
  indicator: ["relevance-rate", "cost-per-request", "none", "toString"],
  number: ["1", "2", "3", "99", "0", "-1", "x"],
  dataset: ["cameras", "costs", "none", "toString"],
  cursor: ["MS4w", "Mi4xMA", "MS4", "OTk5OTk5OTk5Ljk5OTk5OTk5OQ"],
  release: ["1", "2", "3"],
  since: ["0", "1"],
  q: ["place", "é", "a b c"],
  grid: ["24x16", "1x1"],
};

function single(schema: Schema): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === "integer" || schema.type === "number") {
    const { minimum = -1e9, maximum = 1e9 } = schema;
    const limits = [minimum, maximum, minimum - 1, maximum + 1].map(String);
    const inside = fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
    return fc.oneof(fc.constantFrom(...limits), inside.map(String));
  }
  return fc.string({ unit: "grapheme", maxLength: Math.min(schema.maxLength ?? 40, 40) });
}

function valuesOf({ name, schema, style, explode }: Parameter): fc.Arbitrary<string[]> {
  const item = fc.oneof(
    { weight: 3, arbitrary: single(schema.type === "array" ? (schema.items ?? {}) : schema) },
    { weight: 1, arbitrary: hostile },
    ...(known[name] ? [{ weight: 3, arbitrary: fc.constantFrom(...(known[name] ?? [])) }] : []),
  );
  if (schema.type !== "array") return item.map((value) => [value]);
  const length = { minLength: schema.minItems ?? 1, maxLength: Math.max(schema.minItems ?? 1, 4) };
  const items = fc.array(item, length);
  return style === "form" && explode ? items : items.map((list) => [list.join(",")]);
}

/** One parameter in five: with all of them, one bad value would hide every other. */
function sometimes(values: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: values },
  );
}

function requestOf(path: string, parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const names = fc.tuple(...inPath.map(valuesOf));
  const query = fc.tuple(...inQuery.map((parameter) => sometimes(valuesOf(parameter))));
  return fc.tuple(names, query).map(([pathValues, queryValues]) => {
    let target = path;
    for (const [index, { name }] of inPath.entries()) {
      target = target.replace(`{${name}}`, encodeURIComponent(pathValues[index]?.[0] ?? ""));
    }
    const asked = inQuery.flatMap(({ name }, index) =>
      (queryValues[index] ?? []).map((value) => `${name}=${encodeURIComponent(value)}`),
    );
    return `/api/v1${target}${asked.length > 0 ? `?${asked.join("&")}` : ""}`;
  });
}

type Operation = {
  parameters: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }>;
};
// The log has a handler and a test of its own.
const operations = Object.entries(document.paths)
  .filter(([path]) => !path.startsWith("/log/"))
  .map(([path, item]) => [path, (item as { get: Operation }).get] as const);

async function check(target: string, operation: Operation, accept: string): Promise<void> {
  const answer = await stage.ask(target, { accept });
  const { status, headers, body } = answer;
  // What no browser sends (a step up, a null in a path, too long an address) never reaches the API.
  if ((status === 400 || status === 414) && /^text\/html/.test(headers["content-type"] ?? ""))
    return;
  expect(Object.keys(operation.responses)).toContain(String(status));
  expect(status).toBeLessThan(500);
  if (status === 308) return;
  const type = (headers["content-type"] ?? "").split(";")[0] ?? "";
  const $ref = operation.responses[String(status)]?.content?.[type]?.schema.$ref;
  expect($ref, `${status} as ${type}`).toBeDefined();
  const validate = validatorOf($ref ?? "");
  expect(validate(JSON.parse(body.toString())) ? [] : validate.errors).toEqual([]);
  if (status !== 200) return;
  const again = await stage.ask(target, { accept, "if-none-match": headers.etag ?? "" });
  expect(again.status).toBe(304);
  const head = await stage.ask(target, { accept }, "HEAD");
  expect([head.status, head.body.byteLength]).toEqual([200, 0]);
}

const accepts = fc.constantFrom(
  "*/*",
  "application/json",
  "application/geo+json",
  "application/ld+json",
  "text/html",
  "application/*;q=0.5, */*;q=0",
  ";;;q=x,,",
);

describe("the API keeps its document's word", () => {
  it.each(operations)("%s", async (path, operation) => {
    await fc.assert(
      fc.asyncProperty(requestOf(path, operation.parameters), accepts, (target, accept) =>
        check(target, operation, accept),
      ),
      { numRuns: 60 },
    );
  });

  it("what the document allows is never refused as malformed", async () => {
    // Rules that JSON Schema does not say: an order among four numbers, a product of two, what a cursor was made of.
    const ruled = ["bbox", "grid", "cursor"];
    const valid = (schema: Schema): fc.Arbitrary<string> =>
      schema.type === "integer"
        ? fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 }).map(String)
        : schema.enum
          ? fc.constantFrom(...schema.enum)
          : fc.constantFrom("est", "VT03", "Police municipale", "é ' %");
    const requests = operations
      .filter(([path]) => path.startsWith("/cities/{city}/") && !path.includes("{number}"))
      .map(([path, { parameters }]) => {
        const asked = parameters.filter(
          (parameter) => parameter.in === "query" && !ruled.includes(parameter.name),
        );
        const values = fc.tuple(
          ...asked.map(({ schema }) =>
            sometimes(valid(schema.items ?? schema).map((one) => [one])),
          ),
        );
        const target = path
          .replace("{city}", "ville-temoin")
          .replace("{reference}", "VT-0003")
          .replace("{indicator}", "relevance-rate");
        return values.map((given) => {
          const query = new URLSearchParams();
          for (const [index, { name }] of asked.entries())
            for (const value of given[index] ?? []) query.append(name, value);
          return `/api/v1${target}?${query}`;
        });
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(...requests), async (target) => {
        expect([200, 404]).toContain((await stage.ask(target)).status);
      }),
      { numRuns: 150 },
    );
  });

  it("answers every resource of Ville-Témoin with 200 in every form", async () => {
    for (const [path, operation] of operations) {
      const target = path
        .replace("{city}", "ville-temoin")
        .replace("{reference}", "VT-0003")
        .replace("{indicator}", "relevance-rate")
        .replace("{number}", "1")
        .replace("{dataset}", "cameras");
      for (const type of Object.keys(operation.responses["200"]?.content ?? {})) {
        const answer = await stage.ask(`/api/v1${target}`, { accept: type });
        expect([path, type, answer.status]).toEqual([path, type, 200]);
        await check(`/api/v1${target}`, operation, type);
      }
    }
  });
});
