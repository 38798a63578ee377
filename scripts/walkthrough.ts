import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { say, warn } from "#server/process/log.ts";

/** `npm run walkthrough`: runs the commands of docs/walkthrough.md on real files, in a data folder of its own. */
const dataFolder = path.resolve(".data/walkthrough");
const files = path.resolve(process.env.DATA ?? "../shared/data");

async function commands(): Promise<string[]> {
  const page = await readFile("docs/walkthrough.md", "utf8");
  return [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block.split("\n").filter((line) => line.startsWith("npm run ")),
  );
}

/** "npm run import -- a --b "c d"" → the script and its arguments, without a shell. */
function parse(line: string): { script: string; given: string[] } {
  const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) =>
    word.replace(/^"|"$/g, "").replace("$DATA", files),
  );
  return { script: words[2] ?? "", given: words.slice(4) };
}

function run(line: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const { script, given } = parse(line);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...given], {
      stdio: ["ignore", "inherit", "inherit"],
      env: environment,
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}

async function walk(): Promise<number> {
  if (!existsSync(files)) {
    warn(`The real files are not here: there is no folder ${files}. DATA names another.`);
    return 1;
  }
  await rm(dataFolder, { recursive: true, force: true });
  process.env.CONTRECHAMP_DATA_FOLDER = dataFolder;
  delete process.env.DATABASE_URL;
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const { ensureFirstData } = await import("#server/first-data.ts");
  return withDatabase(async (url) => {
    await ensureFirstData(url);
    const environment = { ...process.env, DATABASE_URL: url };
    for (const line of await commands()) {
      say(`\n$ ${line}`);
      const code = await run(line, environment);
      if (code !== 0) return code;
    }
    say(`\nSee the pages: CONTRECHAMP_DATA_FOLDER=.data/walkthrough npm start`);
    return 0;
  }, "npm run walkthrough");
}

process.exitCode = await walk();
