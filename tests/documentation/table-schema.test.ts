import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { cameraTableSchema } from "#scripts/table-schema.ts";

it("the published schema of an inventory is that of the code that reads it", async () => {
  const published = await readFile("docs/schemas/cameras.tableschema.json", "utf8");
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(cameraTableSchema())));
});
