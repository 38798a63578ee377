import { getTranslations } from "next-intl/server";
import type { CameraChartWords } from "#components/district/camera-charts.ts";
import { knownWordsOf } from "#components/figure/known-words.ts";
import type { OutcomeWords } from "#components/outcome/outcome-words.ts";
import type { FigureChartWords } from "#components/published-figure/figure-charts.ts";

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

/** Those of the charts of a district's cameras. */
export async function cameraChartWords(locale: string): Promise<CameraChartWords> {
  const of = (namespace: "district" | "camera.status" | "charts") =>
    getTranslations({ locale, namespace });
  return {
    locale,
    district: await of("district"),
    statuses: await of("camera.status"),
    charts: await of("charts"),
  };
}

/** Those of the charts of published figures. */
export async function figureChartWords(locale: string): Promise<FigureChartWords> {
  const groups = {
    measures: await getTranslations({ locale, namespace: "publishedFigures.measures" }),
    scopes: await getTranslations({ locale, namespace: "publishedFigures.scopes" }),
    definitions: await getTranslations({ locale, namespace: "publishedFigures.definitions" }),
    qualifiers: await getTranslations({ locale, namespace: "publishedFigures.qualifiers" }),
  };
  return {
    locale,
    t: await getTranslations({ locale, namespace: "publishedFigures" }),
    charts: await getTranslations({ locale, namespace: "charts" }),
    known: (group, text) => knownWordsOf(groups[group])(text),
  };
}
