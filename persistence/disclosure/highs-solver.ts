import loadHighs, { type Highs, type Model } from "highs";
import type {
  LinearProgram,
  LinearProgramResult,
  LinearProgramSolver,
  OpenedProgram,
} from "#domain/disclosure/linear-program-solver.ts";

let loaded: Promise<LinearProgramSolver> | undefined;

/** HiGHS, compiled to WebAssembly, as the disclosure room's solver. Loading takes some tens of milliseconds: once per process. */
export function loadHighsSolver(): Promise<LinearProgramSolver> {
  loaded ??= loadHighs().then((highs) => ({ open: (program) => openProgram(highs, program) }));
  return loaded;
}

function openProgram(highs: Highs, program: LinearProgram): OpenedProgram {
  const model = highs.createModel();
  // Coefficients are 1 and −1: nothing to scale. The last answer stays possible when only costs change (primal simplex, 4), and
  // stays the best of its costs when bounds do (dual, 1).
  model.options.set({
    output_flag: false,
    presolve: "off",
    simplex_scale_strategy: 0,
    simplex_strategy: program.changing === "costs" ? 4 : 1,
  });
  model.addVars(program.lower.map(finite(highs)), program.upper.map(finite(highs)));
  for (const { variables, coefficients, equals } of program.equations) {
    model.addRow(equals, equals, { indices: variables, values: coefficients });
  }
  return {
    setBounds: (variable, lower, upper) => {
      model.changeColBounds(variable, finite(highs)(lower), finite(highs)(upper));
    },
    setCost: (variable, cost) => {
      model.changeColCost(variable, cost);
    },
    minimise: () => minimise(highs, model),
    close: () => model.dispose(),
  };
}

function minimise(highs: Highs, model: Model): LinearProgramResult {
  const { modelStatus } = highs.constants;
  const status = statusFrom(model, modelStatus.unknown);
  if (status === modelStatus.optimal) {
    return { kind: "optimal", values: model.getSolution().colValue };
  }
  if (status === modelStatus.infeasible) return { kind: "infeasible" };
  if (status === modelStatus.unbounded) return { kind: "unbounded" };
  throw new Error(`The linear programming solver stopped with status ${status}.`);
}

/**
 * A solve that starts from the last one may stall on a degenerate program, of which HiGHS then says that it does not
 * know: it is asked again from the start, and then after reducing the program first.
 */
function statusFrom(model: Model, unknown: number): number {
  model.run();
  if (model.getModelStatus() !== unknown) return model.getModelStatus();
  model.clearSolver();
  model.run();
  if (model.getModelStatus() !== unknown) return model.getModelStatus();
  model.clearSolver();
  model.options.set({ presolve: "on" });
  model.run();
  model.options.set({ presolve: "off" });
  return model.getModelStatus();
}

/** HiGHS has its own infinity. */
function finite(highs: Highs): (bound: number) => number {
  return (bound) => (Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity);
}
