import { announceProduction } from "#environment";
import { ensureBuild } from "#server/build/next-build.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";

/** `npm run build`: the pages, made only when the sources changed since the last build. */
announceProduction();
await ensurePrismaClient();
await ensureBuild();
