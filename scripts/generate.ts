import { parseArgs } from "node:util";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { say } from "#server/process/log.ts";
import { runCommand, WrongUsage } from "./command-line/run-command.ts";

/** `npm run generate -- --cameras 1000000`: a fictional city of any size, in the registry of this installation. */
const usage = `npm run generate -- --cameras <1 to 2000000> [--seed <number>] [--city <slug>]`;

function read(given: readonly string[]) {
  let values: { cameras?: string; seed?: string; city?: string };
  try {
    ({ values } = parseArgs({
      args: [...given],
      options: {
        cameras: { type: "string" },
        seed: { type: "string" },
        city: { type: "string" },
      },
    }));
  } catch (failure) {
    throw new WrongUsage(failure instanceof Error ? failure.message : usage);
  }
  const cameras = wholeNumber(values.cameras ?? "400", 2_000_000);
  const seed = wholeNumber(values.seed ?? "42218", 2 ** 31);
  const slug = values.city ?? `ville-temoin-${cameras}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new WrongUsage("--city is written in small letters, digits and hyphens.");
  return { cameras, seed, slug };
}

function wholeNumber(text: string, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw new WrongUsage(usage);
  return number;
}

async function run(): Promise<number> {
  const order = read(process.argv.slice(2));
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const { generateFictionalCity } = await import(
    "#use-cases/installation/generate-fictional-city.ts"
  );
  await withDatabase(() => generateFictionalCity(order), "npm run generate");
  say(`${order.slug} holds ${order.cameras.toLocaleString("en")} fictional cameras.`);
  return 0;
}

runCommand(run, usage, "The city could not be generated");
