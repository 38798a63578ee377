import type { Words } from "#components/chart/offered-chart.ts";
import type { EffectStudy } from "#domain/effect/effect-study.ts";
import type { EvaluatedStudy } from "#domain/effect/evaluate-study.ts";
import type { RelativeEffectSize } from "#domain/effect/relative-effect-size.ts";
import type { VarianceRule } from "#domain/effect/variance-rule.ts";
import { localeOf, wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";

/** "1,24": two decimals always, so that 1,2 does not look rounder than 1,24. */
export function wordEffect(locale: string, ratio: number): string {
  return fixed(locale, ratio, 2);
}

/** Ratio and bounds as the messages take them. */
export function effectValues(
  locale: string,
  { ratio, interval }: Pick<RelativeEffectSize, "ratio" | "interval">,
) {
  return {
    ratio: wordEffect(locale, ratio),
    low: wordEffect(locale, interval.low),
    high: wordEffect(locale, interval.high),
  };
}

/** "−20 %", with its sign: a fall is not a rise. */
export function wordChange(locale: string, percentage: number): string {
  return wordShareChange(locale, percentage / 100, 0);
}

/** "−1,2 %" a year, of a share: one decimal, since trends of a few per cent are compared. */
export function wordShareChange(locale: string, share: number, digits = 1): string {
  const words = new Intl.NumberFormat(localeOf(locale), {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "exceptZero",
  }).format(share);
  return words.replace("\u00a0", "\u202f").replace("-", "−");
}

/** "20 %": how much less or more, where the sentence says which. */
export function wordChangeSize(locale: string, percentage: number): string {
  return wordShare(locale, Math.abs(percentage) / 100, 0);
}

/** "−57", "+3": a signed number of events. */
export function wordDifference(locale: string, difference: number, digits = 0): string {
  return new Intl.NumberFormat(localeOf(locale), {
    maximumFractionDigits: digits,
    signDisplay: "exceptZero",
  })
    .format(difference)
    .replace("-", "−");
}

/** "0,003", or "< 0,001" under what can be told apart. */
export function wordPValue(locale: string, pValue: number): string {
  return pValue < 0.001 ? `<\u202f${fixed(locale, 0.001, 3)}` : fixed(locale, pValue, 3);
}

/** The periods of a study: "2015–2018" and "2020–2023". */
export function periodsOf(locale: string, study: EffectStudy): { before: string; after: string } {
  return {
    before: wordPeriod(locale, { from: study.beforeFrom, to: study.beforeTo }),
    after: wordPeriod(locale, { from: study.afterFrom, to: study.afterTo }),
  };
}

export function titleOf(locale: string, { titleFr, titleEn }: EffectStudy): string {
  return locale === "fr" ? titleFr : titleEn;
}

/** Events with the separators of the language, and the plain number that the plural is chosen by. */
export function countValues(locale: string, count: number): { count: number; number: string } {
  return { count, number: wordNumber(locale, count) };
}

/** The name of a rule of variance, and that it is the one leaned on. */
export function leanedLabel(rule: VarianceRule["kind"], t: Words): string {
  return t("effect.leaned", { rule: t(`effect.rules.${rule}`) });
}

/** The variance leaned on, as sentences take it. */
export function leanedWord({ leaned }: Pick<EvaluatedStudy, "leaned">): "own" | "doubled" {
  return leaned.kind === "quasi-poisson" ? "own" : "doubled";
}

/** The estimate that the verdict leans on. */
export function headlineOf({ effects }: EvaluatedStudy): RelativeEffectSize | undefined {
  return effects[0]?.size;
}

function fixed(locale: string, value: number, digits: number): string {
  return new Intl.NumberFormat(localeOf(locale), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(value)
    .replace("-", "−");
}

/** What the interval of the districts around says, as sentences take it. */
export function ringReading({
  interval,
}: {
  interval: { low: number; high: number };
}): "fell" | "rose" | "none" {
  if (interval.low > 1) return "fell";
  return interval.high < 1 ? "rose" : "none";
}
