import { describe, expect, test } from "vitest";
import { cameraRecordSchema } from "#domain/camera/camera-record.ts";
import { camerasImporter } from "#domain/importing/importers/cameras.ts";
import { matchColumns } from "#domain/importing/match-columns.ts";
import { importContext, readRows } from "./read-rows.ts";

type Cells = Record<string, string | null>;
const read = (...rows: Cells[]) =>
  readRows(
    camerasImporter,
    rows.map((cells) => ({ cells })),
  );
const first = (cells: Cells) => read({ reference: "E-1", ...cells }).records[0];
const refusal = (cells: Cells) => read({ reference: "E-1", ...cells }).problems[0];

describe("a full row of the published schema", () => {
  test("fills every field of a camera record", () => {
    const { records } = read({
      reference: "E-0001",
      status: "in-service",
      type: "dome",
      setting: "public-highway",
      mount: "pole",
      label: "Place du Marché",
      address: "1 place du Marché",
      district: "est",
      longitude: "4,2",
      latitude: "45,1",
      position_method: "surveyed",
      published_precision: "street",
      precision_reason: "Local technique",
      precision_decided_on: "14/05/2024",
      installed_on: "2019",
      commissioned_on: "2019-05",
      removed_on: "43615",
      operator: "Police municipale",
      owner: "Ville",
      controller: "Maire",
      maintainer: "Régie",
      purposes: "persons-and-property;2",
      authorisations: "2019-12 | 2024-3",
      retention_days: "30 jours",
      monitoring: "live-partial",
      algorithmic_processing: "comptage",
      camera_count: "2",
      directions: "45;90-135",
      observed_on: "2026-01-31",
    });
    expect(records).toEqual([
      {
        reference: "E-0001",
        status: "in-service",
        type: "dome",
        setting: "public-highway",
        mount: "pole",
        label: "Place du Marché",
        address: "1 place du Marché",
        districtCode: "est",
        longitude: 4.2,
        latitude: 45.1,
        positionMethod: "surveyed",
        publishedPrecision: "street",
        precisionReason: "Local technique",
        precisionDecidedOn: "2024-05-14",
        installedOn: "2019",
        commissionedOn: "2019-05",
        removedOn: "2019-05-30",
        operator: "Police municipale",
        owner: "Ville",
        controller: "Maire",
        maintainer: "Régie",
        purposes: ["national-defence", "persons-and-property"],
        authorisationReferences: ["2019-12", "2024-3"],
        retentionDays: 30,
        monitoring: "live-partial",
        algorithmicProcessing: "comptage",
        cameraCount: 2,
        heads: [{ from: 45 }, { from: 90, to: 135 }],
        observedOn: "2026-01-31",
      },
    ]);
    const written = Object.keys(records[0] ?? {});
    const fields = Object.keys(cameraRecordSchema.shape).filter((field) => field !== "attributes");
    expect(written.sort()).toEqual(fields.sort());
  });

  test("a row of silences says nothing: no field is invented", () => {
    expect(first({ status: "", type: "n/a", retention_days: "-", purposes: " ; " })).toEqual({
      reference: "E-1",
    });
  });
});

describe("French headers", () => {
  test.each([
    ["N° caméra", "reference"],
    ["Numéro", "reference"],
    ["Statut", "status"],
    ["Date d’installation", "installed_on"],
    ["DATE D'INSTALLATION", "installed_on"],
    ["Mise en service", "commissioned_on"],
    ["Quartier", "district"],
    ["Adresse", "address"],
    ["Exploitant", "operator"],
    ["Propriétaire", "owner"],
    ["Finalités", "purposes"],
    ["Arrêté", "authorisations"],
    ["Durée de conservation", "retention_days"],
  ])("%s is %s", (header, column) => {
    expect(matchColumns([header], camerasImporter.columns).columnOf.get(header)).toBe(column);
  });

  test("no two columns claim the same spelling", () => {
    for (const { name, aliases } of camerasImporter.columns) {
      for (const spelling of [name, ...(aliases ?? [])]) {
        expect([
          spelling,
          matchColumns([spelling], camerasImporter.columns).columnOf.get(spelling),
        ]).toEqual([spelling, name]);
      }
    }
  });
});

describe("French values", () => {
  test.each([
    ["status", "En service", { status: "in-service" }],
    ["status", "in_service", { status: "in-service" }],
    ["status", "DÉPOSÉE", { status: "removed" }],
    ["type", "dôme", { type: "dome" }],
    ["type", "LAPI", { type: "number-plate" }],
    ["setting", "voie publique", { setting: "public-highway" }],
    ["mount", "Mât", { mount: "pole" }],
    ["monitoring", "a posteriori", { monitoring: "after-the-fact" }],
  ])("%s « %s »", (column, said, expected) => {
    expect(first({ [column]: said })).toMatchObject(expected);
  });

  test("a word outside the list is refused, with the list", () => {
    expect(refusal({ mount: "ballon" })).toMatchObject({
      column: "mount",
      value: "ballon",
      reason: "not-in-the-list",
      hint: expect.stringContaining("street-lamp"),
    });
  });

  /** Ranks of code de la sécurité intérieure, article L251-2. */
  test.each([
    ["CSI L251-2, 5°", ["persons-and-property"]],
    ["L. 251-2 11°", ["fly-tipping"]],
    ["1", ["public-buildings"]],
    ["1,5, 10", ["public-buildings", "persons-and-property", "vehicle-insurance"]],
    ["6°;terrorism", ["terrorism"]],
    ["Prévention d’actes de terrorisme", ["terrorism"]],
    ["Fly-tipping", ["fly-tipping"]],
  ])("purposes « %s »", (said, purposes) => {
    expect(first({ purposes: said })?.purposes).toEqual(purposes);
  });

  test("the same purposes in many rows are understood alike, and a wrong one is refused in each", () => {
    const row = (reference: string, purposes: string) => ({ reference, purposes });
    const { records, problems } = read(
      row("E-1", "terrorism;2"),
      row("E-2", "terrorism;2"),
      row("E-3", "faire joli"),
      row("E-4", "faire joli"),
    );
    expect(records.map(({ purposes }) => purposes)).toEqual([
      ["national-defence", "terrorism"],
      ["national-defence", "terrorism"],
    ]);
    expect(problems.map(({ reason }) => reason)).toEqual(["not-in-the-list", "not-in-the-list"]);
  });

  test.each(["12", "0", "faire joli"])("« %s » is no purpose of the law", (said) => {
    expect(refusal({ purposes: said })).toMatchObject({
      column: "purposes",
      reason: "not-in-the-list",
      hint: said,
    });
  });
});

describe("what is kept and what is refused", () => {
  test("retention beyond the legal month is a finding, not an error", () => {
    expect(first({ retention_days: "60" })?.retentionDays).toBe(60);
    expect(refusal({ retention_days: "1 mois" })).toMatchObject({ reason: "not-a-number" });
  });

  test("a position published less than exactly needs its reason", () => {
    expect(refusal({ published_precision: "quartier" })).toMatchObject({
      column: "precision_reason",
      reason: "precision-reason-missing",
    });
  });

  test.each([
    [{ reference: null }, "reference", "missing"],
    [{ reference: "A/1" }, "reference", "forbidden-character"],
    [{ directions: "45;both" }, "directions", "not-a-direction"],
    [{ attributes: "{broken" }, "attributes", "not-an-object"],
    [{ attributes: '{"a": [1]}' }, "attributes", "not-an-object"],
    [{ installed_on: "31/02/2019" }, "installed_on", "no-such-day"],
    [{ observed_on: "2019" }, "observed_on", "day-missing"],
    [{ longitude: "9", latitude: "45" }, "longitude", "outside-city"],
    [{ longitude: "4" }, "latitude", "half-a-position"],
    [{ district: "Nulle part" }, "district", "unknown-district"],
  ])("%j is refused under %s: %s", (cells, column, reason) => {
    expect(refusal(cells)).toMatchObject({ column, reason });
  });

  test("every problem of a row is told at once", () => {
    expect(read({ reference: "1", status: "x", type: "y" }).problems).toHaveLength(2);
  });
});

describe("the district and the place", () => {
  test("a district is given by code or by name, otherwise computed from the position", () => {
    expect(first({ district: "EST" })?.districtCode).toBe("est");
    expect(first({ district: "quartier de l'ouest" })?.districtCode).toBe("ouest");
    expect(first({ longitude: "3.8", latitude: "45" })?.districtCode).toBe("ouest");
    expect(first({ longitude: "4.2", latitude: "45" })?.districtCode).toBeUndefined();
  });

  test("where no district is known yet, what the file says is kept", () => {
    const rows = [{ cells: { reference: "1", district: "Centre" } }];
    const context = importContext({ knownDistricts: [] });
    expect(readRows(camerasImporter, rows, context).records[0]?.attributes).toEqual({
      district: "Centre",
    });
  });

  test("a feature's point is its position, published unless the file says how it was obtained", () => {
    const geometry = { type: "Point", coordinates: [4.1, 45.2] };
    const rows = [{ cells: { reference: "1" }, geometry }];
    expect(readRows(camerasImporter, rows).records).toEqual([
      { reference: "1", longitude: 4.1, latitude: 45.2, positionMethod: "published" },
    ]);
  });
});

test("what a published file says beside its columns is kept as it is", () => {
  const attributes = '{"height": 4, "lit": true, "zone": "A\\u0020\\u0020B"}';
  expect(first({ attributes })?.attributes).toEqual({ height: 4, lit: true, zone: "A  B" });
});
