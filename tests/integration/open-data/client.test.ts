import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import openapiTypescript, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "../database.ts";
import { type ApiStage, openApiStage } from "./api-stage.ts";

testDatabase();
let stage: ApiStage;
beforeAll(async () => {
  await installFirstCities();
  stage = await openApiStage({ origin: "https://cameras.example" });
});
afterAll(() => stage.close());

const document = async () => JSON.parse((await stage.ask("/api/v1/openapi.json")).body.toString());

it("the document is valid OpenAPI 3.1", async () => {
  const result = await new Validator().validate(await document());
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

/** What somebody who has only the document writes. */
const client = `
import type { operations } from "./api.ts";
type Camera = operations["list-cameras"]["responses"][200]["content"]["application/json"]["rows"][number];
export async function references(ask: (target: string) => Promise<unknown>): Promise<string[]> {
  const query: operations["list-cameras"]["parameters"]["query"] = { status: ["in-service"], limit: 5, format: "json" };
  const answer = (await ask("/api/v1/cities/ville-temoin/cameras?status=" + query.status + "&limit=5&format=json")) as {
    rows: Camera[];
  };
  return answer.rows.map(({ reference }) => reference ?? "");
}
export const wrong: Camera["status"] = "in-service";
`;

/** What the compiler says of these files, in a folder of their own. */
async function errorsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "contrechamp-client-"));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const program = ts.createProgram([path.join(folder, "client.ts")], {
    noEmit: true,
    strict: true,
    allowImportingTsExtensions: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  const said = ts.getPreEmitDiagnostics(program);
  await rm(folder, { recursive: true });
  return said.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

it("a client generated from the document is typed, and lists cameras", async () => {
  const types = astToString(await openapiTypescript(await document()));
  expect(await errorsOf({ "api.ts": types, "client.ts": client })).toEqual([]);
  const broken = client.replace('= "in-service";', '= "gone";');
  expect(await errorsOf({ "api.ts": types, "client.ts": broken })).not.toEqual([]);
  const script = ts.transpile(client, {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
  });
  const { references } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  const ask = async (target: string) => JSON.parse((await stage.ask(target)).body.toString());
  expect(await references(ask)).toHaveLength(5);
});
