/** Where documents are written in more than one language, none is supposed. */
const plurilingual: readonly string[] = [
  "BE",
  "CA",
  "CH",
  "LU",
  "IE",
  "FI",
  "CY",
  "MT",
  "ZA",
  "IN",
  "SG",
  "HK",
];

/** Whatever no country's code is, CLDR takes for English. */
const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/**
 * The language in which a country's public documents are written, as a BCP 47 code ("fr", "en"); undefined where there are
 * several or the code names no country.
 *
 * @source Unicode CLDR, likely subtags (UTS #35), as `Intl.Locale` holds them
 */
export function languageOfCountry(country: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(country) || plurilingual.includes(country)) return undefined;
  if (regions.of(country) === undefined) return undefined;
  return new Intl.Locale(`und-${country}`).maximize().language;
}
