import { describe, expect, it } from "vitest";
import { cameraParameters } from "#domain/dataset/api/camera-parameters.ts";
import { boxParameter, limitParameter } from "#domain/dataset/api/common-parameters.ts";
import { jsonLdContext } from "#domain/dataset/api/json-ld-context.ts";
import { logOperations } from "#domain/dataset/api/log-operations.ts";
import { openApiDocument } from "#domain/dataset/api/openapi.ts";
import { type ApiParameter, readQuery } from "#domain/dataset/api/parameter.ts";
import { apiResources, findResource } from "#domain/dataset/api/resources.ts";
import { featureSchema, rowSchema, toFeature, toJsonRow } from "#domain/dataset/api/row-schema.ts";
import { datasetOf, datasets } from "#domain/dataset/declared/registry.ts";

const read = (parameters: readonly ApiParameter[], query: string) =>
  readQuery(parameters, new URLSearchParams(query));

describe("a query is read strictly", () => {
  const parameters = [limitParameter, boxParameter, ...cameraParameters];

  it("numbers, lists after commas and repeated values become what they say", () => {
    const reading = read(
      parameters,
      "limit=3&bbox=2.2,48.8,2.5,48.9&status=removed&status=planned&facets=type,year&grid=2x3",
    );
    expect(reading).toMatchObject({
      kind: "read",
      values: {
        limit: 3,
        bbox: [2.2, 48.8, 2.5, 48.9],
        status: ["removed", "planned"],
        facets: ["type", "year"],
        grid: "2x3",
      },
    });
  });

  it("what is not given takes its default, or is absent", () => {
    expect(read(parameters, "")).toMatchObject({ kind: "read", values: { limit: 50, facets: [] } });
  });

  it.each([
    ["limit=1001", "limit"],
    ["limit=", "limit"],
    ["limit=1e3", "limit"],
    ["limit=1.5", "limit"],
    ["limit=1&limit=2", "limit"],
    ["bbox=1,2,3", "bbox"],
    ["bbox=3,0,1,1", "bbox"],
    ["bbox=0,0,0,x", "bbox"],
    ["bbox=0,-91,0,0", "bbox"],
    ["status=gone", "status"],
    ["grid=200x200", "grid"],
    ["grid=0x1", "grid"],
    ["from=1800", "from"],
  ])("%s is refused by name", (query, parameter) => {
    expect(read(parameters, query)).toMatchObject({ kind: "invalid", parameter });
  });

  it("a name that is none of the parameters is refused with those that are", () => {
    expect(read([limitParameter], "limt=3")).toEqual({
      kind: "unknown",
      parameter: "limt",
      known: ["limit"],
    });
  });
});

describe("a row in JSON", () => {
  const costs = datasetOf("costs");

  it("says an amount in the currency's unit, and only the columns asked for", () => {
    const row = { reference: "L1", amount: 123456, vat: null };
    expect(toJsonRow(costs, row, ["amount", "vat"])).toEqual({ amount: 1234.56, vat: null });
    expect(Object.keys(toJsonRow(costs, row))).toHaveLength(costs.columns.length);
  });

  it("as a feature keeps its place out of its properties", () => {
    const cameras = datasetOf("cameras");
    const feature = toFeature(cameras, { reference: "A", longitude: 4, latitude: 45 });
    expect(feature).toMatchObject({ id: "A", geometry: { coordinates: [4, 45] } });
    expect(feature.properties).not.toHaveProperty("longitude");
    expect(
      featureSchema(cameras).safeParse({ ...feature, properties: { reference: "A" } }).success,
    ).toBe(true);
  });

  it.each(datasets.map((dataset) => [dataset.id, dataset] as const))(
    "%s: a known value that may be absent passes, one of another type does not",
    (_, dataset) => {
      const schema = rowSchema(dataset);
      for (const { name, required } of dataset.columns) {
        expect([name, schema.safeParse({ [name]: null }).success]).toEqual([name, !required]);
        expect(schema.safeParse({ [name]: new Date(0) }).success).toBe(false);
      }
    },
  );
});

describe("the addresses of the API", () => {
  it("each resource is found at its own path, whatever its names stand for", () => {
    for (const resource of apiResources) {
      const segments = resource.path
        .slice(1)
        .replace(/\{\w+\}/g, "x")
        .split("/");
      expect(findResource(segments)?.resource.id).toBe(resource.id);
    }
    expect(findResource(["cities", "a", "cameras", "B 1"])?.names).toEqual({
      city: "a",
      reference: "B 1",
    });
    expect(findResource(["cities", ""])).toBeUndefined();
    expect(findResource(["cities", "x".repeat(201)])).toBeUndefined();
    expect(findResource([])).toBeUndefined();
  });

  it("the document names every resource once, and every answer that it refers to", () => {
    const document = openApiDocument("https://cameras.example", "1.0.0");
    expect(document.servers).toEqual([{ url: "https://cameras.example/api/v1" }]);
    expect(openApiDocument(undefined, "1").servers).toEqual([{ url: "/api/v1" }]);
    const paths = [...apiResources, ...logOperations].map(({ path }) => path);
    expect(Object.keys(document.paths)).toEqual(paths);
    const text = JSON.stringify(document);
    for (const [, id = ""] of text.matchAll(/#\/components\/schemas\/([A-Za-z]+)/g))
      expect(document.components.schemas).toHaveProperty(id);
  });

  it("linked data lead every column to its entry in the dictionary", () => {
    const context = jsonLdContext(datasetOf("cameras"), "https://cameras.example");
    expect(context).toMatchObject({
      status: "https://cameras.example/data/dictionary#cameras.status",
      latitude: "http://www.w3.org/2003/01/geo/wgs84_pos#lat",
      attributes: { "@type": "@json" },
    });
    expect(jsonLdContext(datasetOf("districts"), "")).toMatchObject({
      geometry: { "@type": "@json" },
    });
  });
});
