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
  model.options.set({ output_flag: false, presolve: "off" });
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
  model.run();
  const status = model.getModelStatus();
  const { modelStatus } = highs.constants;
  if (status === modelStatus.optimal) {
    return { kind: "optimal", values: model.getSolution().colValue };
  }
  if (status === modelStatus.infeasible) return { kind: "infeasible" };
  if (status === modelStatus.unbounded) return { kind: "unbounded" };
  throw new Error(`The linear programming solver stopped with status ${status}.`);
}

/** HiGHS has its own infinity. */
function finite(highs: Highs): (bound: number) => number {
  return (bound) => (Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity);
}
