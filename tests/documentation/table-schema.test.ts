import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { presetTableSchema, publishedSchemas } from "#scripts/table-schema.ts";

it.each(publishedSchemas)(
  "the published schema of $name is that of the code that reads it",
  async (schema) => {
    const published = await readFile(`docs/schemas/${schema.name}.tableschema.json`, "utf8");
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(presetTableSchema(schema))));
  },
);
