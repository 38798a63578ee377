import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logOperations } from "#domain/dataset/api/log-operations.ts";
import { openApiDocument } from "#domain/dataset/api/openapi.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { logFilesIn, openLogFiles } from "#persistence/audit/log-files.ts";
import { writeSql } from "#persistence/database.ts";
import { logApiHandler } from "#server/handlers/log-api.ts";
import { writeDurably } from "#server/process/durable-file.ts";
import { LogPublisher } from "#server/transparency-log/log-publisher.ts";
import { newSigningKey, readSigner } from "#server/transparency-log/signing-key.ts";
import { testDatabase } from "../database.ts";
import { FrontStage } from "../server/front-stage.ts";

/** Replays what the OpenAPI document says of the log against the running front. */
testDatabase();
const ENTRIES = 300;
let stage: FrontStage;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-log-"));
  const files = logFilesIn(folder, writeDurably);
  stage = await FrontStage.open();
  stage.front.registerHandler("/api/v1/log", logApiHandler, "every");
  openLogFiles(files);
  const before = await stage.request("/api/v1/log/head", {}, "GET");
  expect(before.status).toBe(503);
  expectAsSaid("/log/head", before);
  await writeSql(async (sql) => {
    for (let n = 0; n < ENTRIES; n += 1) {
      await appendAuditEntry(sql, {
        ...{ cityId: null, actor: "system", action: "role-expired", subject: `account a${n}` },
        detail: { n, hash: "0123456789abcdef", list: [1.5, true, null] },
      });
    }
  });
  const signer = readSigner(newSigningKey("contract.example/log"));
  if (!signer) throw new Error("no key");
  expect(await new LogPublisher(files, signer).publish()).toBe(ENTRIES);
});
afterAll(async () => {
  openLogFiles(undefined);
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

type Answer = Awaited<ReturnType<FrontStage["request"]>>;
type Response = { content?: Record<string, { schema: { $ref: string } }> };
const document = JSON.parse(JSON.stringify(openApiDocument("", "1.0.0")));
const ajv = new Ajv2020({ strict: false });
// The formats' package is written for CommonJS.
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: "document", ...document });

function expectAsSaid(of: string, { status, headers, body }: Answer): void {
  const responses: Record<string, Response> = document.paths[of].get.responses;
  expect(Object.keys(responses)).toContain(String(status));
  const type = (headers["content-type"] ?? "").split(";")[0] ?? "";
  const $ref = responses[String(status)]?.content?.[type]?.schema.$ref;
  expect($ref, `${status} as ${type}`).toBeDefined();
  const validate = ajv.getSchema(`document${$ref}`) ?? ajv.compile({ $ref: `document${$ref}` });
  expect(validate(JSON.parse(body.toString())) ? [] : validate.errors).toEqual([]);
}

const ask = (target: string, headers: Record<string, string> = {}, method = "GET") =>
  stage.request(`/api/v1${target}`, headers, method);

describe("the API about the log keeps its document's word", () => {
  it.each([
    ["/log/head", ""],
    ["/log/entries", ""],
    ["/log/entries", "?start=290&limit=20"],
    ["/log/entries", "?action=role-expired&from=2026-01-01&to=2099-01-01&limit=1000"],
    ["/log/entries", "?city=nowhere"],
    ["/log/proof", "?index=7"],
    ["/log/proof", "?index=0&size=1"],
    ["/log/proof", "?from=256"],
    ["/log/proof", "?from=0&to=300"],
  ])("%s%s", async (of, query) => {
    const answer = await ask(`${of}${query}`);
    expect(answer.status).toBe(200);
    expectAsSaid(of, answer);
    const again = await ask(`${of}${query}`, { "if-none-match": answer.headers.etag ?? "" });
    expect(again.status).toBe(304);
    const head = await ask(`${of}${query}`, {}, "HEAD");
    expect([head.status, head.body.byteLength]).toEqual([200, 0]);
  });

  const names = logOperations.flatMap(({ parameters }) => parameters.map(({ name }) => name));
  const value = fc.oneof(
    fc.integer({ min: -2, max: ENTRIES + 2 }).map(String),
    fc.constantFrom("2026-11-26", "role-expired", "ville-temoin", "", "1e309", "2147483648", "NaN"),
    fc.constantFrom("9".repeat(300), "\u202e", "'; DROP TABLE city; --", "2026-02-30", "__proto__"),
    fc.string({ unit: "grapheme", maxLength: 40 }),
  );

  it.each(logOperations.map(({ path: of }) => of))("%s, whatever it is asked", async (of) => {
    const query = fc.array(fc.tuple(fc.constantFrom(...names, "other"), value), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(query, async (given) => {
        const asked = new URLSearchParams(given);
        const answer = await ask(`${of}?${asked}`);
        if (/^text\/html/.test(answer.headers["content-type"] ?? "")) return;
        expectAsSaid(of, answer);
        if (answer.status === 503) throw new Error(`${asked}: ${answer.body}`);
      }),
      { numRuns: 150 },
    );
  });
});
