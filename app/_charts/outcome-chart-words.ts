import { getTranslations } from "next-intl/server";
import { knownWordsOf } from "#components/figure/known-words.ts";
import type { OutcomeWords } from "#components/outcome/outcome-words.ts";

/** The words of the charts of outcomes for a file, which is made outside a component. */
export async function chartWords(locale: string): Promise<OutcomeWords> {
  const of = (namespace: "outcomeCharts" | "outcomes" | "measure" | "charts") =>
    getTranslations({ locale, namespace });
  return {
    locale,
    t: await of("outcomeCharts"),
    outcomes: await of("outcomes"),
    measure: await of("measure"),
    charts: await of("charts"),
    scopes: knownWordsOf(await getTranslations({ locale, namespace: "publishedFigures.scopes" })),
  };
}
