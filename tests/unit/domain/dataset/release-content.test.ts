import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datasetOf } from "#domain/dataset/declared/registry.ts";
import {
  type ContentDigests,
  contentColumns,
  contentDatasets,
  contentRow,
  contentText,
  isHashed,
} from "#domain/dataset/release-content.ts";

describe("the columns that a release is hashed over", () => {
  it.each(contentDatasets)("%s: are published, once each, in the order of RFC 8785", (dataset) => {
    const declared = datasetOf(dataset).columns.map(({ name }) => name);
    const columns: readonly string[] = contentColumns[dataset];
    expect(declared).toEqual(expect.arrayContaining([...columns]));
    expect([...new Set(columns)].sort()).toEqual(columns);
    // Form 2 is fixed: a column that is published later is not part of it.
    const apart = declared.filter((name) => !columns.includes(name));
    expect(apart).toEqual(dataset === "outcomes" ? ["sources"] : []);
  });

  it("are told of each column, and of no dataset that is computed or goes on", () => {
    expect(isHashed("outcomes", "value")).toBe(true);
    expect(isHashed("outcomes", "sources")).toBe(false);
    expect(isHashed("annotations", "body")).toBe(false);
  });
});

describe("the text of a row", () => {
  it("is the canonical JSON of the hashed columns that hold something", () => {
    const row = { year: 2024, name: "IPC", base: null, value: 117.5, other: "x" };
    expect(contentRow("price-index", row)).toBe('{"name":"IPC","value":117.5,"year":2024}');
  });

  it("is what RFC 8785 gives, whatever the cells hold", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(fc.string()),
      fc.dictionary(fc.string(), fc.integer(), { noNullPrototype: true }),
    );
    const row = fc.record({ address: cell, attributes: cell, type: cell, reference: cell });
    fc.assert(
      fc.property(row, (cells) => {
        expect(contentRow("cameras", cells)).toBe(canonicalize(cells));
      }),
    );
  });
});

describe("the text of a release", () => {
  it("is the form, then one line per dataset in the order of their names", () => {
    const digests = Object.fromEntries(contentDatasets.map((name) => [name, "ab"]));
    const lines = contentText(digests as ContentDigests).split("\n");
    expect(lines[0]).toBe("contrechamp release content 2");
    expect(lines.slice(1, -1)).toEqual([...contentDatasets].sort().map((name) => `${name} ab`));
    expect(lines.at(-1)).toBe("");
  });
});
