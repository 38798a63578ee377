import { useLocale, useTranslations } from "next-intl";
import { useIndicatorWords, wordIndicatorValue } from "#components/indicator/indicator-words.ts";
import type { AnnotationTarget, JudgedFacts } from "#domain/annotation/annotation-content.ts";
import { purposeLabels } from "#domain/camera/purposes.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { wordDate } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";

/** Facts that are compared and not shown: they say in a number what another says in words. */
const unshown: readonly string[] = ["contentHash", "unit"];

export function isShownFact({ kind }: AnnotationTarget, name: string): boolean {
  return kind === "published-figure" ? name !== "contentHash" : !unshown.includes(name);
}

type Word = (name: string, value: string, facts: JudgedFacts) => string;

/** The values that an annotation judged, as a reader reads them. */
export function useFactWords(target: AnnotationTarget): Word {
  const locale = useLocale();
  const camera = useTranslations("camera");
  const opinions = useTranslations("evaluations.opinion");
  const indicators = useIndicatorWords();
  const indicator = target.kind === "figure" ? findIndicator(target.reference) : undefined;
  const known = (t: typeof camera, key: string, value: string) =>
    t.has(key as never) ? t(key as never) : value;
  const purposes = (codes: string) =>
    codes
      .split(", ")
      .map((code) =>
        Object.hasOwn(purposeLabels, code)
          ? purposeLabels[code as keyof typeof purposeLabels][locale === "fr" ? "fr" : "en"]
          : code,
      )
      .join(locale === "fr" ? "\u202f; " : "; ");
  const amount = (value: string, unit: string | undefined) =>
    indicator && unit
      ? wordIndicatorValue(indicators, indicator, Number(value), unit)
      : wordNumber(locale, Number(value), Number.isInteger(Number(value)) ? 0 : 2);
  const words: Readonly<Record<string, Word>> = {
    status: (_, value) => known(camera, `status.${value}`, value),
    monitoring: (_, value) => known(camera, `monitoring.${value}`, value),
    purposes: (_, value) => purposes(value),
    retentionDays: (_, value) => camera("facts.days", { days: Number(value) }),
    opinion: (_, value) => known(opinions as typeof camera, value, value),
    silence: (_, value) => known(indicators.t as typeof camera, `silence.${value}`, value),
    from: (_, value) => wordDate(locale, value),
    to: (_, value) => wordDate(locale, value),
    commissionedOn: (_, value) => wordDate(locale, value),
    removedOn: (_, value) => wordDate(locale, value),
    publishedOn: (_, value) => wordDate(locale, value),
    value: (_, value, { unit }) => amount(value, unit),
    low: (_, value, { unit }) => amount(value, unit),
    high: (_, value, { unit }) => amount(value, unit),
    cameraCount: (_, value) => amount(value, undefined),
    camerasInService: (_, value) => amount(value, undefined),
    inhabitants: (_, value) => amount(value, undefined),
  };
  return (name, value, facts) => words[name]?.(name, value, facts) ?? value;
}
