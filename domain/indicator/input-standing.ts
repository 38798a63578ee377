import { isSilence, numberOf, type Silence } from "#domain/measure/described-measure.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import { present } from "#domain/presence/present.ts";
import type { IndicatorDefinition, IndicatorInputId } from "./indicator-definition.ts";
import type { IndicatorFacts, InputSeries } from "./indicator-facts.ts";
import { inputSeries } from "./indicator-inputs.ts";

/** How an input of an indicator stands: known from year to year, silent in some, or absent altogether. */
export type InputStanding = {
  input: IndicatorInputId;
  state: "known" | "silent" | "absent";
  /** First and last year with a number; undefined without any, or where it is computed for any period. */
  known: { from: number; to: number } | undefined;
  /** Runs of years of one silence, the earliest first. */
  silences: readonly { kind: Silence; from: number; to: number }[];
  sourceIds: readonly number[];
};

/**
 * Which input of an indicator is silent, and since when. "absent": nobody has published it at all; "silent": it is named and
 * has no number. Years, both ends included.
 */
export function inputStandings(
  indicator: IndicatorDefinition,
  facts: IndicatorFacts,
): InputStanding[] {
  return [indicator.numerator, indicator.denominator].map((input) =>
    standingOf(input, inputSeries(input, facts)),
  );
}

function standingOf(input: IndicatorInputId, series: readonly InputSeries[]): InputStanding {
  if (series.length === 0) {
    return { input, state: "absent", known: undefined, silences: [], sourceIds: [] };
  }
  const stated = series
    .flatMap((one) => one.periods.flatMap((period) => present(one.at(period))))
    .sort((a, b) => a.period.from.localeCompare(b.period.from));
  const years = stated.filter((measure) => numberOf(measure) !== undefined);
  const computed = series.some(({ periods }) => periods.length === 0);
  const [first, last] = [years[0], years.at(-1)];
  return {
    input,
    state: computed || years.length > 0 ? "known" : "silent",
    known:
      first && last ? { from: yearOf(first.period.from), to: yearOf(last.period.to) } : undefined,
    silences: runsOf(
      stated.flatMap(({ kind, period }) =>
        isSilence(kind) ? [{ kind, year: yearOf(period.from) }] : [],
      ),
    ),
    sourceIds: [...new Set(stated.flatMap(({ sources }) => sources))],
  };
}

function runsOf(years: readonly { kind: Silence; year: number }[]): InputStanding["silences"] {
  const runs: { kind: Silence; from: number; to: number }[] = [];
  for (const { kind, year } of years) {
    const last = runs.at(-1);
    if (last && last.kind === kind && year <= last.to + 1) last.to = Math.max(last.to, year);
    else runs.push({ kind, from: year, to: year });
  }
  return runs;
}
