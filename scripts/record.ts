import { type EnteredKind, enteredKinds } from "#domain/importing/entered-kinds.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { say } from "#server/process/log.ts";
import {
  type RecordArguments,
  readRecordArguments,
  recordUsage,
} from "./command-line/record-arguments.ts";
import { runCommand } from "./command-line/run-command.ts";
import { wordRecordReport } from "./command-line/word-record-report.ts";

/** `npm run record`: exit code 0 when done or nothing to do, 1 when refused, 2 for wrong usage. */
async function run(): Promise<number> {
  const given = await readRecordArguments(process.argv.slice(2));
  if (given.kind === "change") return change(given);
  if (given.kind === "fields") await tellFields(given.of);
  else say(recordUsage);
  return 0;
}

async function tellFields(of: EnteredKind): Promise<void> {
  const { findImporter } = await import("#domain/importing/importers/registry.ts");
  for (const column of findImporter(enteredKinds[of].preset)?.columns ?? []) {
    // --kind is the kind of record: a column of that name is given by its other one.
    const name = column.name === "kind" ? "nature" : column.name;
    const values = column.values?.join("|") ?? column.type;
    say(`--${name} <${values}>${column.required ? " (required)" : ""}  ${column.description.en}`);
  }
}

async function change(given: Extract<RecordArguments, { kind: "change" }>): Promise<number> {
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const { changeRecord } = await import("#use-cases/record/change-record.ts");
  const { of: kind, kind: _, json, ...asked } = given;
  const today = new Date().toISOString().slice(0, 10);
  const report = await withDatabase(
    () => changeRecord({ ...asked, kind, actor: "command-line", today }),
    "npm run record",
  );
  say(json ? JSON.stringify(report) : wordRecordReport(report));
  return report.outcome === "refused" ? 1 : 0;
}

runCommand(run, recordUsage, "Nothing was written");
