import { eTest } from "#domain/statistics/e-test.ts";
import { garwoodInterval } from "#domain/statistics/garwood-interval.ts";
import { wilsonInterval } from "#domain/statistics/wilson-interval.ts";
import { near, numberIn, type Proofs, printed } from "./read-vectors.ts";

export const statisticsProofs: Proofs = {
  poisson_etest: (input) => ({ p: near(eTest(numberIn(input, "k1"), numberIn(input, "k2"))) }),
  proportion: (input) => {
    const [x, n] = [numberIn(input, "x"), numberIn(input, "n")];
    const { low, high } = wilsonInterval(x, n);
    return { pct_2dp: printed(2, (100 * x) / n), wilson95: near(low, high) };
  },
  poisson_ci: (input) => {
    const { low, high } = garwoodInterval(numberIn(input, "k"));
    return { ci95: near(low, high) };
  },
};
