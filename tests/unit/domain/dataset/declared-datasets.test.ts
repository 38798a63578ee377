import { describe, expect, it } from "vitest";
import { toCameraRow } from "#domain/dataset/camera-row.ts";
import { geometryOf, publicRow } from "#domain/dataset/dataset.ts";
import { datasetOf, datasets, findDataset } from "#domain/dataset/declared/registry.ts";
import { type RegisteredCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import { findImporter } from "#domain/importing/importers/registry.ts";

describe("the declarations of the open datasets", () => {
  it.each(datasets.map((dataset) => [dataset.id, dataset] as const))(
    "%s: every column has a name of its own, words in two languages, and the list that its values come from",
    (_, dataset) => {
      const names = dataset.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining([...dataset.key]));
      for (const { name, type, values, description } of dataset.columns) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(description.fr.length * description.en.length).toBeGreaterThan(0);
        expect([name, type !== "enum" || (values?.length ?? 0) > 0]).toEqual([name, true]);
      }
    },
  );

  it.each(datasets.filter(({ preset }) => preset).map((dataset) => [dataset.id, dataset] as const))(
    "%s: the preset that reads it again knows every column but those that say where it was taken from",
    (_, { preset = "", columns }) => {
      const known = findImporter(preset)?.columns.map(({ name }) => name) ?? [];
      const unread = columns.map(({ name }) => name).filter((name) => !known.includes(name));
      expect(unread.filter((name) => !["source", "area_m2"].includes(name))).toEqual([]);
    },
  );

  it("a dataset is found by its name, and no other name is one", () => {
    expect(findDataset("costs")?.key).toEqual(["reference"]);
    expect(findDataset("toString")).toBeUndefined();
    expect(() => datasetOf("none" as "costs")).toThrow("No dataset is called none.");
  });
});

const camera: RegisteredCamera = {
  id: "901",
  reference: "A-1",
  status: "in-service",
  type: "multi-sensor",
  setting: "public-highway",
  mount: "pole",
  label: "Place du Marché",
  address: "1 place du Marché",
  districtCode: "est",
  longitude: 4.38765,
  latitude: 45.43567,
  positionMethod: "surveyed",
  publishedPrecision: "exact",
  precisionReason: null,
  precisionDecidedOn: null,
  installedOn: "2019-05",
  commissionedOn: null,
  removedOn: null,
  operator: "Police municipale",
  owner: null,
  controller: null,
  maintainer: null,
  purposes: ["persons-and-property"],
  authorisationReferences: ["2024-1"],
  retentionDays: 30,
  monitoring: null,
  algorithmicProcessing: null,
  cameraCount: 1,
  heads: [{ from: 45 }, { from: 90, to: 135, type: "fixed" }],
  attributes: { height: 4 },
  sourceId: 77,
};

describe("what leaves of a camera", () => {
  it("its declared columns, and neither its private identity nor the number of its source", () => {
    const row = toCameraRow(toPublicCamera(camera), "inventory");
    expect(Object.keys(row)).toEqual(datasetOf("cameras").columns.map(({ name }) => name));
    expect(row).toMatchObject({
      longitude: 4.38765,
      directions: ["45", "90-135 (fixed)"],
      source: "inventory",
    });
    expect(JSON.stringify(row)).not.toMatch(/901|77/);
  });

  it.each([
    [
      "street",
      { longitude: 4.388, latitude: 45.436, address: null, directions: null, district: "est" },
    ],
    ["district", { longitude: null, latitude: null, label: null, district: "est" }],
    ["hidden", { longitude: null, latitude: null, label: null, district: null }],
  ] as const)("published as %s, no more than that", (publishedPrecision, expected) => {
    const row = toCameraRow(toPublicCamera({ ...camera, publishedPrecision }), "inventory");
    expect(row).toMatchObject({
      ...expected,
      attributes: null,
      published_precision: publishedPrecision,
    });
  });

  it("a column that is not declared stays, and one that is absent is null", () => {
    const row = publicRow(datasetOf("contracts"), { reference: "M1", secret: "x" });
    expect(row).not.toHaveProperty("secret");
    expect(row).toMatchObject({ reference: "M1", title: null });
  });

  it("a place is a point, an outline or nothing", () => {
    const outline = { type: "Polygon", coordinates: [] };
    expect(geometryOf(datasetOf("cameras"), { longitude: 4, latitude: 45 })).toEqual({
      type: "Point",
      coordinates: [4, 45],
    });
    expect(geometryOf(datasetOf("cameras"), { longitude: null, latitude: null })).toBeNull();
    expect(geometryOf(datasetOf("districts"), { geometry: outline })).toBe(outline);
    expect(geometryOf(datasetOf("districts"), {})).toBeNull();
  });
});
