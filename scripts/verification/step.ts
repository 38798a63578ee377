import { spawn } from "node:child_process";

/** One step of the verification: a command, how long it took, and how many claims it proved or refuted. */
export type StepResult = { name: string; passed: number; failed: number; seconds: number };

export type Step = {
  name: string;
  command: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** Reads counts from the finished step; a step without it counts as one. */
  count?: (succeeded: boolean) => Promise<{ passed: number; failed: number }>;
};

export function runStep(step: Step): Promise<StepResult> {
  console.log(`\n── ${step.name}`);
  return timed(step, "inherit");
}

/** Runs steps at the same time, each written once it has ended: what waits for one processor leaves the other idle. */
export function runTogether(steps: readonly Step[]): Promise<StepResult[]> {
  console.log(`\n── ${steps.map((step) => step.name).join(", ")}`);
  return Promise.all(steps.map((step) => timed(step, "held")));
}

async function timed(step: Step, output: "inherit" | "held"): Promise<StepResult> {
  const started = performance.now();
  const succeeded = await run(step, output);
  const counts = await (step.count ?? countAsOne)(succeeded);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `── ${step.name}: ${counts.failed === 0 ? "passed" : "FAILED"} in ${seconds.toFixed(1)} s`,
  );
  return { name: step.name, ...counts, seconds };
}

async function countAsOne(succeeded: boolean): Promise<{ passed: number; failed: number }> {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** What is "held" is written once the command has ended, in one piece. */
function run({ command, environment }: Step, output: "inherit" | "held"): Promise<boolean> {
  const [program = "", ...parameters] = command;
  return new Promise((resolve) => {
    const stream = output === "held" ? "pipe" : "inherit";
    const child = spawn(program, parameters, {
      stdio: ["ignore", stream, stream],
      env: { ...process.env, ...environment },
    });
    const held: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => held.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => held.push(chunk));
    child.once("error", () => resolve(false));
    child.once("close", (code) => {
      process.stdout.write(Buffer.concat(held));
      resolve(code === 0);
    });
  });
}

/** Prints the table of steps and the closing line; exits 1 when anything failed. */
export function conclude(results: readonly StepResult[]): never {
  console.log("");
  for (const { name, passed, failed, seconds } of results) {
    console.log(
      `${name.padEnd(28)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s`,
    );
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
