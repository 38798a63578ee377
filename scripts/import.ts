import { emptyReport, type ImportReport } from "#domain/importing/import-report.ts";
import { readEnvironment } from "#environment";
import type { TableSource } from "#formats/table/opened-table.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { say, warn } from "#server/process/log.ts";
import { Refusal } from "#server/process/refusal.ts";
import { fileSource } from "./command-line/file-source.ts";
import {
  type ImportArguments,
  importUsage,
  readImportArguments,
} from "./command-line/import-arguments.ts";
import { showProgress } from "./command-line/progress.ts";
import { rejectedRowsIn } from "./command-line/rejected-rows.ts";
import { runCommand, WrongUsage } from "./command-line/run-command.ts";
import { wordImportReport } from "./command-line/word-import-report.ts";
import { wordPresets } from "./command-line/word-presets.ts";

/** `npm run import`: exit code 0 when done or nothing to do, 1 when refused, 2 for wrong usage. */
const actor = "command-line";

async function run(): Promise<number> {
  const given = await readImportArguments(process.argv.slice(2));
  if (given.help) return tell(importUsage);
  const { importers, findImporter } = await import("#domain/importing/importers/registry.ts");
  if (given.list) return tell(wordPresets(importers, given.json === true));
  if (given.city === undefined) throw new WrongUsage("--city says which city.");
  if (given.batch !== undefined) return undo(given, given.city, given.batch);
  if (given.file === undefined) throw new WrongUsage("Which file?");
  if (given.as === undefined) throw new WrongUsage("--as says by which preset the file is read.");
  if (!findImporter(given.as)) throw new WrongUsage(`There is no preset ${given.as}; see --list.`);
  return importOne(given, given.city, given.as, given.file);
}

function tell(text: string): 0 {
  say(text);
  return 0;
}

async function importOne(
  given: ImportArguments,
  city: string,
  preset: string,
  path: string,
): Promise<number> {
  const files = await openFiles(path, given.crossings);
  if (typeof files === "string") return refuseFile(given, emptyReport(city, preset, path), files);
  const { file, auxiliary } = files;
  const { dataFolder } = readEnvironment();
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const { importFile } = await import("#use-cases/importing/import-file.ts");
  const progress = showProgress(file.name);
  const report = await withDatabase(
    () =>
      importFile({
        city,
        preset,
        file,
        auxiliary,
        table: given.table,
        mapping: given.mapping,
        options: given.options,
        source: given.source,
        observedOn: given.observedOn,
        dryRun: given["dry-run"] === true,
        skipRejected: given["skip-rejected"] === true,
        rejectedRows: rejectedRowsIn(dataFolder),
        actor,
        today: new Date().toISOString().slice(0, 10),
        onProgress: progress.rows,
      }),
    "npm run import",
  ).finally(progress.end);
  say(given.json ? JSON.stringify(report) : wordImportReport(report));
  return report.outcome === "refused" ? 1 : 0;
}

type Files = { file: TableSource; auxiliary: Record<string, TableSource> };

/** The files asked for, or the sentence that says which is not there. */
async function openFiles(path: string, crossings: string | undefined): Promise<Files | string> {
  try {
    const auxiliary: Files["auxiliary"] = crossings
      ? { crossings: await fileSource(crossings) }
      : {};
    return { file: await fileSource(path), auxiliary };
  } catch (failure) {
    if (failure instanceof Refusal) return failure.message;
    throw failure;
  }
}

/** A machine reads a refusal where it reads every other answer. */
function refuseFile(given: ImportArguments, report: ImportReport, message: string): 1 {
  const error = { line: null, column: null, value: null, reason: "no-such-file", message };
  if (given.json) say(JSON.stringify({ ...report, errors: [error] }));
  else warn(message);
  return 1;
}

async function undo(given: ImportArguments, city: string, batch: number | "last"): Promise<number> {
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  const { undoImport } = await import("#use-cases/importing/undo-import.ts");
  const result = await withDatabase(() => undoImport(city, batch, actor), "npm run import");
  if (given.json) say(JSON.stringify(result));
  else say(wordUndo(result, city));
  return result.kind === "undone" || result.kind === "already-undone" ? 0 : 1;
}

function wordUndo(
  result: Awaited<ReturnType<typeof import("#use-cases/importing/undo-import.ts")["undoImport"]>>,
  city: string,
): string {
  switch (result.kind) {
    case "undone":
      return `Import ${result.batch} of ${city} is undone, ${result.waitsInDraft ? "in the draft" : `published as release ${result.release}`}: ${result.ended} records ended, ${result.restored} stand again.`;
    case "already-undone":
      return `Nothing to do: import ${result.batch} of ${city} was undone in release ${result.release}.`;
    case "changed-since":
      return `Refused: later imports changed what import ${result.batch} brought in. Undo first: ${result.later.join(", ")}.`;
    case "no-such-import":
      return `Refused: ${city} has no such import.`;
    case "no-such-city":
      return `Refused: there is no city ${city}.`;
  }
}

runCommand(run, importUsage, "The import failed and nothing was written");
