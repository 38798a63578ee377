import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { conclude, runStep, type StepResult } from "./verification/step.ts";
import { staticSteps, vitestStep } from "./verification/steps.ts";

/** `npm run check`: what takes under a minute. No database, no browser, no build. */
await ensurePrismaClient();
const results: StepResult[] = [];
for (const step of [
  ...staticSteps,
  vitestStep("unit and components", ["unit", "components"], ["--maxWorkers=2"]),
]) {
  results.push(await runStep(step));
}
conclude(results);
