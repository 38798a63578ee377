import type { Words } from "#components/chart/offered-chart.ts";
import { keyOfKnownText } from "#components/figure/known-words.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { TableWords } from "#formats/chart/chart-table.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { wordDate } from "#formats/wording/word-date.ts";

/** What an exhibit is worded with: `t` knows every sentence, under its whole name. */
export type ExhibitWords = { locale: string; t: Words };

type KnownGroup = "measures" | "scopes" | "definitions" | "qualifiers";

/** Words for a text that comes with the data; as its source wrote it when it is not of the documented vocabulary. */
export function knownText({ t }: ExhibitWords, group: KnownGroup, text: string): string {
  const key = `publishedFigures.${group}.${keyOfKnownText(text)}`;
  return t.has(key) ? t(key) : text;
}

type ExhibitedCity = { name: string; fictional: boolean };

/** Whose figure it is, and the warning that goes with a fictional city wherever its figures go. */
export function aboutCity(
  { name, fictional }: ExhibitedCity,
  { t }: ExhibitWords,
): Pick<Exhibit, "place" | "warning"> {
  return { place: name, ...(fictional ? { warning: t("site.fictional") } : {}) };
}

/** The sources of a figure: title, publisher, day. */
export function sourceWords(
  sources: Iterable<PrintedSource>,
  ids: readonly number[],
  { locale }: ExhibitWords,
): string[] {
  const asked = new Set(ids);
  return [...sources]
    .filter(({ id }) => asked.has(id))
    .map(({ title, publisher, publishedOn, attribution }) =>
      [title, publisher, publishedOn && wordDate(locale, publishedOn), attribution]
        .filter(Boolean)
        .join(", "),
    );
}

/** Headings of a chart's table; `item` says what a row is. */
export function tableWords({ t }: ExhibitWords, item: string): TableWords {
  return {
    item,
    series: t("charts.columns.series"),
    value: t("charts.columns.value"),
    low: t("charts.columns.low"),
    high: t("charts.columns.high"),
    words: t("charts.columns.words"),
  };
}
