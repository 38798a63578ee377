import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import { aboutCity, type ExhibitWords, knownText, sourceWords } from "./exhibit-words.ts";

export type PublishedFiguresOfCity = {
  city: { name: string; fictional: boolean };
  figures: readonly ShownFigure[];
  sources: readonly PrintedSource[];
};

/** A number as an institution, a researcher or the press gave it, with what it counts; undefined when there is none. */
export function publishedExhibit(
  page: PublishedFiguresOfCity,
  reference: string,
  words: ExhibitWords,
): Exhibit | undefined {
  const { t } = words;
  const figure = page.figures.find((candidate) => candidate.reference === reference);
  if (!figure) return undefined;
  return {
    ...aboutCity(page.city, words),
    title: knownText(words, "measures", figure.measure),
    subtitle: [periodOf(figure, words), figure.place].filter(Boolean).join(" · "),
    shown: { form: "number", words: amountOf(figure, words), value: figure.value },
    notes: [
      figure.definition
        ? t("exhibit.note.counts", { what: knownText(words, "definitions", figure.definition) })
        : t("exhibit.note.noDefinition"),
      figure.scope
        ? t("exhibit.note.scope", { scope: knownText(words, "scopes", figure.scope) })
        : t("exhibit.note.noScope"),
      t("exhibit.note.published"),
    ],
    sources: sourceWords(page.sources, [figure.sourceId], words),
  };
}

/** What a published figure is called among others: its measure and its period. */
export function publishedName(figure: ShownFigure, words: ExhibitWords): string {
  const name = knownText(words, "measures", figure.measure);
  return `${name}, ${periodOf(figure, words)} (${amountOf(figure, words)})`;
}

function periodOf(figure: ShownFigure, { t, locale }: ExhibitWords): string {
  if (figure.period) return wordPeriod(locale, figure.period);
  return figure.periodText ?? t("publishedFigures.noPeriod");
}

function amountOf(figure: ShownFigure, words: ExhibitWords): string {
  const { t, locale } = words;
  const money = /^([A-Z]{3})(\/year)?( excl\. VAT)?$/.exec(figure.unit);
  const amount = money?.[1]
    ? wordMoney(locale, figure.value * 100, money[1])
    : wordNumber(locale, figure.value, 2);
  return [
    figure.qualifier && knownText(words, "qualifiers", figure.qualifier),
    amount,
    money?.[3] && t("publishedFigures.exclVat"),
    money?.[2] && t("publishedFigures.perYear"),
  ]
    .filter(Boolean)
    .join(" ");
}
