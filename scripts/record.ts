import { type EnteredKind, enteredKinds } from "#domain/importing/entered-kinds.ts";
import { MalformedEnvironment } from "#environment";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { reportFailure, say, warn } from "#server/process/log.ts";
import { Refusal } from "#server/process/refusal.ts";
import { WrongUsage } from "./command-line/import-arguments.ts";
import {
  type RecordArguments,
  readRecordArguments,
  recordUsage,
} from "./command-line/record-arguments.ts";
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

run().then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    process.exitCode = failure instanceof WrongUsage ? 2 : 1;
    if (failure instanceof WrongUsage) warn(`${failure.message}\n\n${recordUsage}`);
    else if (failure instanceof Refusal || failure instanceof MalformedEnvironment)
      warn(failure.message);
    else reportFailure("Nothing was written", failure);
  },
);
