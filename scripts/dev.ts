import { createServer } from "node:http";
import { announceDevelopment, MalformedEnvironment, readEnvironment } from "#environment";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { reportFailure, say, warn } from "#server/process/log.ts";
import { projectFolder } from "#server/process/project-folder.ts";
import { Refusal } from "#server/process/refusal.ts";

/** `npm run dev`: the same database, and Next with nothing kept ready, reloading as files change. */
async function develop(): Promise<void> {
  const { host, port } = readEnvironment();
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  await withDatabase(async (url) => {
    const { ensureFirstData } = await import("#server/first-data.ts");
    await ensureFirstData(url);
    announceDevelopment();
    const { default: next } = await import("next");
    const app = next({ dev: true, dir: projectFolder, hostname: host, port });
    await app.prepare();
    const handle = app.getRequestHandler();
    const server = createServer((request, response) => void handle(request, response));
    server.listen(port, host, () => say(`Developing at http://${host}:${port}`));
    await new Promise((_, reject) => server.once("error", reject));
  }, "npm run dev");
}

develop().catch((failure: unknown) => {
  if (failure instanceof Refusal || failure instanceof MalformedEnvironment) warn(failure.message);
  else reportFailure("Development could not start", failure);
  process.exit(1);
});
