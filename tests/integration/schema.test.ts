import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { testDatabase } from "./database.ts";

const { sql } = testDatabase();

type Column = { name: string; nullable: boolean; array: boolean; type: string };

/** What each Prisma type is called in information_schema, without the native type that may refine it. */
const families: Readonly<Record<string, readonly string[]>> = {
  String: ["text", "character varying", "character", "uuid"],
  Int: ["integer", "smallint"],
  BigInt: ["bigint"],
  Float: ["double precision"],
  Decimal: ["numeric"],
  Boolean: ["boolean"],
  DateTime: ["timestamp with time zone", "date"],
  Json: ["jsonb"],
  Bytes: ["bytea"],
};

/** The models of schema.prisma as tables: names after their maps, without the fields that are relations. */
async function modelledTables(): Promise<Map<string, Column[]>> {
  const schema = await readFile("prisma/schema.prisma", "utf8");
  const tables = new Map<string, Column[]>();
  for (const [, name = "", body = ""] of schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
    const columns = body.split("\n").flatMap((line): Column[] => {
      const field = /^\s+(\w+)\s+(\w+)(\[\])?(\?)?/.exec(line);
      const type = field?.[2] ?? "";
      if (!field || !(type in families)) return [];
      const mapped = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field[1] ?? "";
      return [
        { name: mapped, type, array: field[3] !== undefined, nullable: field[4] !== undefined },
      ];
    });
    tables.set(table, columns);
  }
  return tables;
}

async function migratedTables(): Promise<Map<string, Column[]>> {
  const rows = await sql()<
    { table: string; name: string; nullable: boolean; type: string; element: string }[]
  >`
    SELECT c.table_name AS "table", c.column_name AS name, c.is_nullable = 'YES' AS nullable,
      c.data_type AS type, coalesce(e.data_type, '') AS element
    FROM information_schema.columns c
    LEFT JOIN information_schema.element_types e ON e.object_schema = c.table_schema
      AND e.object_name = c.table_name AND e.collection_type_identifier = c.dtd_identifier AND e.object_type = 'TABLE'
    WHERE c.table_schema = 'public' AND c.table_name <> '_prisma_migrations' ORDER BY c.ordinal_position`;
  const tables = new Map<string, Column[]>();
  for (const { table, name, nullable, type, element } of rows) {
    const array = type === "ARRAY";
    const columns = tables.get(table) ?? [];
    columns.push({ name, nullable, array, type: array ? element : type });
    tables.set(table, columns);
  }
  return tables;
}

describe("the migrated database and prisma/schema.prisma", () => {
  it("hold the same tables", async () => {
    const [modelled, migrated] = [await modelledTables(), await migratedTables()];
    expect([...modelled.keys()].sort()).toEqual([...migrated.keys()].sort());
    expect(modelled.size).toBeGreaterThan(15);
  });

  it("hold the same columns, as often empty, as often lists, of the same kind", async () => {
    const [modelled, migrated] = [await modelledTables(), await migratedTables()];
    const shape = (columns: readonly Column[]) =>
      columns.map(({ name, nullable, array }) => ({ name, nullable: nullable && !array, array }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    for (const [table, columns] of migrated) {
      const model = modelled.get(table) ?? [];
      expect(shape(model).sort(byName), table).toEqual(shape(columns).sort(byName));
      const misfits = columns.filter(({ name, type }) => {
        const declared = model.find((column) => column.name === name)?.type ?? "";
        return !families[declared]?.includes(type);
      });
      expect(misfits, table).toEqual([]);
    }
  });
});
