import { writeSql } from "#persistence/database.ts";
import { importFictionalCity } from "#persistence/importing/import-fictional-city.ts";

/** Enters a fictional city of any size, for trying out, tests and benchmarks. */
export function generateFictionalCity(order: {
  slug: string;
  seed: number;
  cameras: number;
}): Promise<void> {
  return writeSql((sql) => importFictionalCity(sql, { ...order, actor: "command-line" }));
}
