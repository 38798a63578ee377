import { expect, it } from "vitest";
import { setSpaces } from "#formats/wording/set-spaces.ts";
import { wordDate, wordPeriod } from "#formats/wording/word-date.ts";
import {
  wordChange,
  wordMoney,
  wordNumber,
  wordRoughMoney,
  wordShare,
} from "#formats/wording/word-number.ts";

it.each([
  ["fr", "2017", "2017"],
  ["fr", "2017-03", "mars 2017"],
  ["fr", "2017-03-14", "14 mars 2017"],
  ["fr", "2025-06-01", "1er juin 2025"],
  ["en", "2017-03-14", "14 March 2017"],
])("words the date %s %s as %s, inventing no day", (locale, date, words) => {
  expect(wordDate(locale, date)).toBe(words);
});

it.each([
  [{ from: "2022-01-01", to: "2022-12-31" }, "2022"],
  [{ from: "2009-01-01", to: "2010-12-31" }, "2009–2010"],
  [{ from: "2024-04-01", to: "2025-03-31" }, "avril 2024 – mars 2025"],
  [{ from: "2024-04-01", to: "2024-04-30" }, "avril 2024"],
  [{ from: "2024-04-02", to: "2024-04-02" }, "2 avril 2024"],
])("words a period in French", (period, words) => {
  expect(wordPeriod("fr", period)).toBe(words);
});

it("uses the narrow no-break space of French typography in numbers, money and shares", () => {
  expect(wordNumber("fr", 1_234_567)).toBe("1\u202f234\u202f567");
  expect(wordMoney("fr", 1_940_299, "EUR")).toBe("19\u202f403\u00a0€");
  expect(wordShare("fr", 0.01134)).toBe("1,1\u202f%");
  expect(wordMoney("en", 11_725_800, "GBP")).toBe("£117,258");
});

it("writes what is below zero with a true minus", () => {
  expect(wordNumber("fr", -1_234)).toBe("\u22121\u202f234");
  expect(wordMoney("fr", -3_467_500, "EUR")).toBe("\u221234\u202f675\u00a0€");
  expect(wordMoney("en", -3_467_500, "EUR")).toBe("\u2212€34,675");
});

it.each([
  ["fr", 185_753_700, "EUR", "1,86\u00a0M€"],
  ["en", 185_753_700, "GBP", "£1.86m"],
  ["fr", 99_999_900, "EUR", "999\u202f999\u00a0€"],
  ["en", -123_456_789_00, "EUR", "€-123m"],
])("words a headline amount %s %i %s as %s", (locale, cents, currency, words) => {
  expect(wordRoughMoney(locale, cents, currency)).toBe(words);
});

it.each([
  ["fr", 0.0042, "+0,4\u202f%"],
  ["fr", -0.0124, "\u22121,2\u202f%"],
  ["en", -0.5, "\u221250.0%"],
  ["fr", -0.0002, "0,0\u202f%"],
])("words the change %s %d with its sign as %s", (locale, share, words) => {
  expect(wordChange(locale, share)).toBe(words);
});

it("sets the narrow spaces of French, and leaves addresses, hours and English alone", () => {
  expect(setSpaces("fr", "Sens horaire : « 45 », https://a.example/b?c=1 à 14:30 ; vu ?")).toBe(
    "Sens horaire\u202f: «\u202f45\u202f», https://a.example/b?c=1 à 14:30\u202f; vu\u202f?",
  );
  expect(setSpaces("en", "Clockwise: “45”")).toBe("Clockwise: “45”");
});
