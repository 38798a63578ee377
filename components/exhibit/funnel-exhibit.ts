import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { Funnel, FunnelStep } from "#domain/indicator/outcome-funnel.ts";
import type { FunnelName } from "#domain/outcome/funnel-stages.ts";
import type { Steps } from "#formats/chart/chart-spec.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import {
  aboutCity,
  type ExhibitWords,
  knownText,
  sourceWords,
  tableWords,
} from "./exhibit-words.ts";

/** What a funnel is drawn from: part of a city's outcomes. */
export type FunnelsOfCity = {
  city: { name: string; fictional: boolean };
  year: number | undefined;
  funnels: readonly Funnel[];
  sources: readonly PrintedSource[];
};

/** One funnel of the year, its largest scope: what each stage counts and what is lost between two. */
export function funnelExhibit(
  page: FunnelsOfCity,
  name: FunnelName,
  words: ExhibitWords,
): Exhibit | undefined {
  const { t } = words;
  const funnel = page.funnels.find((candidate) => candidate.name === name);
  if (!funnel || funnel.steps.length < 2) return undefined;
  const title = t(`outcomes.funnels.${name}.title`, { year: String(funnel.year) });
  const spec: Steps = {
    form: "steps",
    id: name,
    name: title,
    description: t("exhibit.description.funnel", { stages: funnel.steps.length }),
    stages: funnel.steps.map((step, index) => stageOf(step, funnel.steps[index + 1], words)),
  };
  return {
    ...aboutCity(page.city, words),
    title,
    subtitle: t("exhibit.unit.funnel", {
      year: String(funnel.year),
      scope: knownText(words, "scopes", funnel.scope),
    }),
    shown: { form: "chart", spec, tableWords: tableWords(words, t("outcomes.table.stage")) },
    notes: [t(`outcomes.funnels.${name}.caveat`)],
    sources: sourceWords(
      page.sources,
      funnel.steps.flatMap(({ count }) => count.sourceIds),
      words,
    ),
  };
}

function stageOf(
  { count, ofFirst }: FunnelStep,
  next: FunnelStep | undefined,
  { t, locale }: ExhibitWords,
): Steps["stages"][number] {
  const stage = `outcomes.stages.${count.stage}`;
  const lost = next?.lost;
  return {
    label: t.has(stage) ? t(stage) : count.stage,
    ...amountOf(count),
    words: [
      count.value === undefined
        ? t(`measure.short.${count.state}`)
        : wordNumber(locale, count.value),
      ...(ofFirst && ofFirst.share < 1 ? [`(${wordShare(locale, ofFirst.share)})`] : []),
    ].join(" "),
    ...(lost === undefined || lost === 0
      ? {}
      : { loss: t("exhibit.parts.lost", { count: lost, number: wordNumber(locale, lost) }) }),
  };
}

/** A count of which some cells are silent is known from below only. */
function amountOf({ value, unknownCells }: FunnelStep["count"]) {
  if (value === undefined) return {};
  return unknownCells > 0 ? { low: value } : { value };
}
