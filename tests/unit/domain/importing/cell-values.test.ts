import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordReader } from "#domain/importing/camera-words.ts";
import {
  isSilence,
  readBoolean,
  readCents,
  readDay,
  readDecimal,
  readInteger,
  readList,
  readNumber,
  readPartialDate,
  readText,
} from "#domain/importing/cell-values.ts";
import { matchColumns, renameCells } from "#domain/importing/match-columns.ts";

const nothing = { ok: true, value: undefined };
const refused = (reason: string) => ({ ok: false, reason });
const read = <Value>(value: Value) => ({ ok: true, value });

describe("silence", () => {
  it.each([
    null,
    undefined,
    "",
    "  ",
    "\u00a0",
    "-",
    "–",
    "—",
    "?",
    "N/A",
    "#N/A",
    "NC",
    "n.c.",
    "nd",
  ])("is heard in %j", (cell) => {
    expect(isSilence(cell)).toBe(true);
    expect(readText(cell)).toBeUndefined();
    expect(readNumber(cell)).toEqual(nothing);
    expect(readCents(cell)).toEqual(nothing);
    expect(readBoolean(cell)).toEqual(nothing);
    expect(readList(cell)).toBeUndefined();
    expect(readPartialDate(cell)).toEqual(nothing);
    expect(readDay(cell)).toEqual(nothing);
  });

  it.each(["0", "no", "false", "non", "--", "naïf"])("is not heard in %j", (cell) => {
    expect(isSilence(cell)).toBe(false);
  });
});

it("text has its blanks, no-break ones too, reduced to single spaces", () => {
  expect(readText(" Rue\u00a0 de la\n\tPaix\u202f")).toBe("Rue de la Paix");
  expect(readText("CAM\u200b-\u202e1\u202c\u00ad")).toBe("CAM-1");
  expect(readText("\u200b\u2060")).toBeUndefined();
});

describe("a number", () => {
  it.each([
    ["0", 0],
    ["-0.5", -0.5],
    ["+7", 7],
    ["1e3", 1000],
    ["1 234,5", 1234.5],
    ["1\u00a0234\u202f567,25", 1_234_567.25],
    ["1'234.5", 1234.5],
    ["1’234", 1234],
    ["1,234.50", 1234.5],
    ["1,234,567", 1_234_567],
    ["1.234,50", 1234.5],
    ["1.234.567", 1_234_567],
    ["1.234.567,89", 1_234_567.89],
    ["12,5", 12.5],
    ["−3", -3],
    ["- 3", -3],
    ["(12.50)", -12.5],
    ["(£1,234.50)", -1234.5],
    ["€ 12", 12],
    ["12 €", 12],
    ["-£5", -5],
    ["£-5", -5],
  ])("is read as people write it: %j", (cell, value) => {
    expect(readNumber(cell)).toEqual(read(value));
  });

  it("takes one comma before three digits for a decimal mark, unless commas are thousands", () => {
    expect(readNumber("1,234")).toEqual(read(1.234));
    expect(readNumber("1,234", "thousands")).toEqual(read(1234));
    expect(readNumber("999,999", "thousands")).toEqual(read(999_999));
  });

  it.each([
    ["12,5", 12.5],
    ["1,23", 1.23],
    ["1,2345", 1.2345],
    ["1234,567", 1234.567],
    ["0,125", 0.125],
  ])("takes a comma that can't part thousands for a decimal mark even then: %j", (cell, value) => {
    expect(readNumber(cell, "thousands")).toEqual(read(value));
  });

  it.each([
    "abc",
    "12 m",
    "10 20",
    "06 12 34 56",
    "12€50",
    "1,2,3",
    "12,34.50",
    "1.2.3",
    "1,234.5,6",
    "(12",
    "12)",
    "(-12)",
    "--3",
    "-+3",
    "()",
    "€",
    "5%",
    "0x1F",
    "Infinity",
    "1e400",
    `1${"0".repeat(2000)}`,
  ])("is refused rather than guessed: %j", (cell) => {
    expect(readNumber(cell)).toEqual(refused("not-a-number"));
  });

  it("keeps its digits as they were written when it is asked for as a decimal", () => {
    expect(readDecimal("1 234,50")).toEqual(read("1234.50"));
    expect(readDecimal("0.1000000000000000000001")).toEqual(read("0.1000000000000000000001"));
  });

  it("is the same in French and in English spelling", () => {
    const amount = fc.integer({ min: -99_999_999, max: 99_999_999 });
    fc.assert(
      fc.property(amount, (hundredths) => {
        const value = hundredths / 100;
        for (const locale of ["fr-FR", "en-GB", "de-DE"]) {
          const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value);
          const found = readNumber(written);
          expect(found.ok && found.value).toBeCloseTo(value, 9);
        }
      }),
    );
  });

  it("is refused at once when it is a very long line of blanks", () => {
    const started = performance.now();
    expect(readNumber(`1${" ".repeat(200_000)}x`)).toEqual(refused("not-a-number"));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("a whole number", () => {
  it.each([
    ["1001.0", 1001],
    ["1 001", 1001],
    ["9007199254740991", 9_007_199_254_740_991],
  ])("is read from %j", (cell, value) => {
    expect(readInteger(cell)).toEqual(read(value));
  });

  it.each(["1001.5", "1,001", "9007199254740992"])("is not read from %j", (cell) => {
    expect(readInteger(cell)).toEqual(refused("not-a-whole-number"));
  });

  it("says first that something is no number at all", () => {
    expect(readInteger("douze")).toEqual(refused("not-a-number"));
  });
});

describe("an amount", () => {
  it.each([
    ["12", 1200],
    ["0.29", 29],
    ["1.15", 115],
    ["0,1", 10],
    ["1 234 567,89 €", 123_456_789],
    ["(12.50)", -1250],
    ["-0.00", 0],
    ["12.500", 1250],
    ["90071992547409.91", 9_007_199_254_740_991],
  ])("is read in cents without rounding: %j", (cell, cents) => {
    expect(readCents(cell)).toEqual(read(cents));
  });

  it.each([
    ["0.001", "fraction-of-a-cent"],
    ["1,234", "fraction-of-a-cent"],
    ["1e3", "not-an-amount"],
    ["90071992547409.92", "not-an-amount"],
    ["gratuit", "not-a-number"],
  ])("is refused: %j (%s)", (cell, reason) => {
    expect(readCents(cell)).toEqual(refused(reason));
  });

  it("reads thousands with commas when told so", () => {
    expect(readCents("1,234", "thousands")).toEqual(read(123_400));
    expect(readCents("12,5", "thousands")).toEqual(read(1250));
  });
});

describe("yes or no", () => {
  it.each(["true", "TRUE", "Oui", "yes", "vrai", "1", "Y", "o"])("is yes for %j", (cell) => {
    expect(readBoolean(cell)).toEqual(read(true));
  });
  it.each(["false", "Non", "no", "faux", " 0 ", "N"])("is no for %j", (cell) => {
    expect(readBoolean(cell)).toEqual(read(false));
  });
  it.each(["2", "peut-être", "x"])("is refused for %j", (cell) => {
    expect(readBoolean(cell)).toEqual(refused("not-yes-or-no"));
  });
});

it("a list is separated by semicolons or bars, and forgets its gaps", () => {
  expect(readList(" a; b |c;;")).toEqual(["a", "b", "c"]);
  expect(readList("rue de la Paix, 12")).toEqual(["rue de la Paix, 12"]);
  expect(readList("; |")).toBeUndefined();
});

describe("a date", () => {
  it.each([
    ["2019-05-14", "2019-05-14"],
    ["2019-05-14T23:59:59Z", "2019-05-14"],
    ["2019-05-14 08:30", "2019-05-14"],
    ["2019-05-14 8:30", "2019-05-14"],
    ["2019/05/14", "2019-05-14"],
    ["14/05/2019", "2019-05-14"],
    ["4.5.2019 00:00:00", "2019-05-04"],
    ["14-05-69", "2069-05-14"],
    ["14-05-70", "1970-05-14"],
    ["29/02/2020", "2020-02-29"],
    ["2019-05", "2019-05"],
    ["05/2019", "2019-05"],
    ["5/2019", "2019-05"],
    ["2019", "2019"],
    ["Début 2019", "2019"],
    ["mi-2019", "2019"],
    ["circa 1998", "1998"],
  ])("keeps the precision of %j: %s", (cell, date) => {
    expect(readPartialDate(cell)).toEqual(read(date));
  });

  it("is read month first when told so", () => {
    expect(readPartialDate("5/14/2019 12:00:00 AM", "month-first")).toEqual(read("2019-05-14"));
    expect(readPartialDate("05/04/2019", "month-first")).toEqual(read("2019-05-04"));
    expect(readPartialDate("05/04/2019")).toEqual(read("2019-04-05"));
  });

  // ECMA-376, 18.17.4.1: serial 1 is 1900-01-01, and 1900 counts as a leap year.
  it.each([
    ["20000", "1954-10-03"],
    ["36526", "2000-01-01"],
    ["40898", "2011-12-21"],
    ["40898.75", "2011-12-21"],
    ["43831", "2020-01-01"],
    ["73415", "2100-12-31"],
  ])("is read from the serial of a spreadsheet: %s is %s", (cell, date) => {
    expect(readPartialDate(cell)).toEqual(read(date));
  });

  it.each(["19999", "73416", "-5", "soon", "2019-5-4", "14 2019", "201905", "début", "T2 2019"])(
    "is not read from %j",
    (cell) => {
      expect(readPartialDate(cell)).toEqual(refused("not-a-date"));
    },
  );

  it.each([
    "29/02/2019",
    "31/04/2019",
    "5/14/2019",
    "2019-13",
    "2019-20",
    "2019-00-10",
    "2019-05-32",
    "1899",
    "2101",
  ])("is refused, never shifted, when there is no such day: %j", (cell) => {
    expect(readPartialDate(cell)).toEqual(refused("no-such-day"));
  });

  it("names its day where a day is needed", () => {
    expect(readDay("14/05/2019")).toEqual(read("2019-05-14"));
    expect(readDay("05/2019")).toEqual(refused("day-missing"));
    expect(readDay("2019")).toEqual(refused("day-missing"));
    expect(readDay("31/02/2019")).toEqual(refused("no-such-day"));
  });
});

it("words of a vocabulary that gives one value no other spelling are read all the same", () => {
  const read = wordReader(["dome", "fixed"], { dome: ["dôme"] });
  expect(["Dôme", "dome", "FIXED", "fixe"].map(read)).toEqual(["dome", "dome", "fixed", undefined]);
});

it("cells are renamed where a column is known, and stay as they are where it is not", () => {
  const columns = [{ name: "reference", aliases: ["ref"] }] as never;
  const rename = renameCells(matchColumns(["Ref", "Colour"], columns));
  expect(rename({ Ref: "A1", Colour: null })).toEqual({ reference: "A1", Colour: null });
});
