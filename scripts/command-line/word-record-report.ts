import type { RecordReport } from "#use-cases/record/change-record.ts";
import { wordReason } from "./import-reasons.ts";

const done = { add: "Entered", correct: "Corrected", withdraw: "Withdrawn" } as const;

/** What became of one record, in sentences for a terminal. */
export function wordRecordReport(report: RecordReport): string {
  return [
    headline(report),
    ...report.changes.map(
      ({ field, before, after }) => `  ${field}: ${wordValue(before)} → ${wordValue(after)}`,
    ),
    ...report.errors.map(wordError),
  ].join("\n");
}

function headline({ outcome, city, kind, deed, key, batch, release, waitsInDraft }: RecordReport) {
  const what = key === null ? kind : `${kind} ${key}`;
  if (outcome === "refused") return `Refused, nothing was written: ${deed} ${what} in ${city}.`;
  if (outcome === "nothing-to-do") return `Nothing to do: ${what} of ${city} says so already.`;
  if (outcome === "dry-run") return `Tried without writing: ${deed} ${what} in ${city}.`;
  const where = waitsInDraft ? "waiting in the draft" : `published as release ${release}`;
  return `${done[deed]} in ${city}: ${what}, import ${batch}, ${where}.`;
}

function wordError(error: RecordReport["errors"][number]): string {
  if ("message" in error) return `  ${error.message}`;
  const { column, value, reason, hint } = error;
  const place = [column ?? "", value === null ? "" : `“${value}”`].filter(Boolean).join(", ");
  return `  ${place}${place && ": "}${wordReason(reason)}${hint === undefined ? "" : ` (${hint})`}`;
}

function wordValue(value: unknown): string {
  if (value === null) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}
