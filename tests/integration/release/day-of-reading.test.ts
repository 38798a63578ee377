import { beforeAll, describe, expect, it } from "vitest";
import { noFilter } from "#domain/dataset/camera-filter.ts";
import { getAuthorisationsPage } from "#use-cases/authorisation/get-authorisations-page.ts";
import { findCameras } from "#use-cases/camera/find-cameras.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { getCityHome } from "#use-cases/city/get-city-home.ts";
import { getDistrictsPage } from "#use-cases/district/get-districts-page.ts";
import { getIndicatorPage } from "#use-cases/indicator/get-indicator-page.ts";
import { getVoteCard } from "#use-cases/indicator/get-vote-card.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql } = testDatabase();

const city = "judged-then";
/** Published while the order stands; read for the article years after it has run out. */
const published = new Date("2026-03-01T23:30:00Z");
const years = new Date("2031-06-15T12:00:00Z");
const dayInParis = "2026-03-02";

describe("A release that an address names, read years later", () => {
  beforeAll(async () => {
    await newCity(city);
    const bring = async (preset: string, text: string) => {
      const report = await importText(city, preset, text);
      expect(report.errors).toEqual([]);
    };
    await bring(
      "authorisations",
      "order_number,kind,granted_on,expires_on\n2023-7,initial,2023-01-10,2028-01-10\n",
    );
    await bring(
      "population",
      "district_code,year,inhabitants,definition\n,2026,1000,municipal\n,2031,4000,municipal\n",
    );
    await bring(
      "cameras",
      "reference,label,status,type,setting,authorisations,commissioned_on,longitude,latitude\nC1,Place,in-service,fixed,public-highway,2023-7,2023-02-01,4.39,45.43\n",
    );
    await sql().begin(async (own) => {
      await own`ALTER TABLE release DISABLE TRIGGER release_is_immutable`;
      await own`UPDATE release SET published_at = ${published}
        WHERE city_id = (SELECT id FROM city WHERE slug = ${city})`;
      await own`ALTER TABLE release ENABLE TRIGGER release_is_immutable`;
    });
  });

  it.each([
    ["its number", 3, "valid", dayInParis],
    ["no number, as of today", undefined, "expired", "2031-06-15"],
  ] as const)("is judged on the same day everywhere: %s", async (_, release, state, day) => {
    const orders = await getAuthorisationsPage(city, years, release);
    expect(orders).toMatchObject({ today: day, orders: [{ reading: { state } }] });
    const home = await getCityHome(city, years, release);
    expect(home).toMatchObject({ today: day, authorisations: [{ reading: { state } }] });
    expect(home?.cameras.expired).toBe(state === "valid" ? 0 : 1);
    const camera = await getCameraPage(city, "C1", years, release);
    expect(camera).toMatchObject({ today: day, authorisationState: state });
    const share = await getIndicatorPage(city, "valid-authorisation-share", years, release);
    expect(share).toMatchObject({ today: day });
    expect(share?.point?.result).toMatchObject({ kind: "known", value: state === "valid" ? 1 : 0 });
    expect(share?.point?.period.to).toBe(day);
    const found = await findCameras({
      city,
      release,
      isNamed: release !== undefined,
      filter: { ...noFilter, authorisation: [state] },
      limit: 10,
      today: "2031-06-15",
    });
    expect(found?.matching).toBe(1);
    // One camera for 1,000 inhabitants at the census of 2026, for 4,000 at that of 2031.
    const districts = await getDistrictsPage(city, years, release);
    expect(districts?.perThousandInhabitants).toMatchObject({
      value: state === "valid" ? 1 : 0.25,
    });
  });

  it("is found from memory on its own day too", async () => {
    const asked = (state: "valid" | "expired", isNamed: boolean) =>
      findCameras({
        city,
        release: 3,
        isNamed,
        filter: { ...noFilter, authorisation: [state] },
        limit: 10,
        today: "2031-06-15",
      });
    for (const turn of [1, 2]) {
      expect((await asked("valid", true))?.matching, String(turn)).toBe(1);
      expect((await asked("expired", true))?.matching).toBe(0);
      // A cursor of a list that named no release goes on with its own day.
      expect((await asked("expired", false))?.matching).toBe(1);
    }
  });

  it("lets a proposal be dated after today, whatever release it is drawn from", async () => {
    const card = await getVoteCard(city, { evaluateOn: "2030-01-01" }, years, 3);
    expect(card).toMatchObject({ today: "2031-06-15", wrong: ["evaluateOn"] });
  });
});
