import { isPartialDate } from "#domain/period/partial-date.ts";
import { readableText } from "#domain/text/honest-text.ts";

/** What a cell says: a value, nothing (`value` undefined), or something unreadable with its reason. */
export type CellReading<Value> =
  | { ok: true; value: Value | undefined }
  | { ok: false; reason: string };

const nothing = { ok: true, value: undefined } as const;

/** Ways of writing "not known" met in published files; none of them is an error and none of them is zero. */
const silences = new Set([
  "",
  "-",
  "–",
  "—",
  "?",
  "#n/a",
  "n/a",
  "na",
  "nc",
  "n.c.",
  "nd",
  "n.d.",
  "null",
  "none",
  "nan",
  "unknown",
  "inconnu",
  "inconnue",
  "non communiqué",
  "non communique",
  "non renseigné",
  "non renseigne",
]);

const longestSilence = Math.max(...[...silences].map((silence) => silence.length));

/** True for an empty cell and for the usual ways of writing that nothing is known. */
export function isSilence(cell: string | null | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  const said = cell.trim();
  return said.length <= longestSilence && silences.has(said.toLowerCase());
}

/** Text that is all seen, with its blanks (including no-break ones) reduced to single spaces; undefined when nothing is said. */
export function readText(cell: string | null | undefined): string | undefined {
  if (isSilence(cell)) return undefined;
  const said = cell?.trim();
  if (!said || asWritten.test(said)) return said;
  return readableText(said).replace(/\s+/gu, " ").trim() || undefined;
}

/** Latin letters and signs with single spaces between them, as nearly every cell is: nothing to take out. */
const asWritten = /^[!-~\u00c0-\u024f]+(?: [!-~\u00c0-\u024f]+)*$/;

const decimalShape = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;

/** Sign and currency on either side of each other, or brackets, around what is left: the digits and their marks. */
const adornedShape =
  /^(\()?\s*([-+−])?\s*[€$£]?\s*([-+−])?\s*(\d(?:.*[^\s€$£)])?)\s*[€$£]?\s*(\))?$/u;

const longestNumber = 100;

/**
 * Number as people write it: "1 234,5", "1,234.50", "1.234,50", "−3", "12 €", "(12.50)" for minus 12.5. Marks of
 * thousands must stand before three digits each. A single comma before exactly three digits is ambiguous, and a mark of
 * thousands only when `comma` says so.
 */
export function readDecimal(
  cell: string | null | undefined,
  comma: "decimal" | "thousands" = "decimal",
): CellReading<string> {
  const written = cell?.trim();
  if (written === undefined || isSilence(written)) return nothing;
  if (written.length > longestNumber) return { ok: false, reason: "not-a-number" };
  const text = decimalShape.test(written) ? written : withoutAdornment(written, comma);
  return text !== undefined && decimalShape.test(text)
    ? { ok: true, value: text }
    : { ok: false, reason: "not-a-number" };
}

function withoutAdornment(written: string, comma: "decimal" | "thousands"): string | undefined {
  const match = adornedShape.exec(written);
  if (!match) return undefined;
  const [, open, before, after, digits = "", close] = match;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const signs = [open && "-", before, after].filter((sign) => sign !== undefined);
  if (signs.length > 1) return undefined;
  return (signs[0] ?? "").replace("−", "-") + withDecimalPoint(digits, comma);
}

function withDecimalPoint(digits: string, comma: "decimal" | "thousands"): string {
  if (/^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/u.test(digits))
    return digits.replace(/[\s'’]/gu, "").replace(",", ".");
  if (/^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(digits))
    return digits.replaceAll(".", "").replace(",", ".");
  if (/^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/.test(digits))
    return digits.replaceAll(",", "");
  if (comma === "thousands" && /^[1-9]\d{0,2},\d{3}$/.test(digits)) return digits.replace(",", "");
  return digits.replace(",", ".");
}

export function readNumber(
  cell: string | null | undefined,
  comma?: "decimal" | "thousands",
): CellReading<number> {
  const decimal = readDecimal(cell, comma);
  if (!decimal.ok || decimal.value === undefined) return decimal as CellReading<number>;
  const value = Number(decimal.value);
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, reason: "not-a-number" };
}

/** Whole number; "1001.0", as spreadsheets export identifiers, is 1001. */
export function readInteger(
  cell: string | null | undefined,
  comma?: "decimal" | "thousands",
): CellReading<number> {
  const number = readNumber(cell, comma);
  if (!number.ok || number.value === undefined) return number;
  return Number.isSafeInteger(number.value) ? number : { ok: false, reason: "not-a-whole-number" };
}

/** An amount in the currency's unit, returned in integer cents; refuses fractions of a cent. */
export function readCents(
  cell: string | null | undefined,
  comma?: "decimal" | "thousands",
): CellReading<number> {
  const decimal = readDecimal(cell, comma);
  if (!decimal.ok || decimal.value === undefined) return decimal as CellReading<number>;
  const match = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(decimal.value);
  if (!match) return { ok: false, reason: "not-an-amount" };
  const fraction = (match[3] ?? "").padEnd(2, "0");
  if (/[1-9]/.test(fraction.slice(2))) return { ok: false, reason: "fraction-of-a-cent" };
  const cents = Number(match[2]) * 100 + Number(fraction.slice(0, 2));
  if (!Number.isSafeInteger(cents)) return { ok: false, reason: "not-an-amount" };
  return { ok: true, value: match[1] === "-" && cents !== 0 ? -cents : cents };
}

const yes = new Set(["true", "yes", "oui", "vrai", "1", "y", "o"]);
const no = new Set(["false", "no", "non", "faux", "0", "n"]);

export function readBoolean(cell: string | null | undefined): CellReading<boolean> {
  const text = cell?.trim().toLowerCase();
  if (text === undefined || isSilence(text)) return nothing;
  if (yes.has(text)) return { ok: true, value: true };
  return no.has(text) ? { ok: true, value: false } : { ok: false, reason: "not-yes-or-no" };
}

/** List in one cell, separated by semicolons or vertical bars. */
export function readList(cell: string | null | undefined): string[] | undefined {
  if (isSilence(cell)) return undefined;
  const said = cell?.split(/[;|]/).flatMap((part) => part.trim() || []);
  return said?.length ? said : undefined;
}

/** Days between the origin of spreadsheet serials (1899-12-30, which absorbs 1900's false leap day) and 1970. */
const serialOrigin = 25_569;

export type DateOrder = "day-first" | "month-first";

/**
 * A date as files write it, kept at the precision of its source: ISO dates and times, "14/05/2019", "5/14/2019" when
 * told so, "05/2019", "2019", "Début 2019" (its year), spreadsheet serials from 1954 to 2100 ("40898"). Two-digit years
 * are 2000 to 2069 and 1970 to 1999. A day that does not exist is refused, never shifted.
 */
export function readPartialDate(
  cell: string | null | undefined,
  order: DateOrder = "day-first",
): CellReading<string> {
  const text = cell?.trim();
  if (text === undefined || isSilence(text)) return nothing;
  const date = isoDate(text) ?? writtenDate(text, order) ?? serialDate(text) ?? wordedYear(text);
  if (date === undefined) return { ok: false, reason: "not-a-date" };
  return isPartialDate(date) ? { ok: true, value: date } : { ok: false, reason: "no-such-day" };
}

/** A date that must name its day. */
export function readDay(
  cell: string | null | undefined,
  order: DateOrder = "day-first",
): CellReading<string> {
  const date = readPartialDate(cell, order);
  if (!date.ok || date.value === undefined || date.value.length === 10) return date;
  return { ok: false, reason: "day-missing" };
}

function isoDate(text: string): string | undefined {
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{1,2}:\d{2}.*)?)?)?$/.exec(text) ??
    /^(\d{4})\/(\d{2})\/(\d{2})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(text);
  if (!match) return undefined;
  return [match[1], match[2], match[3]].filter((part) => part !== undefined).join("-");
}

function writtenDate(text: string, order: DateOrder): string | undefined {
  const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (month !== undefined) return `${year}-${two(month)}`;
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[T ]+\d{1,2}:\d{2}.*)?$/.exec(text);
  if (!match) return undefined;
  const [, first = "", second = "", yearText = ""] = match;
  const [day, monthText] = order === "day-first" ? [first, second] : [second, first];
  return `${fullYear(yearText)}-${two(monthText)}-${two(day)}`;
}

function serialDate(text: string): string | undefined {
  const match = /^(\d{5})(?:[.,]\d+)?$/.exec(text);
  const serial = Number(match?.[1] ?? 0);
  if (serial < 20_000 || serial > 73_415) return undefined;
  return new Date((serial - serialOrigin) * 86_400_000).toISOString().slice(0, 10);
}

function wordedYear(text: string): string | undefined {
  return /^(?:début|debut|fin|courant|mi-?|vers|environ|circa|c\.|~|early|late|mid-?)\s*((?:19|20)\d{2})$/iu.exec(
    text,
  )?.[1];
}

function fullYear(text: string): string {
  if (text.length === 4) return text;
  return Number(text) >= 70 ? `19${text}` : `20${text}`;
}

const two = (text: string) => text.padStart(2, "0");
