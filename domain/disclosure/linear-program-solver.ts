/** Σ coefficient × variable = equals. */
export type LinearEquation = {
  readonly variables: readonly number[];
  readonly coefficients: readonly number[];
  readonly equals: number;
};

/** Variables 0 to n − 1, each between its bounds (`Infinity` for none), under linear equations. Costs start at 0. */
export type LinearProgram = {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly equations: readonly LinearEquation[];
  /** What changes between two solves: a solver goes on from the last answer in another way for costs and for bounds. */
  readonly changing?: "costs" | "bounds";
};

export type LinearProgramResult =
  | { readonly kind: "optimal"; readonly values: ArrayLike<number> }
  | { readonly kind: "unbounded" | "infeasible" };

/** A program kept in the solver's memory: bounds and costs change between two solves, which start from the last one. */
export type OpenedProgram = {
  readonly setBounds: (variable: number, lower: number, upper: number) => void;
  readonly setCost: (variable: number, cost: number) => void;
  readonly minimise: () => LinearProgramResult;
  /** Frees the solver's memory. */
  readonly close: () => void;
};

/** What this room needs of a linear programming library; the library itself stays outside the domain. */
export type LinearProgramSolver = { readonly open: (program: LinearProgram) => OpenedProgram };
