import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { conclude, runTogether } from "./verification/step.ts";
import { staticSteps, vitestStep } from "./verification/steps.ts";

/** `npm run check`: what takes under a minute. No database, no browser, no build. */
await ensurePrismaClient();
conclude(
  await runTogether([
    ...staticSteps,
    vitestStep("unit and components", ["unit", "components"], ["--maxWorkers=2"]),
  ]),
);
