import { useLocale, useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import type { OutcomeWords } from "./outcome-words.ts";

/** The words of the charts of outcomes, in a component. */
export function useOutcomeWords(): OutcomeWords {
  return {
    locale: useLocale(),
    t: useTranslations("outcomeCharts"),
    outcomes: useTranslations("outcomes"),
    measure: useTranslations("measure"),
    charts: useTranslations("charts"),
    scopes: useKnownWords("scopes"),
  };
}
