import { typedTextReasons } from "#domain/importing/typed-text.ts";

/** Why a row was refused or left out, in words. A code without words is shown as it is. */
const reasons: Readonly<Record<string, string>> = {
  missing: "is missing",
  duplicate: "stands twice in the file",
  "not-a-number": "is not a number",
  "not-a-whole-number": "is not a whole number",
  "not-an-amount": "is not an amount of money",
  "fraction-of-a-cent": "has fractions of a cent",
  "not-yes-or-no": "is neither yes nor no",
  "not-a-date": "is not a date",
  "no-such-day": "is a day that does not exist",
  "day-missing": "names no day",
  "not-in-the-list": "is not one of the known values",
  "not-an-object": "is not an object in JSON with plain values",
  "half-a-position": "has one coordinate without the other",
  "null-island": "is at 0, 0, which is how software writes “nothing”",
  "swapped-axes": "falls outside the city, and inside once longitude and latitude are exchanged",
  "out-of-range": "fits no coordinate system that is used here",
  "outside-city": "falls outside the city",
  ...typedTextReasons,
};

export function wordReason(code: string): string {
  return reasons[code] ?? code.replaceAll("-", " ");
}
