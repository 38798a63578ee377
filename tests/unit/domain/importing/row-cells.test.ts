import { describe, expect, it } from "vitest";
import { z } from "zod";
import { concludeRow, matchChoice, rowCells } from "#domain/importing/row-cells.ts";

const row = (cells: Record<string, string | null>) => ({ line: 7, cells });

describe("the cells of a row", () => {
  it("are read by the name of their column", () => {
    const cells = rowCells(
      row({
        t: " a  b ",
        n: "1,5",
        i: "3",
        c: "0,29",
        b: "oui",
        l: "x;y",
        d: "05/2019",
        j: "2019-05-14",
      }),
    );
    expect([cells.text("t"), cells.number("n"), cells.integer("i"), cells.cents("c")]).toEqual([
      "a b",
      1.5,
      3,
      29,
    ]);
    expect([cells.boolean("b"), cells.list("l"), cells.date("d"), cells.day("j")]).toEqual([
      true,
      ["x", "y"],
      "2019-05",
      "2019-05-14",
    ]);
    expect(cells.problems).toEqual([]);
  });

  it("say nothing, without a problem, where the column is empty or absent", () => {
    const cells = rowCells(row({ empty: null, unknown: "n/a" }));
    for (const column of ["empty", "unknown", "absent"]) {
      expect(cells.text(column)).toBeUndefined();
      expect(cells.number(column)).toBeUndefined();
      expect(cells.cents(column)).toBeUndefined();
      expect(cells.boolean(column)).toBeUndefined();
      expect(cells.date(column)).toBeUndefined();
      expect(cells.choice(column, ["a"])).toBeUndefined();
    }
    expect(cells.problems).toEqual([]);
  });

  it("are read to the end: each problem is kept with its line, column, value and reason", () => {
    const cells = rowCells(row({ n: "douze", d: "31/02/2019", k: "dome" }));
    expect([cells.number("n"), cells.day("d"), cells.choice("k", ["fixed", "ptz"])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(cells.problems).toEqual([
      { line: 7, column: "n", value: "douze", reason: "not-a-number" },
      { line: 7, column: "d", value: "31/02/2019", reason: "no-such-day" },
      { line: 7, column: "k", value: "dome", reason: "not-in-the-list", hint: "fixed, ptz" },
    ]);
  });

  it("can be refused by column, by an absent column, or as a whole row", () => {
    const cells = rowCells(row({ a: "1" }));
    cells.refuse("a", "too-early", "2019");
    cells.refuse("b", "missing");
    cells.refuse(null, "contradiction");
    expect(cells.problems).toEqual([
      { line: 7, column: "a", value: "1", reason: "too-early", hint: "2019" },
      { line: 7, column: "b", value: null, reason: "missing" },
      { line: 7, column: null, value: null, reason: "contradiction" },
    ]);
  });

  it("are quoted up to 200 characters", () => {
    const cells = rowCells(row({ whole: "x".repeat(200), long: "x".repeat(201) }));
    cells.number("whole");
    cells.number("long");
    expect(cells.problems.map(({ value }) => value)).toEqual(["x".repeat(200), "x".repeat(200)]);
  });

  it.each(["police-district", "POLICE DISTRICT", "Police_District", " police \u00a0district "])(
    "are compared with a closed list without case, blanks and underscores as hyphens: %j",
    (said) => {
      const cells = rowCells(row({ k: said }));
      expect(cells.choice("k", ["ward", "police-district"])).toBe("police-district");
    },
  );

  it("are not compared beyond that", () => {
    expect(matchChoice("policedistrict", ["police-district"])).toBeUndefined();
    expect(matchChoice("ward s", ["ward"])).toBeUndefined();
    expect(matchChoice("", ["ward"])).toBeUndefined();
  });
});

describe("the conclusion of a row", () => {
  const schema = z
    .object({
      kind: z.enum(["fixed", "ptz"]),
      height: z.number().min(0),
      note: z.string().optional(),
      start: z.string().optional(),
      end: z.string().optional(),
    })
    .refine(({ start, end }) => start === undefined || end !== undefined, {
      error: "end-unknown",
      path: ["end"],
    });
  const raw = row({ type: "fixed", height: "-1" });

  it("is its record, without the fields of which nothing is said", () => {
    const reading = concludeRow(raw, [], schema, { kind: "fixed", height: 3, note: undefined });
    expect(reading).toStrictEqual({ kind: "records", records: [{ kind: "fixed", height: 3 }] });
  });

  it("is its problems when it has any, and the record is not looked at", () => {
    const problems = [{ line: 7, column: "a", value: "1", reason: "not-a-number" }];
    expect(concludeRow(raw, problems, schema, {})).toEqual({ kind: "rejected", problems });
  });

  it("names the column and the cell from which a refused field came", () => {
    const reading = concludeRow(raw, [], schema, { kind: "dome", height: -1 }, { kind: "type" });
    expect(reading.kind).toBe("rejected");
    expect(reading.kind === "rejected" && reading.problems).toMatchObject([
      { line: 7, column: "type", value: "fixed" },
      { line: 7, column: "height", value: "-1" },
    ]);
  });

  it("says missing of a field of which nothing is said, be it a number or one of a closed list", () => {
    const reading = concludeRow(raw, [], schema, {}, { kind: "type" });
    expect(reading.kind === "rejected" && reading.problems).toEqual([
      { line: 7, column: "type", value: "fixed", reason: "missing" },
      { line: 7, column: "height", value: "-1", reason: "missing" },
    ]);
  });

  it("keeps the reason of a rule between fields, even about a field that is absent", () => {
    const reading = concludeRow(raw, [], schema, { kind: "fixed", height: 3, start: "2019" });
    expect(reading.kind === "rejected" && reading.problems).toEqual([
      { line: 7, column: "end", value: null, reason: "end-unknown" },
    ]);
  });
});

describe("a record that its schema refuses", () => {
  const schema = z
    .object({ reference: z.string(), note: z.string().max(3, { error: "too-long" }) })
    .refine(({ note }) => note !== "no", { error: "no-is-no-note" });
  const problems = (record: Record<string, unknown>, cells: Record<string, string | null> = {}) => {
    const reading = concludeRow(row(cells), [], schema, record, { reference: "ref" });
    return reading.kind === "rejected" ? reading.problems : [];
  };

  it("is refused by the column of its field, or by the field where no column says it", () => {
    expect(problems({ note: "abcd" }, { note: "abcd" })).toEqual([
      { line: 7, column: "ref", value: null, reason: "missing" },
      { line: 7, column: "note", value: "abcd", reason: "too-long" },
    ]);
  });

  it("is refused as a whole where no field is more at fault than another", () => {
    expect(problems({ reference: "A", note: "no" })).toEqual([
      { line: 7, column: null, value: null, reason: "no-is-no-note" },
    ]);
  });
});
