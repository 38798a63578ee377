import { useLocale, useTranslations } from "next-intl";
import type { Words } from "#components/chart/offered-chart.ts";
import type { IndicatorPoint } from "#domain/indicator/compute-indicator.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { wordMoney, wordNumber, wordRatio, wordShare } from "#formats/wording/word-number.ts";

/** Words of the namespace "indicators", as a component or the file of a chart has them. */
export type IndicatorWords = { locale: string; t: Words };

export function useIndicatorWords(): IndicatorWords {
  const t: Words = useTranslations("indicators");
  return { locale: useLocale(), t };
}

const currencyIn = /([A-Z]{3}) (?:excl|incl)\. VAT/;

/** The currency that a unit of money names; undefined for any other unit. */
export function currencyOf(unit: string): string | undefined {
  return currencyIn.exec(unit)?.[1];
}

/** A value of an indicator as it is read: "4 976 €", "30,7 %", "2,9". Cents are shown only on small amounts. */
export function wordIndicatorValue(
  { locale }: IndicatorWords,
  indicator: Pick<IndicatorDefinition, "unit">,
  value: number,
  unit: string,
): string {
  if (indicator.unit === "share") return wordShare(locale, value);
  const currency = currencyOf(unit);
  if (currency) return wordMoney(locale, value, currency, Math.abs(value) < 10_000 ? 2 : 0);
  return wordRatio(locale, value);
}

/** The value with "at least" or "at most" where a part of it is not known; a refusal or a silence in its words. */
export function wordPoint(
  words: IndicatorWords,
  indicator: IndicatorDefinition,
  point: Pick<IndicatorPoint, "result"> | undefined,
): string {
  const { t } = words;
  if (!point) return t("value.absent");
  const { result } = point;
  if (!result) return t("value.refused");
  if (result.kind !== "known") return wordStateless(words, indicator, result);
  const value = wordIndicatorValue(words, indicator, result.value, result.unit);
  return result.bound ? t(`value.${result.bound}`, { value }) : value;
}

function wordStateless(
  words: IndicatorWords,
  indicator: IndicatorDefinition,
  result: Exclude<Measure, { kind: "known" }>,
): string {
  return result.kind === "zero" || result.kind === "declared-zero"
    ? wordIndicatorValue(words, indicator, 0, result.unit)
    : words.t(`silence.${result.kind}`);
}

/** The interval of a value in words; undefined without one. */
export function wordInterval(
  words: IndicatorWords,
  indicator: IndicatorDefinition,
  result: Measure | undefined,
): string | undefined {
  if (result?.kind !== "known" || !result.interval) return undefined;
  const { low, high } = result.interval;
  return words.t("value.interval", {
    low: wordIndicatorValue(words, indicator, low, result.unit),
    high: wordIndicatorValue(words, indicator, high, result.unit),
  });
}

/** A number of an input, in its own unit. */
export function wordInputValue({ locale }: IndicatorWords, measure: Measure): string | undefined {
  if (measure.kind === "zero" || measure.kind === "declared-zero") return wordNumber(locale, 0);
  if (measure.kind !== "known") return undefined;
  const currency = currencyOf(measure.unit);
  return currency
    ? wordMoney(locale, measure.value, currency)
    : wordNumber(locale, measure.value, measure.unit === "camera-year" ? 1 : 0);
}
