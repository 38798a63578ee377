import type { CityDescription } from "#domain/territory/city-description.ts";
import type { WriteSql } from "./database.ts";
import { writeAuditEntry } from "./importing/write-release.ts";

/** Enters a city; one that exists under this slug is left as it is. Returns its id. */
export async function writeCity(
  sql: WriteSql,
  city: CityDescription,
  actor: string,
): Promise<{ id: number; created: boolean }> {
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO city (slug, name, country, timezone, currency, kind, official_code, fictional)
    VALUES (${city.slug}, ${city.name}, ${city.country}, ${city.timezone}, ${city.currency}, ${city.kind},
      ${city.officialCode ?? null}, ${city.fictional})
    ON CONFLICT (slug) DO NOTHING RETURNING id`;
  if (!row) {
    const [known] = await sql<{ id: number }[]>`SELECT id FROM city WHERE slug = ${city.slug}`;
    return { id: known?.id ?? 0, created: false };
  }
  await writeAuditEntry(sql, {
    cityId: row.id,
    actor,
    action: "city-added",
    subject: city.slug,
    detail: { ...city },
  });
  return { id: row.id, created: true };
}
