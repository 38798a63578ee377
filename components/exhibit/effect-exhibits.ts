import type { OfferedChart, Words } from "#components/chart/offered-chart.ts";
import { overviewChart } from "#components/effect/effect-chart.ts";
import { studyCharts } from "#components/effect/effect-charts.ts";
import type { EffectsPageProps, EffectWords } from "#components/effect/effect-props.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { aboutCity, type ExhibitWords, sourceWords } from "./exhibit-words.ts";

/** What the exhibits on effects are made from. */
export type EffectsOfCity = EffectsPageProps["page"] & {
  city: EffectsPageProps["page"]["city"] & { fictional: boolean };
};

/** What every declared study finds, refused ones included; undefined where none gives a ratio. */
export function effectsExhibit(page: EffectsOfCity, words: ExhibitWords): Exhibit | undefined {
  const chart = overviewChart(page.studies, page.city, effectWords(words));
  return (
    chart &&
    exhibitOf(
      chart,
      page,
      page.studies.flatMap(({ sourceIds }) => sourceIds),
      words,
    )
  );
}

/**
 * One study: its relative effect size, or its trends where no ratio can be made. Its verdict comes first among the notes:
 * a refused study is not to be read without it.
 */
export function studyExhibit(
  page: EffectsOfCity,
  reference: string,
  words: ExhibitWords,
): Exhibit | undefined {
  const shown = page.studies.find(({ study }) => study.reference === reference);
  if (!shown) return undefined;
  const { effect, trend } = studyCharts(shown, page, effectWords(words));
  const exhibit = exhibitOf(effect ?? trend, page, shown.sourceIds, words);
  const { titleFr, titleEn } = shown.study;
  return {
    ...exhibit,
    title: `${words.locale === "fr" ? titleFr : titleEn} · ${exhibit.title}`,
    notes: [words.t(`effects.meaning.${shown.verdict}`), ...exhibit.notes],
  };
}

function exhibitOf(
  { title, subtitle, note, spec, tableWords }: OfferedChart,
  page: EffectsOfCity,
  sourceIds: readonly number[],
  words: ExhibitWords,
): Exhibit {
  return {
    ...aboutCity(page.city, words),
    title,
    subtitle,
    shown: { form: "chart", spec, tableWords },
    notes: note === undefined ? [] : [note],
    sources: sourceWords(page.sources, sourceIds, words),
  };
}

/** The words of two namespaces, from those of all. */
function effectWords({ locale, t }: ExhibitWords): EffectWords {
  const within = (namespace: string): Words =>
    Object.assign(
      (key: string, values?: Record<string, string | number>) => t(`${namespace}.${key}`, values),
      { has: (key: string) => t.has(`${namespace}.${key}`) },
    );
  return { locale, effects: within("effects"), charts: within("charts") };
}
