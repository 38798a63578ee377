import { describe, expect, it } from "vitest";
import { getCityHome } from "#use-cases/city/get-city-home.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "./database.ts";

const { sql } = testDatabase();

describe("an empty installation", () => {
  it("is given Saint-Étienne, with only what is published, and Ville-Témoin", async () => {
    await installFirstCities();
    const rows = await sql()`
      SELECT c.slug, c.fictional,
        (SELECT count(*)::int FROM camera_version WHERE city_id = c.id) AS cameras,
        (SELECT count(*)::int FROM authorisation WHERE city_id = c.id) AS orders,
        (SELECT count(*)::int FROM published_figure WHERE city_id = c.id) AS figures,
        (SELECT count(*)::int FROM institution_fact WHERE city_id = c.id) AS facts
      FROM city c ORDER BY c.slug`;
    expect(rows).toMatchObject([
      { slug: "saint-etienne", fictional: false, cameras: 0, orders: 5, figures: 13, facts: 5 },
      { slug: "ville-temoin", fictional: true, cameras: 400, orders: 9 },
    ]);
    const expiries = await sql()`
      SELECT DISTINCT to_char(expires_on, 'YYYY-MM-DD') AS day FROM authorisation a
      JOIN city c ON c.id = a.city_id WHERE c.slug = 'saint-etienne'`;
    expect(expiries).toEqual([{ day: "2030-06-13" }]);
  });

  it("reads Saint-Étienne's page as a finding and its blanks", async () => {
    const home = await getCityHome("saint-etienne", new Date("2026-11-24T12:00:00Z"));
    expect(home?.headline).toMatchObject({
      kind: "announced-without-list",
      figure: { value: 435 },
    });
    expect(home?.blanks.map(({ kind }) => kind)).toContain("camera-list");
  });
});
