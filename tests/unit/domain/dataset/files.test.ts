import { describe, expect, it } from "vitest";
import { datasetOf, datasets } from "#domain/dataset/declared/registry.ts";
import { catalogueOf, fileAddress, schemaOrgOf } from "#domain/dataset/files/catalogue.ts";
import {
  citationOf,
  citationSentence,
  dataPackageOf,
  pageOf,
} from "#domain/dataset/files/city-files.ts";
import { cityFiles, filesOf, findDataFile, isModerated } from "#domain/dataset/files/data-file.ts";
import { csvwOf, dictionaryRows, tableSchemaOf } from "#domain/dataset/files/table-schema.ts";

const city = {
  slug: "essai",
  name: 'Ville "Essai": un',
  fictional: false,
  release: 7,
  publishedAt: "2026-05-04T10:00:00.000Z",
  contentHash: "0123456789abcdef0123",
  origin: "https://cameras.example",
};
const licences = [
  { licence: "Licence Ouverte", url: "https://etalab.example/lo" },
  { licence: "sur demande", url: null },
];

describe("the files of a release", () => {
  it("have one name each, and are found by it alone", () => {
    const names = [...cityFiles, ...datasets.flatMap(filesOf)].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(findDataFile(name)?.name).toBe(name);
    expect(findDataFile("../cameras.csv")).toBeUndefined();
    expect(findDataFile("costs.geojson")).toBeUndefined();
    expect(fileAddress(city, "cameras.csv")).toBe(
      "https://cameras.example/essai/data/7/cameras.csv",
    );
  });

  it("are described by the same columns in Table Schema and in CSV on the Web, without shapes", () => {
    for (const dataset of datasets) {
      const fields = tableSchemaOf(dataset).fields.map(({ name }) => name);
      expect(csvwOf(dataset).tableSchema.columns.map(({ name }) => name)).toEqual(fields);
      expect(fields).not.toContain("geometry");
    }
    const [field] = tableSchemaOf(datasetOf("cameras")).fields;
    expect(field).toMatchObject({ name: "reference", constraints: { required: true } });
    expect(dictionaryRows(datasets).length).toBe(
      datasets.reduce((sum, { columns }) => sum + columns.length, 0),
    );
  });

  it("cite their release; a name breaks out of no line", () => {
    const citation = citationOf(city);
    expect(citation).toContain('name: "Ville \\"Essai\\": un"');
    expect(citation).toContain("https://cameras.example/essai/data?release=7");
    expect(citationOf({ ...city, origin: "" })).not.toContain("url:");
    expect(citationSentence(city)).toContain("version 7");
    expect(pageOf(city)).toBe("https://cameras.example/essai/data");
    const described = dataPackageOf(city, datasets, licences);
    expect(described.licenses).toEqual([
      { title: "Licence Ouverte", path: "https://etalab.example/lo" },
      { title: "sur demande" },
    ]);
    expect(described.resources).toHaveLength(datasets.length);
  });
});

describe("the catalogue", () => {
  it("offers every dataset of a real city with its files, and no invented city", () => {
    const fictional = { ...city, slug: "fictive", fictional: true };
    const catalogue = catalogueOf(
      [
        { city, licences },
        { city: fictional, licences: [] },
      ],
      city.origin,
    );
    expect(catalogue["dcat:dataset"]).toHaveLength(datasets.length);
    expect(JSON.stringify(catalogue)).not.toContain("fictive");
    const [cameras] = catalogue["dcat:dataset"];
    expect(cameras?.["dct:license"]).toEqual([{ "@id": "https://etalab.example/lo" }]);
    expect(JSON.stringify(cameras)).toContain(
      "https://cameras.example/essai/data/7/cameras.parquet",
    );
  });

  it("tells a search engine what a page holds", () => {
    const told = schemaOrgOf(city, licences, { name: "n", description: "d", language: "fr" });
    expect(told.license).toEqual(["https://etalab.example/lo", "sur demande"]);
    expect(told.distribution.map(({ name }) => name)).toContain("costs.xlsx");
  });
});

describe("files that moderation changes", () => {
  it("are those that hold the words of annotations, and those that hold or count these", () => {
    const moderated = (name: string) => {
      const file = findDataFile(name);
      return file && isModerated(file);
    };
    expect(["annotations.csv", "annotations.ndjson", "annotations.xlsx"].map(moderated)).toEqual([
      true,
      true,
      true,
    ]);
    expect(moderated("annotations.tableschema.json")).toBe(false);
    expect(moderated("cameras.csv")).toBe(false);
    const whole = cityFiles.filter(isModerated).map(({ format }) => format);
    expect(whole.sort()).toEqual(["archive", "checksums"]);
    expect(moderated("nothing.csv")).toBeUndefined();
  });
});
