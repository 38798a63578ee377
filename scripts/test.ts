import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { ensureChromium } from "./verification/ensure-chromium.ts";
import { conclude, runStep, runTogether, type StepResult } from "./verification/step.ts";
import { playwrightStep, staticSteps, vitestStep } from "./verification/steps.ts";

/**
 * `npm test`: everything, in the order in which a failure is cheapest to find. Pure tests wait for nothing and go two at once,
 * beside the checks of the text; tests with servers of their own go one by one. Pure tests also say what of the domain they
 * cover.
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
results.push(await runStep(vitestStep("integration", ["integration"])));
const chromium = ensureChromium();
const browser = playwrightStep();
results.push(
  await runStep({
    ...browser,
    environment: { ...browser.environment, ...(chromium ? { CHROMIUM: chromium } : {}) },
  }),
);
conclude(results);
