import type { IntervalBounds } from "#domain/statistics/interval-bounds.ts";
import { type PooledEstimate, poolEstimates } from "#domain/statistics/pool-estimates.ts";
import type { EvaluatedStudy } from "./evaluate-study.ts";

/** A ratio of all studies together. Above 1: events fell in the equipped districts relative to the controls. */
export type PooledRatio = { readonly ratio: number; readonly interval: IntervalBounds };

/** The models that do without a variance between studies, shown beside the one leaned on. */
export const otherModels = ["fixed", "multiplicative"] as const;

/** The ratio by random effects, which is leaned on, and by each other model. */
export type PooledEffect = PooledRatio & {
  readonly others: Readonly<Record<(typeof otherModels)[number], PooledRatio>>;
  /** Share of the variation between studies that chance does not explain, 0 to 1. */
  readonly iSquared: number;
  /** Variance between studies of the logarithm of the ratio. */
  readonly tauSquared: number;
};

export type WhyNotPooled = "refused" | "shared-areas";

/** Studies of one outcome definition and category, two at least, and what they say together. */
export type PooledGroup<Study> = {
  readonly studies: readonly Study[];
  readonly result:
    | ({ readonly kind: "pooled" } & PooledEffect)
    | { readonly kind: WhyNotPooled; readonly studies: readonly Study[] };
};

/**
 * Pools studies that count the same thing.
 *
 * Unit: ratio. Random effects (DerSimonian–Laird) on the logarithms of the ratios, with the variance that each
 * verdict leans on; I² = max(0, (Q − (k − 1)) / Q). Beside it the fixed effect, as if all studies measured one and the same
 * effect, and the multiplicative adjustment, the same mean with its variance × Q/(k − 1), never under 1. Nothing is pooled with a refused study among the group, since leaving it
 * out would choose the result, nor with a district in two studies, since they would count the same events twice.
 * Source: DerSimonian & Laird 1986; Higgins & Thompson 2002 for I²; Jones 2005 for the multiplicative adjustment.
 */
export function poolStudies<Study extends EvaluatedStudy>(
  studies: readonly Study[],
): PooledGroup<Study>[] {
  const groups = new Map<string, Study[]>();
  for (const one of studies) {
    const key = `${one.study.definitionCode}\u0000${one.study.category ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ studies: group, result: resultOf(group) }));
}

function resultOf<Study extends EvaluatedStudy>(
  group: readonly Study[],
): PooledGroup<Study>["result"] {
  const refused = group.filter(
    ({ verdict, effects }) => verdict === "refused" || effects.length === 0,
  );
  if (refused.length > 0) return { kind: "refused", studies: refused };
  const sharing = group.filter((one) =>
    group.some((other) => other !== one && districtsOf(one).some(isIn(districtsOf(other)))),
  );
  if (sharing.length > 0) return { kind: "shared-areas", studies: sharing };
  const sites = group.flatMap(({ effects }) =>
    effects.slice(0, 1).map(({ size }) => ({ estimate: size.logarithm, variance: size.variance })),
  );
  const random = poolEstimates(sites, "random");
  const { heterogeneity, tauSquared } = random;
  const excess = heterogeneity - (sites.length - 1);
  return {
    kind: "pooled",
    ...ratioOf(random),
    others: {
      fixed: ratioOf(poolEstimates(sites, "fixed")),
      multiplicative: ratioOf(poolEstimates(sites, "multiplicative")),
    },
    iSquared: excess > 0 ? excess / heterogeneity : 0,
    tauSquared,
  };
}

function ratioOf({ estimate, interval }: PooledEstimate): PooledRatio {
  return {
    ratio: Math.exp(estimate),
    interval: { low: Math.exp(interval.low), high: Math.exp(interval.high) },
  };
}

function districtsOf({ study }: EvaluatedStudy): string[] {
  return [...study.treated, ...study.control];
}

function isIn(districts: readonly string[]) {
  return (district: string) => districts.includes(district);
}
