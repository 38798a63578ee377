import { describe, expect, it } from "vitest";
import { fieldLabel, isInCents } from "#domain/importing/field-label.ts";
import {
  dateInName,
  ImportRefusal,
  refuseForeignFormat,
  refuseMissingColumns,
} from "#domain/importing/import-refusal.ts";
import { emptyReport } from "#domain/importing/import-report.ts";
import type { Importer, RawRow } from "#domain/importing/importer.ts";
import { camerasImporter } from "#domain/importing/importers/cameras.ts";
import { effectStudiesImporter } from "#domain/importing/importers/effect-studies.ts";
import { matchColumns } from "#domain/importing/match-columns.ts";
import { type RejectedRow, readRecords } from "#domain/importing/read-records.ts";
import { importContext, readRows } from "./importers/read-rows.ts";

async function* batchesOf(...batches: RawRow[][]) {
  yield* batches;
}

const record = { code: "", name: "", kind: "other" } as never;
const problem = (line: number) => ({
  line,
  column: "name",
  value: null,
  reason: "missing",
  expected: null,
});

/** Reads "ok" as a record, "no" as a refusal, anything else as left out; its end brings one record more. */
const importer = (finish?: boolean): Importer<"district"> => ({
  ...(effectStudiesImporter as unknown as Importer<"district">),
  begin: () => ({
    read: ({ line, cells }) => {
      if (cells.a === "ok") return { kind: "records", records: [record] };
      if (cells.a === "no") return { kind: "rejected", problems: [problem(line)] as never };
      return { kind: "left-out", reason: "elsewhere" };
    },
    ...(finish
      ? {
          finish: () => [
            { kind: "records", records: [record] },
            { kind: "rejected", problems: [problem(0)] as never },
          ],
          tallies: () => ({ together: 2 }),
        }
      : {}),
  }),
});
const rowsOf = (...values: string[]): RawRow[] =>
  values.map((a, index) => ({ line: index + 2, cells: { a } }));

describe("A table read through a preset", () => {
  it("gives its records batch by batch, with their lines, and counts what it left and refused", async () => {
    const rejected: RejectedRow[] = [];
    const { batches, tally } = readRecords(
      importer(true),
      importContext(),
      batchesOf(rowsOf("ok", "no", "far"), rowsOf("far", "ok")),
      (row) => rejected.push(row),
    );
    const lines: number[][] = [];
    for await (const batch of batches) lines.push(batch.map(({ line }) => line));
    expect(lines).toEqual([[2], [3], [0]]);
    expect(rejected.map(({ cells }) => cells)).toEqual([{ a: "no" }, {}]);
    expect(tally).toEqual({
      rows: 5,
      records: 3,
      rejected: 2,
      leftOut: { elsewhere: 2 },
      tallies: { together: 2 },
    });
  });

  it("that brings nothing at its end ends with an empty batch", async () => {
    const { batches, tally } = readRecords(
      importer(),
      importContext(),
      batchesOf(rowsOf("ok")),
      () => undefined,
    );
    const sizes: number[] = [];
    for await (const batch of batches) sizes.push(batch.length);
    expect(sizes).toEqual([1, 0]);
    expect(tally).toMatchObject({ rows: 1, records: 1, tallies: {} });
  });
});

describe("A file that a preset does not read", () => {
  it("is refused with the preset and the format", () => {
    expect(() => refuseForeignFormat(camerasImporter, "csv")).not.toThrow();
    expect(() => refuseForeignFormat(effectStudiesImporter, "geojson")).toThrow(
      'The preset "effect-studies" does not read geojson.',
    );
    expect(() => refuseForeignFormat(camerasImporter, "pdf")).toThrow(ImportRefusal);
  });

  it("is refused with the columns that it lacks and those that it has, at most thirty", () => {
    expect(() => refuseMissingColumns([], ["a"])).not.toThrow();
    const headers = Array.from({ length: 40 }, (_, i) => `h${i}`);
    const refuse = () => refuseMissingColumns(["reference"], headers);
    expect(refuse).toThrow("No column was recognised as reference. The file has: h0, h1");
    expect(refuse).not.toThrow("h30");
    expect(new ImportRefusal("r", "m").line).toBeNull();
    expect(new ImportRefusal("r", "m", 4)).toMatchObject({ reason: "r", line: 4, message: "m" });
  });

  it("starts with a report that has done nothing", () => {
    expect(emptyReport("essai", "cameras", "a.csv")).toMatchObject({
      outcome: "refused",
      created: 0,
      errors: [],
      release: null,
    });
  });
});

describe("The day of a file", () => {
  it("is read in its name, and only a real month and day", () => {
    expect(dateInName("cameras_2024-10-02.csv")).toBe("2024-10-02");
    expect(dateInName("cameras_2024-13-02.csv")).toBeUndefined();
    expect(dateInName("120240-10-021.csv")).toBeUndefined();
    expect(dateInName("cameras.csv")).toBeUndefined();
  });
});

describe("A mapping given by a person", () => {
  const column = (name: string) => ({
    name,
    aliases: [],
    type: "string" as const,
    description: { fr: name, en: name },
    required: true,
  });

  it("wins over names, and names a column or a header once", () => {
    const match = matchColumns(["reference", "numero"], [column("reference"), column("label")], {
      numero: "reference",
      reference: "reference",
    });
    expect([...match.columnOf]).toEqual([["numero", "reference"]]);
    expect(match.missing).toEqual(["label"]);
    expect(match.unknown).toEqual(["reference"]);
  });
});

describe("The name of a stored field", () => {
  it("is that of its column in both languages, or its own", () => {
    expect(fieldLabel("cost-line", "amount_cents").fr).not.toBe("amount_cents");
    expect(fieldLabel("published-figure", "period_text").en).not.toBe("period_text");
    expect(fieldLabel("contract", "no_such_field")).toEqual({
      fr: "no_such_field",
      en: "no_such_field",
    });
    expect([isInCents("amount_cents"), isInCents("amount")]).toEqual([true, false]);
  });
});

describe("A declared study", () => {
  const cells = {
    reference: "S1",
    title_fr: "Étude",
    title_en: "Study",
    definition_code: "vehicles",
    treated: "A;B",
    control: "C",
    before_from: "2015-01-01",
    before_to: "2018-12-31",
    after_from: "2020-01-01",
    after_to: "2023-12-31",
  };
  const read = (more: Record<string, string> = {}) =>
    readRows(effectStudiesImporter, [{ cells: { ...cells, ...more } }]);

  it("is read with its areas and periods; what it does not say is unknown, and counts against it", () => {
    expect(read().records).toEqual([
      expect.objectContaining({
        treated: ["A", "B"],
        control: ["C"],
        ring: [],
        coInterventions: "not-logged",
        controlsComparable: "unknown",
      }),
    ]);
  });

  it("that logged no other measure says so: none is an answer", () => {
    expect(read({ co_interventions: "none" }).records[0]?.coInterventions).toBe("none");
    expect(read({ co_interventions: "perhaps" }).problems).toHaveLength(1);
  });

  it("has its log of measures, its weights of harm and its published percentages", () => {
    const [record] = read({
      other_measures:
        "éclairage 2019-03-01/2019-09-30 [A] : lampes changées; patrols 2020-01-01/..: two more teams",
      harm_weights: "Vols=3 | Cambriolages=12,5",
      harm_source: "Barème",
      published_treated_change: "-43",
      published_control_change: "-2,5",
    }).records;
    expect(record).toMatchObject({
      coInterventions: "some",
      otherMeasures: [
        "éclairage 2019-03-01/2019-09-30 [A] : lampes changées",
        "patrols 2020-01-01/..: two more teams",
      ],
      harmWeights: ["Vols=3", "Cambriolages=12,5"],
      harmSource: "Barème",
      publishedTreatedChange: -43,
      publishedControlChange: -2.5,
    });
    expect(read({ other_measures: "works, some day" }).problems).toHaveLength(1);
    const contradicted = { other_measures: "works 2019-03-01/..: quays", co_interventions: "none" };
    expect(read(contradicted).problems.map(({ column }) => column)).toEqual(["co_interventions"]);
  });

  it("is refused where its periods overlap, end before they start, or an area is on both sides", () => {
    const mistakes: Record<string, string>[] = [
      { after_from: "2018-06-01" },
      { before_to: "2014-01-01" },
      { after_to: "2019-01-01" },
      { control: "B" },
    ];
    for (const wrong of mistakes) expect(read(wrong).records).toEqual([]);
  });
});
