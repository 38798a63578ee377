import { equivalentAnnualCost } from "#domain/cost/equivalent-annual-cost.ts";
import { straightLine } from "#domain/cost/straight-line.ts";
import { publishedYearlyCosts } from "#domain/indicator/published-yearly-cost.ts";
import { splitCents } from "#domain/money/split-cents.ts";
import { ratioWithPoissonDenominator } from "#domain/statistics/ratio-with-poisson-denominator.ts";
import {
  near,
  numberIn,
  type Proof,
  type Proofs,
  pairIn,
  type VectorInput,
} from "./read-vectors.ts";

const cents = (euros: number) => Math.round(100 * euros);
const charges = (capital: number, lifeYears: number, commissionedOn: string) =>
  straightLine({ cents: capital, commissionedOn, lifeYears }, 1);

/** A plan's investment, written off over its years, with what running it costs meanwhile; then without the grant. */
const plan: Proof = (input) => {
  const years = numberIn(input, "years");
  const capital = cents(numberIn(input, "n") * numberIn(input, "unit"));
  const running = cents(1e6 * numberIn(input, "opex_meur_per_year"));
  const writtenOff = charges(capital, years, "2014-01").reduce(
    (sum, charge) => sum + charge.cents,
    0,
  );
  const grant = numberIn(input, "subsidy");
  const [net = Number.NaN] = splitCents(capital, [1 - grant, grant]);
  const millions = (amount: number) => near(amount / 1e8);
  return {
    capex_meur: millions(writtenOff),
    total_meur: millions(writtenOff + years * running),
    net_capex_meur: millions(net),
  };
};

const rebuilt: Proof = (input) => {
  const figure = (measure: string, value: number, unit: string) => ({
    measure,
    value,
    unit,
    period: { from: "2009-01-01", to: "2009-12-31" },
    scope: null,
    sourceId: 1,
  });
  const [cost] = publishedYearlyCosts([
    figure("cameras", numberIn(input, "cameras"), "camera"),
    figure("capital expenditure", numberIn(input, "capex_per_year"), "EUR/year"),
    figure("maintenance expenditure", numberIn(input, "maintenance"), "EUR/year"),
    figure("payroll", numberIn(input, "staff"), "EUR/year"),
  ]);
  return {
    total: near(cost?.total ?? Number.NaN),
    per_camera: near(cost?.perCameraYear ?? Number.NaN),
  };
};

function pointOf(amount: number, count: number): number {
  const ratio = ratioWithPoissonDenominator(amount, count);
  return ratio.kind === "estimate" ? ratio.point : Number.NaN;
}

const arrests: Proof = (input) => {
  const counted = numberIn(input, "arrests");
  return {
    per_arrest: near(...pairIn(input, "cost").map((amount) => pointOf(amount, counted))),
    arrests_per_camera: near(pointOf(counted, numberIn(input, "cameras"))),
    share: near(counted / numberIn(input, "street_offences")),
  };
};

const perOutcome: Proof = (input) => {
  const ratio = ratioWithPoissonDenominator(numberIn(input, "C"), numberIn(input, "n"));
  return ratio.kind === "lower-bound"
    ? { at_least: near(ratio.low) }
    : { point: near(ratio.point), ci: near(ratio.low, ratio.high) };
};

const annuity: Proof = (input) => ({
  annuity: near(
    equivalentAnnualCost(numberIn(input, "K"), numberIn(input, "r"), numberIn(input, "L")),
  ),
});

const firstYear: Proof = (input) => {
  const [charge] = charges(
    cents(numberIn(input, "K")),
    numberIn(input, "L"),
    String(input.service),
  );
  return { first_year: near((charge?.cents ?? Number.NaN) / 100) };
};

/** Several questions share the family: the input tells which is asked. */
const questions: readonly (readonly [name: string, Proof])[] = [
  ["opex_meur_per_year", plan],
  ["maintenance", rebuilt],
  ["arrests", arrests],
  ["C", perOutcome],
  ["r", annuity],
  ["service", firstYear],
];

export const costProofs: Proofs = {
  cost: (input: VectorInput) => {
    const asked = questions.find(([name]) => name in input);
    if (!asked) throw new Error(`No test knows this question: ${Object.keys(input).join(", ")}.`);
    return asked[1](input);
  },
};
