import { localeOf } from "./word-date.ts";

/** The hyphen of the keyboard is no minus: shorter than a plus, and lines break after it. */
const withTrueMinus = (words: string) => words.replace("-", "\u2212");

/** Words a number with the separators of the language; at most `digits` decimals. */
export function wordNumber(locale: string, value: number, digits = 0): string {
  const format = new Intl.NumberFormat(localeOf(locale), { maximumFractionDigits: digits });
  return withTrueMinus(format.format(value));
}

/** Words an amount given in cents. Whole units unless `digits` says otherwise: cents on an estimate would lie. */
export function wordMoney(locale: string, cents: number, currency: string, digits = 0): string {
  const format = new Intl.NumberFormat(localeOf(locale), {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return withTrueMinus(format.format(cents / 100));
}

/** Words a share between 0 and 1 as a percentage, with the narrow space of French whatever the ICU version. */
export function wordShare(locale: string, share: number, digits = 1): string {
  const words = new Intl.NumberFormat(localeOf(locale), {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);
  return words.replace("\u00a0", "\u202f");
}

/** Words a change as a percentage that bears its sign: "+0,4 %", "−1,2 %", with a true minus. */
export function wordChange(locale: string, share: number, digits = 1): string {
  const words = wordShare(locale, Math.abs(share), digits);
  const isNothing = Number(Math.abs(share * 100).toFixed(digits)) === 0;
  if (isNothing) return words;
  return share < 0 ? `\u2212${words}` : `+${words}`;
}

/** Words a number to two significant digits or more: 0.47, 2.5, 38, 11,940. */
export function wordRatio(locale: string, value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return wordNumber(locale, value, digits);
}

/**
 * Words an amount given in cents as a headline does: "1,25 M€", "£1.25m" from a million up, to three significant digits;
 * whole units below.
 */
export function wordRoughMoney(locale: string, cents: number, currency: string): string {
  if (Math.abs(cents) < 100_000_000) return wordMoney(locale, cents, currency);
  const millions = new Intl.NumberFormat(localeOf(locale), { maximumSignificantDigits: 3 }).format(
    cents / 100_000_000,
  );
  const symbol = currencySymbol(locale, currency);
  return locale === "fr" ? `${millions}\u00a0M${symbol}` : `${symbol}${millions}m`;
}

/** "€", "£", "$"; the code where there is no sign. */
export function currencySymbol(locale: string, currency: string): string {
  const parts = new Intl.NumberFormat(localeOf(locale), {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}
