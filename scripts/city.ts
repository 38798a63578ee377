import { parseArgs } from "node:util";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { say, warn } from "#server/process/log.ts";
import { wordReason } from "./command-line/import-reasons.ts";
import { runCommand, WrongUsage } from "./command-line/run-command.ts";

/** `npm run city -- add <slug> …`: exit code 0 when added or already there, 1 when refused, 2 for wrong usage. */
const usage = `npm run city -- add <slug> --name <name> --country <FR> --timezone <Europe/Paris> --currency <EUR>
                     [--kind city|region] [--official-code 42218]`;

function read(given: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        name: { type: "string" },
        country: { type: "string" },
        timezone: { type: "string" },
        currency: { type: "string" },
        kind: { type: "string" },
        "official-code": { type: "string" },
      },
    });
    const [action, slug, ...more] = positionals;
    if (action !== "add" || slug === undefined || more.length > 0) throw new WrongUsage(usage);
    const { "official-code": officialCode, ...rest } = values;
    return { slug, ...rest, ...(officialCode === undefined ? {} : { officialCode }) };
  } catch (failure) {
    throw new WrongUsage(failure instanceof Error ? failure.message : usage);
  }
}

async function run(): Promise<number> {
  const given = read(process.argv.slice(2));
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const { addCity } = await import("#use-cases/city/add-city.ts");
  const added = await withDatabase(() => addCity(given, "command-line"), "npm run city");
  if (added.kind === "refused") {
    for (const { field, reason } of added.problems) {
      const isMissing = !(field in given);
      warn(isMissing ? `--${field} is needed.` : `--${field}: ${wordReason(reason)}`);
    }
    return 1;
  }
  say(added.kind === "added" ? `Added ${added.slug}.` : `${added.slug} is already there.`);
  return 0;
}

runCommand(run, usage, "The city could not be added");
