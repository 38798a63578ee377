import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { Measure } from "#domain/measure/measure.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import { silence } from "./camera-exhibits.ts";
import { aboutCity, type ExhibitWords, sourceWords } from "./exhibit-words.ts";

/** What the figure on money is made from: part of a city's home. */
export type SpendOfCity = {
  city: { name: string; fictional: boolean };
  years: readonly {
    spend: {
      period: { from: string; to: string };
      currency: string;
      operatingCents: number;
      capitalCents: number;
      missing: readonly unknown[];
      sourceIds: readonly number[];
    };
    cameraYears: { value: number };
    perCameraYear: Measure;
  }[];
  sources: readonly PrintedSource[];
};

/** Money paid in the latest accounting year over the cameras in service in that year. */
export function spendExhibit(page: SpendOfCity, words: ExhibitWords): Exhibit {
  const { t, locale } = words;
  const about = aboutCity(page.city, words);
  const title = t("exhibit.name.spend-per-camera-year");
  const latest = page.years.at(-1);
  if (!latest) return silence(about, title, words);
  const { spend, cameraYears, perCameraYear } = latest;
  if (perCameraYear.kind !== "known")
    return silence(about, title, words, t(`measure.short.${perCameraYear.kind}`));
  const period = wordPeriod(locale, spend.period);
  return {
    ...about,
    title,
    subtitle: t("exhibit.unit.spend", { period }),
    shown: {
      form: "number",
      words: wordMoney(locale, perCameraYear.value, spend.currency),
      value: Math.round(perCameraYear.value) / 100,
    },
    notes: [
      t("home.figures.costCaveat", {
        period,
        total: wordMoney(locale, spend.operatingCents + spend.capitalCents, spend.currency),
        years: wordNumber(locale, cameraYears.value),
        missing: spend.missing.length,
      }),
    ],
    sources: sourceWords(page.sources, spend.sourceIds, words),
  };
}
