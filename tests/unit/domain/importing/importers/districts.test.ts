import { describe, expect, test } from "vitest";
import { districtsImporter } from "#domain/importing/importers/districts.ts";
import { importContext, readRows } from "./read-rows.ts";

const square = (west: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, 45],
      [west + 0.01, 45],
      [west + 0.01, 45.01],
      [west, 45.01],
      [west, 45],
    ],
  ],
});
const feature = (cells: Record<string, string | null>) => ({ cells, geometry: square(4) });
const codes = (rows: ReturnType<typeof feature>[], options: Record<string, string> = {}) =>
  readRows(districtsImporter, rows, importContext({ options })).records.map(({ code }) => code);

describe("the districts of a file", () => {
  test("keep their code, their name and their outline, with its size and box", () => {
    const { records } = readRows(districtsImporter, [feature({ code: "E0501", name: "Vale" })]);
    expect(records).toEqual([
      {
        code: "E0501",
        name: "Vale",
        kind: "other",
        geometry: square(4),
        areaM2: expect.any(Number),
        box: [4, 45, 4.01, 45.01],
      },
    ]);
    // 0.01° by 0.01° at 45° N is about 0.79 km by 1.11 km.
    expect(records[0]?.areaM2).toBeCloseTo(875_000, -4);
  });

  test("blanks in names are collapsed, capitals stay the source's", () => {
    const { records } = readRows(districtsImporter, [
      feature({ name: " La Butte  - portail   rouge" }),
    ]);
    expect(records[0]).toMatchObject({
      name: "La Butte - portail rouge",
      code: "la-butte-portail-rouge",
    });
  });

  test("one code for every feature is not theirs: names take over, even where there is an id", () => {
    const rows = ["Crêt de l’Œuvre", "Centre-ville"].map((name, index) =>
      feature({ id: String(index + 1), code: "77400", name }),
    );
    expect(codes(rows)).toEqual(["cret-de-l-oeuvre", "centre-ville"]);
  });

  test("without a code column the identifier is the code", () => {
    expect(codes([feature({ id: "7.0", name: "A" }), feature({ id: "8", name: "B" })])).toEqual([
      "7",
      "8",
    ]);
  });

  test("options name the properties, even one that was recognised as a column", () => {
    const rows = [feature({ code: "x", fid_1: "9", title: "Nord" })];
    expect(codes(rows, { code: "fid_1", name: "title" })).toEqual(["9"]);
    const renamed = [feature({ code: "E05", name: "Vale" })];
    expect(codes(renamed, { code: "area_code", name: "area_name" })).toEqual(["E05"]);
  });

  test("the kind is an option, a property, or what the headers call them", () => {
    const kind = (cells: Record<string, string>, changes: Parameters<typeof importContext>[0]) =>
      readRows(districtsImporter, [feature({ name: "A", ...cells })], importContext(changes))
        .records[0]?.kind;
    expect(kind({}, { options: { kind: "police-district" } })).toBe("police-district");
    expect(kind({ sort: "Quartier" }, { options: { kind: "sort" } })).toBe("quartier");
    expect(kind({}, { headers: ["WD23CD", "WD23NM"] })).toBe("ward");
    expect(kind({ kind: "IRIS" }, {})).toBe("other");
  });

  test("a code used twice is refused and names the first line", () => {
    const rows = ["1", "2", "1"].map((code) => feature({ code, name: `Q ${code}` }));
    expect(readRows(districtsImporter, rows).problems).toEqual([
      { line: 4, column: "code", value: "1", reason: "duplicate-code", hint: "2" },
    ]);
  });

  test("no name, a code with a slash and a point instead of an area are refused", () => {
    const { problems } = readRows(districtsImporter, [
      feature({ code: "1", name: null }),
      feature({ code: "a/b", name: "B" }),
      { cells: { code: "3", name: "C" }, geometry: { type: "Point", coordinates: [4, 45] } },
    ]);
    expect(problems).toMatchObject([
      { line: 2, column: "name", reason: "missing" },
      { line: 3, column: "code", reason: "not-a-code" },
      { line: 4, column: null, reason: "area-not-a-polygon" },
    ]);
  });

  test("a list of names without outlines is enough", () => {
    expect(readRows(districtsImporter, [{ cells: { name: "Centre" } }]).records).toEqual([
      { code: "centre", name: "Centre", kind: "other" },
    ]);
  });
});

describe("the kind of a district", () => {
  const kindOf = (cells: Record<string, string>, more: Parameters<typeof importContext>[0] = {}) =>
    readRows(districtsImporter, [feature({ code: "A", name: "A", ...cells })], importContext(more));

  test("is told by a header of the file when no property says it", () => {
    const kinds = ["Nom du quartier", "WD23CD", "arrondissement", "zone"].map(
      (header) => kindOf({}, { headers: [header] }).records[0]?.kind,
    );
    expect(kinds).toEqual(["quartier", "ward", "arrondissement", "other"]);
  });

  test("is refused when somebody chose the property and its value is not understood", () => {
    const chosen = { options: { kind: "nature" } };
    expect(kindOf({ nature: "ward" }, chosen).records[0]?.kind).toBe("ward");
    expect(kindOf({ nature: "parish" }, chosen).problems).toContainEqual(
      expect.objectContaining({ reason: "not-in-the-list" }),
    );
  });
});
