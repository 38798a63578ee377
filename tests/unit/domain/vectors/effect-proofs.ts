import { z } from "zod";
import type { BeforeAfter } from "#domain/effect/controlled-counts.ts";
import { relativeEffectSize } from "#domain/effect/relative-effect-size.ts";
import {
  type DisplacementAreas,
  harmWeightedDifference,
  weightedDisplacementDifference,
} from "#domain/effect/weighted-displacement-difference.ts";
import { weightedDisplacementQuotient } from "#domain/effect/weighted-displacement-quotient.ts";
import { near, numberIn, type Proofs, pairIn, printed, type VectorInput } from "./read-vectors.ts";

const beforeAfter = ([before, after]: readonly [number, number]): BeforeAfter => ({
  before,
  after,
});
const countsIn = (input: VectorInput, name: string) => beforeAfter(pairIn(input, name));
const levelIn = (input: VectorInput) => 1 - numberIn(input, "alpha");

const areaWeights = z
  .object({
    control: z.number(),
    treated: z.number(),
    disp_control: z.number(),
    disp_treated: z.number(),
  })
  .transform(({ disp_control, disp_treated, ...own }) => ({
    ...own,
    displacementControl: disp_control,
    displacementTreated: disp_treated,
  }));

function areasIn(input: VectorInput): DisplacementAreas {
  const rings = input.disp_treated !== undefined;
  return {
    treated: countsIn(input, "treated"),
    control: countsIn(input, "control"),
    ...(rings && {
      displacementTreated: countsIn(input, "disp_treated"),
      displacementControl: countsIn(input, "disp_control"),
    }),
  };
}

const strataSchema = z.array(
  z.tuple([z.tuple([z.number(), z.number()]), z.tuple([z.number(), z.number()])]),
);

export const effectProofs: Proofs = {
  wdd: (input) => {
    const found = weightedDisplacementDifference(areasIn(input), {
      level: levelIn(input),
      weights: {
        ...(input.area_weights !== undefined && { area: areaWeights.parse(input.area_weights) }),
        ...(input.time_weights !== undefined && { time: countsIn(input, "time_weights") }),
      },
    });
    const { low, high } = found.interval;
    return {
      wdd: near(found.difference),
      se: near(found.standardError),
      z: near(found.z),
      z_2dp: printed(2, found.z),
      ci: near(low, high),
      ci_rounded: printed(0, low, high),
    };
  },
  wdd_harm: (input) => {
    const harms = z.array(z.number()).parse(input.weights);
    const strata = strataSchema.parse(input.rows).map(([control, treated], index) => ({
      harm: harms[index] ?? 0,
      areas: { control: beforeAfter(control), treated: beforeAfter(treated) },
    }));
    const found = harmWeightedDifference(strata, { level: levelIn(input) });
    return {
      total: near(found.difference),
      se: near(found.standardError),
      z: near(found.z),
      ci: near(found.interval.low, found.interval.high),
    };
  },
  res: (input) => {
    const [a, b, c, d] = z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .parse(input.abcd);
    const counts = { treated: beforeAfter([a, b]), control: beforeAfter([c, d]) };
    const effect = relativeEffectSize(counts, { variance: { kind: "count-dependent" } });
    const poisson = relativeEffectSize(counts, { variance: { kind: "poisson" } });
    return {
      res_2dp: printed(2, effect.ratio),
      ci_2dp: printed(2, effect.interval.low, effect.interval.high),
      // Minus the interaction of a Poisson difference-in-differences, with the same error.
      poisson_interaction: near(-poisson.logarithm),
      se: near(Math.sqrt(poisson.variance)),
    };
  },
  wdq: (input) => {
    const found = weightedDisplacementQuotient({
      response: countsIn(input, "R"),
      control: countsIn(input, "C"),
      buffer: countsIn(input, "D"),
    });
    if (found.kind !== "interpretable") throw new Error("the scheme did better than its control");
    return {
      GE: near(found.grossEffect),
      NE: near(found.netEffect),
      WDQ: near(found.quotient),
      TNE: near(found.totalNetEffect),
    };
  },
};
