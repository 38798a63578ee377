import { beforeAll, describe, expect, it } from "vitest";
import { getVoteCard } from "#use-cases/indicator/get-vote-card.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "./database.ts";

const { sql } = testDatabase();
const now = new Date("2026-11-24T12:00:00Z");

describe("The card before a vote", () => {
  beforeAll(() => installFirstCities());

  it("says of each neighbour how far it is and how long it was watched, as it is published", async () => {
    const [camera] = await sql()<{ latitude: number; longitude: number }[]>`
      SELECT v.latitude, v.longitude FROM camera_version v
      WHERE v.status = 'in-service' AND v.published_precision = 'exact' AND v.latitude IS NOT NULL
        AND EXISTS (SELECT FROM protected_outcome p WHERE p.table_code = 'camera-hours'
          AND p.area_code = v.reference AND p.state = 'published') ORDER BY v.reference LIMIT 1`;
    if (!camera) throw new Error("no camera with hours");
    const position = `${camera.latitude}, ${camera.longitude}`;
    const card = await getVoteCard("ville-temoin", { position }, now);
    const neighbours = card?.neighbours ?? [];
    expect(neighbours.length).toBeGreaterThan(0);
    expect(neighbours.some(({ watched }) => watched !== undefined)).toBe(true);
    for (const { camera: near, metres, watched } of neighbours) {
      expect(metres).toBeLessThanOrEqual(card?.neighboursWithin ?? 0);
      const [latest] = await sql()<{ year: number; hours: number }[]>`
        SELECT year::int, coalesce(value, 0)::int AS hours FROM protected_outcome
        WHERE table_code = 'camera-hours' AND area_code = ${near.reference}
          AND state IN ('published', 'zero') ORDER BY year DESC LIMIT 1`;
      expect(watched).toEqual(latest && { year: latest.year, hours: latest.hours });
    }
    expect(card?.place?.district?.areaM2).toBeGreaterThan(0);
  });

  it("gives the latest count of the district's live monitoring that may be read", async () => {
    const card = await getVoteCard("ville-temoin", { district: "VT07" }, now);
    const [latest] = await sql()<{ year: number; value: number }[]>`
      SELECT v.year::int, v.value::int FROM protected_outcome v
      JOIN outcome_definition d ON d.id = v.definition_id
      WHERE v.table_code = 'district-year' AND v.area_code = 'VT07' AND v.state = 'published'
        AND d.funnel = 'live-monitoring' AND d.stage = 'detected' ORDER BY v.year DESC LIMIT 1`;
    expect(card?.seenLive).toMatchObject({ stage: "detected", ...latest });
    expect(card?.neighbours).toEqual([]);
    const nowhere = await getVoteCard("saint-etienne", {}, now);
    expect(nowhere?.seenLive).toBeUndefined();
  });
});
