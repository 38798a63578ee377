import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { ensureChromium } from "./verification/ensure-chromium.ts";
import { conclude, runStep, runTogether, type StepResult } from "./verification/step.ts";
import { playwrightStep, staticSteps, vitestStep } from "./verification/steps.ts";

/**
 * `npm test`: everything, in the order in which a failure is cheapest to find. Pure tests go two at once, beside
 * the checks of the text, and say what of the domain they cover; those with a database or a server of their own go two at once
 * too, since they wait most of the time.
 */
await ensurePrismaClient();
const results: StepResult[] = await runTogether([
  ...staticSteps,
  vitestStep("unit and components", ["unit", "components"], ["--maxWorkers=2", "--coverage"]),
]);
results.push(
  await runStep({
    name: "production build",
    command: [process.execPath, "--import", "tsx", "scripts/build.ts"],
  }),
);
results.push(await runStep(vitestStep("integration", ["integration"], ["--maxWorkers=2"])));
const chromium = ensureChromium();
const browser = playwrightStep();
results.push(
  await runStep({
    ...browser,
    environment: { ...browser.environment, ...(chromium ? { CHROMIUM: chromium } : {}) },
  }),
);
conclude(results);
