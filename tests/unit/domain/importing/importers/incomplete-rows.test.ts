import { describe, expect, test } from "vitest";
import { boundaryImporter } from "#domain/importing/importers/boundary.ts";
import { camerasImporter } from "#domain/importing/importers/cameras.ts";
import { contractsImporter } from "#domain/importing/importers/contracts.ts";
import { districtsImporter } from "#domain/importing/importers/districts.ts";
import { effectStudiesImporter } from "#domain/importing/importers/effect-studies.ts";
import { franceRadarsImporter } from "#domain/importing/importers/france-radars.ts";
import { newOrleansCamerasImporter } from "#domain/importing/importers/new-orleans-cameras.ts";
import { newOrleansRequestsImporter } from "#domain/importing/importers/new-orleans-requests.ts";
import { osmImporter } from "#domain/importing/importers/osm.ts";
import { outcomesImporter } from "#domain/importing/importers/outcomes.ts";
import { populationImporter } from "#domain/importing/importers/population.ts";
import { publishedFiguresImporter } from "#domain/importing/importers/published-figures.ts";
import { traffordCctvImporter } from "#domain/importing/importers/trafford-cctv.ts";
import { traffordSpendImporter } from "#domain/importing/importers/trafford-spend.ts";
import { importContext, readRows } from "./read-rows.ts";

const square = {
  type: "Polygon",
  coordinates: [
    [
      [4, 45],
      [4.1, 45],
      [4.1, 45.1],
      [4, 45],
    ],
  ],
};
const reasons = (problems: readonly { column: string | null; reason: string }[]) =>
  problems.map(({ column, reason }) => `${column}: ${reason}`);

describe("a row that leaves something out is refused by the name of what is missing", () => {
  test("two outlines of which neither has a code", () => {
    const given = importContext();
    const context = { ...given, city: { ...given.city, officialCode: null } };
    const rows = [
      { cells: {}, geometry: square },
      { cells: {}, geometry: square },
    ];
    const { problems } = readRows(boundaryImporter, rows, context);
    expect(reasons(problems)).toContain("code: several-outlines");
    expect(problems[0]?.value).toBeNull();
  });

  test("a camera of which no direction can be read", () => {
    const { problems } = readRows(camerasImporter, [
      { cells: { reference: "A1", directions: "towards the sea" } },
    ]);
    expect(reasons(problems)).toContain("directions: not-a-direction");
  });

  test("a district without a name, with a code and without", () => {
    const { problems } = readRows(districtsImporter, [
      { cells: { code: "A" }, geometry: square },
      { cells: {}, geometry: square },
    ]);
    expect(reasons(problems)).toEqual(["name: missing", "name: missing"]);
  });

  test("a study without a treated district", () => {
    const { problems } = readRows(effectStudiesImporter, [{ cells: { reference: "E1" } }]);
    expect(reasons(problems)).toContain("treated: missing");
  });

  test("a camera of New Orleans without its number", () => {
    const cells = { longitude: "4.1", latitude: "45.1" };
    const { problems } = readRows(newOrleansCamerasImporter, [{ cells }]);
    expect(reasons(problems)).toEqual(["random_id: missing"]);
  });

  test("a request without a result", () => {
    const cells = { time_create: "3/4/2022 23:59", result: "" };
    const { problems } = readRows(newOrleansRequestsImporter, [{ cells }]);
    expect(reasons(problems)).toEqual(["result: missing"]);
  });

  test("a count whose definition has no code or one that is too long to be read", () => {
    const cells = {
      funnel: "footage-review",
      stage: "requested",
      unit: "request",
      definition: "x".repeat(5000),
      scope: "streets",
      year: "2023",
      value: "12",
    };
    const { problems } = readRows(outcomesImporter, [
      { cells: { ...cells, definition: "requests" } },
      { cells: { ...cells, definition_code: "requests" } },
    ]);
    expect(reasons(problems)).toEqual(["definition_code: missing", "definition: too-long"]);
  });

  test("a count of a month whose year nobody says", () => {
    const { problems } = readRows(outcomesImporter, [{ cells: { month: "5", value: "1" } }]);
    expect(reasons(problems)).toContain("month: not-a-date");
  });

  test("a figure that nobody names", () => {
    const { problems } = readRows(publishedFiguresImporter, [{ cells: { value: "83" } }]);
    expect(reasons(problems)).toContain("measure: missing");
  });

  test("a line of spending with neither number nor purpose", () => {
    const { problems } = readRows(traffordSpendImporter, [
      {
        cells: {
          OrganisationalUnit: "CCTV CENTRAL WATCH",
          PaymentDate: "2031-04-12",
          Amount: "1.00",
        },
      },
      { cells: { BeneficiaryName: "Nobody Ltd" } },
    ]);
    expect(problems.every(({ reason }) => reason !== "")).toBe(true);
  });
});

describe("a row that leaves something out is read without it where it may be", () => {
  test("a contract is in the currency of the city unless it says another", () => {
    const cells = { reference: "2024-01", title: "Upkeep", notified_on: "2024-03-01" };
    const { records } = readRows(contractsImporter, [
      { cells },
      { cells: { ...cells, reference: "2024-02", currency: "CHF" } },
    ]);
    expect(records.map(({ currency }) => currency)).toEqual(["EUR", "CHF"]);
  });

  test("a district whose name is too long has as much of it for its code as fits, cut at a word", () => {
    const name = `${"Quartier ".repeat(9)}du Moulin`;
    const { records } = readRows(districtsImporter, [{ cells: { name }, geometry: square }]);
    const code = records[0]?.code ?? "";
    expect(code.length).toBeLessThanOrEqual(63);
    expect(code).toMatch(/^(?:quartier-)+quartier$/);
  });

  test("a radar of which only the place is said has neither label nor attributes", () => {
    const cells = { id: "99001", latitude: "45.1", longitude: "4.2" };
    const [record] = readRows(franceRadarsImporter, [{ cells }]).records;
    expect(record?.reference).toBe("99001");
    expect([record?.label, record?.attributes]).toEqual([undefined, undefined]);
  });

  test("a request without item or district counts for the city, in no case and no district", () => {
    const cells = {
      time_create: "3/4/2022 23:59",
      result: "Relevant video was found",
      signal_code: "67A",
    };
    const { records, tallies } = readRows(newOrleansRequestsImporter, [{ cells }]);
    expect(tallies["requests-without-a-known-district"]).toBe(1);
    expect(records.map(({ areaCode }) => areaCode ?? null)).toContain(null);
  });

  test("a count of an area whose kind is not said is of a district", () => {
    const cells = {
      definition_code: "requisitions",
      funnel: "footage-review",
      stage: "requested",
      unit: "request",
      definition: "Réquisitions reçues",
      scope: "voie publique",
      year: "2023",
      value: "12",
      area: "ouest",
    };
    const { records, problems } = readRows(outcomesImporter, [{ cells }]);
    expect(problems).toEqual([]);
    expect(records[0]).toMatchObject({ areaKind: "district", areaCode: "ouest" });
  });

  test("a wide table whose years are all empty for a place says nothing of it", () => {
    const context = importContext({ headers: ["commune_code", "pmun99", "pmun08"] });
    const read = (cells: Record<string, string | null>) =>
      readRows(populationImporter, [{ cells }], context);
    const empty = read({ commune_code: "99001", pmun99: null, pmun08: null });
    expect([empty.records, empty.leftOut]).toEqual([[], ["no-count"]]);
    const counted = read({ commune_code: "99001", pmun99: "10", pmun08: "20" });
    expect(counted.records.map(({ year }) => year)).toEqual([1999, 2008]);
  });

  test("a camera of Trafford without the name of its area goes where it stands", () => {
    const cells = { camera_id: "7", location: "Quay Street", lon: "3.9", lat: "45.0" };
    const [record] = readRows(traffordCctvImporter, [{ cells }]).records;
    expect(record?.districtCode).toBe("ouest");
  });
});

describe("a mapped camera", () => {
  const mapped = (tags: Record<string, string>) =>
    readRows(osmImporter, [
      {
        cells: { man_made: "surveillance", "surveillance:type": "camera", ...tags },
        geometry: { type: "Point", coordinates: [4.1, 45.1] },
      },
    ]).records[0];

  test("that takes the speed of cars enforces", () => {
    expect(mapped({ highway: "speed_camera" })?.type).toBe("enforcement");
  });

  test("is as many as it says, unless no pole could bear them", () => {
    expect(mapped({ "camera:count": "3" })?.cameraCount).toBe(3);
    expect(mapped({ "camera:count": "100000" })?.cameraCount).toBeUndefined();
  });

  test("whose name is a pasted page has none", () => {
    expect(mapped({ name: "Quai Haut" })?.label).toBe("Quai Haut");
    expect(mapped({ name: "x".repeat(301) })?.label).toBeUndefined();
  });
});
