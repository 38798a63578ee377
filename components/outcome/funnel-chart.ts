import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import type { Funnel, FunnelStep } from "#domain/indicator/outcome-funnel.ts";
import type { FunnelName } from "#domain/outcome/funnel-stages.ts";
import type { Steps } from "#formats/chart/chart-spec.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import type { ChartedCity, OutcomeWords } from "./outcome-words.ts";

/** Funnels whose stages follow one another; fines and rights are lists of counts. */
const drawn: readonly FunnelName[] = ["footage-review", "live-monitoring"];

/** A funnel stage by stage, with what is lost on the way; undefined where less than two stages are counted. */
export function funnelChart(
  funnel: Funnel,
  id: string,
  city: ChartedCity,
  words: OutcomeWords,
): OfferedChart | undefined {
  const known = funnel.steps.filter(({ count }) => count.value !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  if (!drawn.includes(funnel.name) || !first || !last || first === last) return undefined;
  const { t, charts, locale, scopes } = words;
  const title = t("funnel.title", {
    first: wordNumber(locale, first.count.value ?? 0),
    firstStage: stageOf(first, words).toLocaleLowerCase(locale),
    last: wordNumber(locale, last.count.value ?? 0),
    lastStage: stageOf(last, words).toLocaleLowerCase(locale),
  });
  const spec: Steps = {
    form: "steps",
    id,
    name: title,
    description: t("funnel.description", { stages: funnel.steps.length }),
    stages: funnel.steps.map((step, index) => ({
      ...amountOf(step, words),
      label: stageOf(step, words),
      loss: lossOf(funnel.steps[index + 1], words),
    })),
  };
  return {
    spec,
    title,
    subtitle: t("funnel.subtitle", { year: String(funnel.year), scope: scopes(funnel.scope) }),
    note: t("funnel.note"),
    source: t("source", {
      wording: first.count.wording,
      city: city.name,
      release: String(city.release),
    }),
    tableWords: tableWordsOf(charts, t("items.stage"), first.count.unit),
    definition: "/methodology#outcome-funnel",
  };
}

function stageOf({ count }: FunnelStep, { outcomes }: OutcomeWords): string {
  return outcomes.has(`stages.${count.stage}`) ? outcomes(`stages.${count.stage}`) : count.stage;
}

function amountOf(
  { count, ofFirst }: FunnelStep,
  { t, measure, locale }: OutcomeWords,
): { value?: number; low?: number; high?: number; words: string } {
  const { value } = count;
  if (value === undefined) return { words: measure(`short.${count.state}`) };
  const number = wordNumber(locale, value);
  // A count of which a part is not known is a least.
  if (count.unknownCells > 0) return { low: value, words: t("funnel.atLeast", { number }) };
  if (!ofFirst || ofFirst.share === 1) return { value, words: number };
  const { share, interval } = ofFirst;
  const first = value / share;
  return {
    value,
    low: first * interval.low,
    high: first * interval.high,
    words: t("funnel.share", {
      number,
      share: wordShare(locale, share, 0),
      low: wordShare(locale, interval.low, 0),
      high: wordShare(locale, interval.high, 0),
    }),
  };
}

/** What the next stage says was lost before it. */
function lossOf(
  next: FunnelStep | undefined,
  { t, outcomes, locale }: OutcomeWords,
): string | undefined {
  if (!next || next.lost === undefined || next.lost === 0) return undefined;
  const lost = t("funnel.lost", { count: next.lost, number: wordNumber(locale, next.lost) });
  const reasons = next.reasons.map(
    ({ reason, count }) => `${outcomes(`lossReasons.${reason}`)} ${wordNumber(locale, count)}`,
  );
  return reasons.length === 0 ? lost : `${lost} · ${reasons.join(", ")}`;
}
