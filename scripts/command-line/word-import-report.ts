import type { ImportReport } from "#domain/importing/import-report.ts";
import { wordReason } from "./import-reasons.ts";

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** The report of an import in sentences, for a terminal. */
export function wordImportReport(report: ImportReport): string {
  return [headline(report), ...counts(report), ...leftOut(report), ...errors(report)].join("\n");
}

function headline(report: ImportReport): string {
  const what = `${report.file} as ${report.preset} into ${report.city}`;
  if (report.outcome === "applied")
    return report.waitsInDraft
      ? `Imported ${what}: import ${report.batch}, waiting in the draft (npm run release -- diff --city ${report.city}).`
      : `Imported ${what}: import ${report.batch}, published as release ${report.release}.`;
  if (report.outcome === "nothing-to-do") return `Nothing to do: ${what} says nothing new.`;
  if (report.outcome === "dry-run") return `Tried without writing: ${what}.`;
  return `Refused, nothing was written: ${what}.`;
}

function counts(report: ImportReport): string[] {
  if (report.outcome === "refused" && report.reading.rows === undefined) return [];
  const { created, updated, unchanged, renumbered, notInFile, rejected } = report;
  const plan =
    report.outcome === "refused"
      ? []
      : [
          `  created ${created}, updated ${updated}, unchanged ${unchanged}, renumbered ${renumbered}, not in this file ${notInFile}`,
        ];
  const pairs = report.renumberings
    .slice(0, 5)
    .map(({ from, to }) => `${from} → ${to}`)
    .join(", ");
  return [
    ...plan,
    ...(pairs === "" ? [] : [`  renumbered: ${pairs}${renumbered > 5 ? ", …" : ""}`]),
    ...(rejected > 0 ? [`  rejected ${count(rejected, "row")}`] : []),
    ...(report.rejectedFile ? [`  rejected rows are kept in imports/${report.rejectedFile}`] : []),
  ];
}

function leftOut(report: ImportReport): string[] {
  return [
    ...Object.entries(report.leftOut).map(
      ([reason, rows]) => `  left out: ${count(rows, "row")}: ${wordReason(reason)}`,
    ),
    ...Object.entries(report.tallies).map(
      ([name, number]) => `  ${name.replaceAll("-", " ")}: ${number.toLocaleString("en")}`,
    ),
  ];
}

function errors(report: ImportReport): string[] {
  const shown = report.errors.slice(0, 20).map((error) => {
    if ("message" in error) return `  ${error.message}`;
    const place = [
      error.line > 0 ? `line ${error.line}` : "",
      error.column === null ? "" : `column ${error.column}`,
      error.value === null ? "" : `“${error.value}”`,
    ];
    const hint = error.hint === undefined ? "" : ` (${error.hint})`;
    return `  ${place.filter(Boolean).join(", ")}: ${wordReason(error.reason)}${hint}`;
  });
  const more = report.rejected - shown.length;
  return more > 0 && shown.length === 20 ? [...shown, `  … and ${more} more`] : shown;
}
