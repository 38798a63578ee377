import type { Words } from "#components/chart/offered-chart.ts";
import type { CityBlank } from "#domain/indicator/city-blanks.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";

/** Words of the namespaces "home.blanks" and "home.spend.family". */
export type BlankWords = { locale: string; blanks: Words; families: Words };

/** What is missing, in a sentence. */
export function wordBlank(blank: CityBlank, { locale, blanks: t, families }: BlankWords): string {
  const counted = (count: number, of: number) =>
    t(blank.kind, { count, number: wordNumber(locale, count), of: wordNumber(locale, of) });
  switch (blank.kind) {
    case "positions":
    case "installation-dates":
    case "orders-of-cameras":
      return counted(blank.cameras, blank.of);
    case "expiry-of-orders":
    case "content-of-orders":
      return counted(blank.orders, blank.of);
    case "ledger":
      return blank.lastKnown
        ? t("ledger-since", { period: wordPeriod(locale, blank.lastKnown) })
        : t("ledger");
    case "ledger-lines":
      return t(blank.kind, {
        period: wordPeriod(locale, blank.period),
        families: blank.families.map((family) => families(family)).join(", "),
      });
    default:
      return t(blank.kind);
  }
}
