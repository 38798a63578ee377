import { localeOf } from "./word-date.ts";

/** Words a country by its ISO 3166-1 code: FR is "France", GB "Royaume-Uni" or "United Kingdom". */
export function wordCountry(locale: string, code: string): string {
  return new Intl.DisplayNames(localeOf(locale), { type: "region" }).of(code) ?? code;
}
