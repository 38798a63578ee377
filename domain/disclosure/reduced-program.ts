import { present } from "#domain/presence/present.ts";
import type {
  LinearEquation,
  LinearProgram,
  LinearProgramSolver,
  OpenedProgram,
} from "./linear-program-solver.ts";

/** What a variable is in the reduced program: offset + sign × kept variable, or the offset alone where sign is 0. */
export type Image = { readonly offset: number; readonly sign: -1 | 0 | 1; readonly kept: number };

export type Reduction = {
  readonly images: readonly Image[];
  /** Number of variables that are left, 0 to n − 1. */
  readonly kept: number;
  readonly equations: readonly LinearEquation[];
};

/** Two numbers that differ by less are the same: counts are whole. */
const slack = 1e-6;

/**
 * The same program with fewer unknowns: what is fixed is put in as a number, and of two unknowns that an equation ties to each
 * other one is left. Most cells of a publication are public, and most differences between two stages are one hidden count
 * away from a public one. An equation that nothing can satisfy is kept, for the solver to say so.
 */
export function reduceProgram({ lower, upper, equations }: LinearProgram): Reduction {
  const images: Image[] = lower.map((low, variable) =>
    low === upper[variable]
      ? { offset: low, sign: 0, kept: variable }
      : { offset: 0, sign: 1, kept: variable },
  );
  const imageOf = (variable: number): Image => {
    const { offset, sign, kept } = present(images[variable]);
    if (sign === 0 || kept === variable) return present(images[variable]);
    const beyond = imageOf(kept);
    const found: Image = {
      offset: offset + sign * beyond.offset,
      sign: (sign * beyond.sign) as Image["sign"],
      kept: beyond.kept,
    };
    images[variable] = found;
    return found;
  };
  const rewrite = ({ variables, coefficients, equals }: LinearEquation): LinearEquation => {
    const terms = new Map<number, number>();
    let left = equals;
    variables.forEach((variable, i) => {
      const { offset, sign, kept } = imageOf(variable);
      const coefficient = present(coefficients[i]);
      left -= coefficient * offset;
      if (sign !== 0) terms.set(kept, (terms.get(kept) ?? 0) + coefficient * sign);
    });
    const held = [...terms].filter(([, coefficient]) => coefficient !== 0);
    return {
      variables: held.map(([variable]) => variable),
      coefficients: held.map(([, coefficient]) => coefficient),
      equals: left,
    };
  };
  /** True when the equation says what an unknown is by another one, which is then left out. */
  const substitute = ({
    variables: [a, b, c],
    coefficients: [x = 0, y = 0],
    equals,
  }: LinearEquation) => {
    if (a === undefined || b === undefined || c !== undefined) return false;
    if (Math.abs(x) !== Math.abs(y)) return false;
    images[b] = { offset: equals / y, sign: x * y > 0 ? -1 : 1, kept: a };
    return true;
  };
  let open = equations.map(rewrite);
  for (;;) {
    const left = open.filter((equation) => !substitute(rewrite(equation)));
    if (left.length === open.length) break;
    open = left;
  }
  const said = open
    .map(rewrite)
    .filter(({ variables, equals }) => variables.length > 0 || Math.abs(equals) > slack);
  const numbers = new Map<number, number>();
  const final = lower.map((_, variable): Image => {
    const { offset, sign, kept } = imageOf(variable);
    if (sign === 0) return { offset, sign, kept: 0 };
    const number = numbers.get(kept) ?? numbers.size;
    numbers.set(kept, number);
    return { offset, sign, kept: number };
  });
  return {
    images: final,
    kept: numbers.size,
    equations: said.map(({ variables, ...rest }) => ({
      ...rest,
      variables: variables.map((variable) => present(numbers.get(variable))),
    })),
  };
}

/**
 * Opens a program reduced by `reduceProgram`, asked and answered in its own variables. What was fixed when it was opened stays
 * so; bounds of the others may change.
 */
export function openReduced(solver: LinearProgramSolver, program: LinearProgram): OpenedProgram {
  const { images, kept, equations } = reduceProgram(program);
  const lower = [...program.lower];
  const upper = [...program.upper];
  const costs = lower.map(() => 0);
  const members: number[][] = Array.from({ length: kept }, () => []);
  images.forEach(({ sign, kept: number }, variable) => {
    if (sign !== 0) present(members[number]).push(variable);
  });
  const boundsOf = (number: number): [number, number] => {
    let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const variable of present(members[number])) {
      const { offset, sign } = present(images[variable]);
      const ends = [present(lower[variable]) - offset, present(upper[variable]) - offset];
      const [from, to] = sign > 0 ? ends : [-present(ends[1]), -present(ends[0])];
      low = Math.max(low, present(from));
      high = Math.min(high, present(to));
    }
    return [low, high];
  };
  const bounds = members.map((_, number) => boundsOf(number));
  const isEmpty = ([low, high]: readonly [number, number]) => low > high + slack;
  const empty = new Set(bounds.flatMap((ends, number) => (isEmpty(ends) ? [number] : [])));
  const isContradicted = equations.some(({ variables }) => variables.length === 0);
  const opened = solver.open({
    ...program,
    lower: bounds.map(([low, high]) => Math.min(low, high)),
    upper: bounds.map(([, high]) => high),
    equations: equations.filter(({ variables }) => variables.length > 0),
  });
  return {
    setBounds: (variable, low, high) => {
      const { sign, kept: number } = present(images[variable]);
      lower[variable] = low;
      upper[variable] = high;
      if (sign === 0) return;
      const ends = boundsOf(number);
      if (isEmpty(ends)) empty.add(number);
      else {
        empty.delete(number);
        opened.setBounds(number, Math.min(...ends), ends[1]);
      }
    },
    setCost: (variable, cost) => {
      const { sign, kept: number } = present(images[variable]);
      costs[variable] = cost;
      if (sign === 0) return;
      const sum = present(members[number]).reduce(
        (total, member) => total + present(images[member]).sign * present(costs[member]),
        0,
      );
      opened.setCost(number, sum);
    },
    minimise: () => {
      if (isContradicted || empty.size > 0) return { kind: "infeasible" };
      // A program without unknowns is not one to a solver, and has its answer.
      const result = kept === 0 ? { kind: "optimal" as const, values: [] } : opened.minimise();
      if (result.kind !== "optimal") return result;
      const { values } = result;
      return {
        kind: "optimal",
        values: Float64Array.from(images, ({ offset, sign, kept: number }) =>
          sign === 0 ? offset : offset + sign * present(values[number]),
        ),
      };
    },
    close: () => opened.close(),
  };
}
