import { useLocale, useTranslations } from "next-intl";
import type { Words } from "#components/chart/offered-chart.ts";
import { keyOfKnownText } from "#components/figure/known-words.ts";
import type { ReportFigure, ReportUnknown } from "#domain/annual-report/report-content.ts";
import { purposeLabels } from "#domain/camera/purposes.ts";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import { monthsOfYear } from "#domain/indicator/counted-series.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber, wordRatio, wordShare } from "#formats/wording/word-number.ts";

/** Every sentence of the site, as a component or the file of a report has them. */
export type ReportWords = { locale: string; t: Words };

export function useReportWords(): ReportWords {
  const t: Words = useTranslations();
  return { locale: useLocale(), t };
}

/** A figure as it is read, in the shape in which opinions cite figures. */
export type WordedFigure = EvaluationContent["figures"][number] & {
  /** Everything that the value must not be read without, besides its interval. */
  caveats: readonly string[];
  isSilent: boolean;
};

const currencyIn = /cents ([A-Z]{3}) /;

export function wordFigure(words: ReportWords, figure: ReportFigure): WordedFigure {
  const { locale, t } = words;
  const { key, page, period, definition, release, interval } = figure;
  return {
    key,
    page,
    label: labelOf(words, figure),
    value: wordValue(words, figure),
    ...(interval
      ? {
          interval: t("indicators.value.interval", {
            low: numberIn(words, figure, interval.low),
            high: numberIn(words, figure, interval.high),
          }),
        }
      : {}),
    period: wordPeriod(locale, period),
    ...(definition === undefined ? {} : { definition }),
    release,
    caveats: caveatsOf(words, figure),
    isSilent: !["known", "zero", "declared-zero"].includes(figure.kind),
  };
}

/** "Images demandées, voie publique", "Caméras en service, Vieille Ville". */
export function labelOf(words: ReportWords, { name, about }: ReportFigure): string {
  const label = nameOf(words, name);
  if (about === undefined) return label;
  const scope = `publishedFigures.scopes.${keyOfKnownText(about)}`;
  return words.t("annualReport.about", {
    label,
    about: words.t.has(scope) ? words.t(scope) : about,
  });
}

function nameOf({ locale, t }: ReportWords, name: string): string {
  const [group, code = ""] = name.split(".");
  switch (group) {
    case "stage":
      return t(`outcomes.stages.${code}`);
    case "indicator":
      return t(`indicators.items.${code}.name`);
    case "located":
      return t("annualReport.located", { label: t(`indicators.items.${code}.name`) });
    case "purpose": {
      const label = purposeLabels[code as keyof typeof purposeLabels];
      return t("annualReport.purpose", { purpose: label?.[locale === "fr" ? "fr" : "en"] ?? code });
    }
    case "result": {
      const known = `annualReport.results.${keyOfKnownText(code)}`;
      return t("annualReport.result", { result: t.has(known) ? t(known) : code });
    }
    default:
      return t(`annualReport.figures.${name}`);
  }
}

function wordValue(words: ReportWords, figure: ReportFigure): string {
  const { t } = words;
  if (figure.kind === "declared-zero") return t("measure.short.declared-zero");
  if (figure.kind === "zero") return numberIn(words, figure, 0);
  if (figure.kind !== "known") return t(`measure.short.${figure.kind}`);
  const value = numberIn(words, figure, figure.value ?? 0);
  return figure.bound ? t(`indicators.value.${figure.bound}`, { value }) : value;
}

function numberIn({ locale }: ReportWords, { unit }: ReportFigure, value: number): string {
  if (unit === "share") return wordShare(locale, value);
  const currency = currencyIn.exec(unit)?.[1];
  if (currency) {
    return wordMoney(locale, value, currency, value !== 0 && Math.abs(value) < 10_000 ? 2 : 0);
  }
  if (unit === "camera-year") return wordNumber(locale, value, 1);
  return Number.isInteger(value) ? wordNumber(locale, value) : wordRatio(locale, value);
}

function caveatsOf({ locale, t }: ReportWords, figure: ReportFigure): string[] {
  const { completeness, estimated, kind, unit } = figure;
  const vat = /(excl|incl|mixed)\.? VAT/.exec(unit)?.[1];
  return [
    vat && t(`annualReport.vat.${vat}`),
    completeness?.of === monthsOfYear &&
      t("indicators.value.months", { months: completeness.counted }),
    completeness &&
      completeness.of !== monthsOfYear &&
      completeness.counted < completeness.expected &&
      t("indicators.value.partial", {
        counted: wordNumber(locale, completeness.counted),
        expected: wordNumber(locale, completeness.expected),
      }),
    estimated && t("annualReport.estimated"),
    kind !== "known" && kind !== "zero" && t(`measure.kind.${kind}`),
  ].filter((sentence) => typeof sentence === "string");
}

/** Where the words of what is concerned are, when they are not the report's own. */
const namesOf: Partial<Record<ReportUnknown["code"], string>> = {
  "cost-lines": "home.spend.family",
};

/** What is not known, in one sentence. */
export function wordUnknown({ locale, t }: ReportWords, unknown: ReportUnknown): string {
  const { code, count = 0, of = 0, names = [] } = unknown;
  const worded = names.map((name) => {
    if (code === "indicator") return t(`indicators.items.${name}.name`);
    const known = `${namesOf[code] ?? "annualReport.unknownNames"}.${name}`;
    return /^[a-z-]+$/.test(name) && t.has(known) ? t(known) : name;
  });
  const list = new Intl.ListFormat(locale === "fr" ? "fr-FR" : "en-GB").format(worded);
  return t(`annualReport.unknown.${code}`, {
    count,
    number: wordNumber(locale, count),
    of: wordNumber(locale, of),
    names: list,
  });
}
