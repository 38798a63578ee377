import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import type { CityDescription } from "#domain/territory/city-description.ts";
import { appendAuditEntry } from "./audit/append-audit-entry.ts";
import type { WriteSql } from "./database.ts";

/** Enters a city; one that exists under this slug is left as it is. Returns its id. */
export async function writeCity(
  sql: WriteSql,
  city: CityDescription,
  actor: AuditActor,
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
  await appendAuditEntry(sql, {
    cityId: row.id,
    actor,
    action: "city-added",
    subject: `city ${city.slug}`,
    detail: { country: city.country, kind: city.kind, fictional: city.fictional },
  });
  return { id: row.id, created: true };
}
