import { daysBetween } from "#domain/period/partial-date.ts";
import type { Period } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";
import { endsOf, levelAndMethodOf } from "./combine-intervals.ts";
import {
  type Combined,
  type DescribedMeasure,
  type MeasureRefusal,
  numberOf,
  scopeRefusalsOf,
  sourcesOfMeasures,
  strongestSilence,
  unitRefusalsOf,
} from "./described-measure.ts";
import type { Bound, Completeness, Measure } from "./measure.ts";

/** "parts": parts of one whole in the same period. "time": successive periods of one series, without gap or overlap. */
export type Addition = "parts" | "time";

/**
 * Measures added up, with all that they carry.
 *
 * Unit: that of the measures, which must be one: no currency, VAT or unit is converted. Refused, with every reason, when unit,
 * definition or scope differ, when parts do not speak of the same period, or when periods leave a gap or overlap.
 * A silent part is not 0: the sum of the others is then "at least", and its completeness says how many parts are in it. Zeros
 * and silences alone make the silence behind which most is held. A sum of zeros is a declared zero as soon as one is
 * only declared. Interval: sums of the ends.
 */
export function addMeasures(measures: readonly DescribedMeasure[], addition: Addition): Combined {
  const [first, ...others] = measures.toSorted((a, b) =>
    a.period.from.localeCompare(b.period.from),
  );
  if (!first) return { ok: false, refusals: ["nothing-to-add"] };
  const all = [first, ...others];
  const refusals = additionRefusals(first, others, addition);
  if (refusals.length > 0) return { ok: false, refusals };
  const completeness = completenessOf(all);
  const context = {
    definition: first.definition,
    scope: first.scope,
    unit: first.unit,
    period: { from: first.period.from, to: present(all.at(-1)).period.to },
    sources: sourcesOfMeasures(all),
    ...(completeness ? { completeness } : {}),
  };
  const kinds = all.map(({ kind }) => kind);
  const silence = strongestSilence(kinds);
  if (kinds.includes("known")) {
    return { ok: true, measure: { ...context, ...sumOf(all, silence !== undefined) } };
  }
  const kind = silence ?? (kinds.includes("declared-zero") ? "declared-zero" : "zero");
  return { ok: true, measure: { ...context, kind } };
}

function additionRefusals(
  first: DescribedMeasure,
  others: readonly DescribedMeasure[],
  addition: Addition,
): MeasureRefusal[] {
  const refusals = new Set<MeasureRefusal>();
  let previous = first.period;
  for (const other of others) {
    for (const refusal of unitRefusalsOf(first.unit, other.unit)) refusals.add(refusal);
    if (other.definition !== first.definition) refusals.add("definition-differs");
    for (const refusal of scopeRefusalsOf(first.scope, other.scope)) refusals.add(refusal);
    const apart = periodRefusal(previous, other.period, addition);
    if (apart) refusals.add(apart);
    previous = other.period;
  }
  return [...refusals];
}

function periodRefusal(
  before: Period,
  after: Period,
  addition: Addition,
): MeasureRefusal | undefined {
  if (addition === "time") {
    return daysBetween(before.to, after.from) === 1 ? undefined : "periods-do-not-follow";
  }
  return before.from === after.from && before.to === after.to ? undefined : "period-differs";
}

function sumOf(measures: readonly DescribedMeasure[], isPartial: boolean) {
  const numbered = measures.filter((measure) => numberOf(measure) !== undefined);
  const ends = numbered.map((measure) => endsOf(measure, present(numberOf(measure))));
  const interval = levelAndMethodOf(numbered);
  const bound = boundOf(numbered, isPartial);
  return {
    kind: "known" as const,
    value: sum(numbered.map((measure) => present(numberOf(measure)))),
    estimated: numbered.some((measure) => measure.kind === "known" && measure.estimated),
    ...(bound ? { bound } : {}),
    ...(interval
      ? {
          interval: {
            low: sum(ends.map(({ low }) => low)),
            high: sum(ends.map(({ high }) => high)),
            ...interval,
          },
        }
      : {}),
  };
}

function boundOf(measures: readonly Measure[], isPartial: boolean): Bound | undefined {
  const bounds = new Set<Bound>(isPartial ? ["lower"] : []);
  for (const measure of measures) {
    if (measure.kind === "known" && measure.bound) bounds.add(measure.bound);
  }
  const [only] = bounds;
  return bounds.size > 1 ? "open" : only;
}

/** Parts that say nothing of their completeness count for one, known or not. */
function completenessOf(measures: readonly DescribedMeasure[]): Completeness | undefined {
  const stated = measures.filter(({ completeness }) => completeness !== undefined);
  const isPartial = measures.some((measure) => numberOf(measure) === undefined);
  if (stated.length === 0 && !isPartial) return undefined;
  const of = new Set(stated.map(({ completeness }) => present(completeness).of));
  const [name] = of;
  return {
    counted: sum(
      measures.map(
        (measure) => measure.completeness?.counted ?? (numberOf(measure) === undefined ? 0 : 1),
      ),
    ),
    expected: sum(measures.map(({ completeness }) => completeness?.expected ?? 1)),
    of: of.size === 1 && stated.length === measures.length ? present(name) : "parts",
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
