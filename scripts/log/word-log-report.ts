import { toBase64 } from "#domain/audit/base64.ts";
import type { LogProblem } from "#domain/audit/check-bundle.ts";
import { formatVerifierKey } from "#domain/audit/signed-note.ts";
import type { EarlierCheckpoint, PublishedLogReport } from "#use-cases/log/verify-published-log.ts";

const problems: Record<LogProblem["kind"], string> = {
  "file-missing": "is missing or cannot be read",
  "bundle-malformed": "holds another number of entries than its name says, or is cut short",
  "entry-malformed": "is not an entry of this log",
  "entry-misplaced":
    "says another number than its place: the order was changed, or an entry removed",
  "time-goes-back": "is dated before the entry that precedes it",
  "tile-differs": "is not the hash of the entries",
  "root-differs": "the entries do not add up to the signed root",
  "shown-otherwise": "is shown by the installation otherwise than it was published",
};

const reasons: Record<string, string> = {
  "no-note": "it is no signed note",
  "no-checkpoint": "it is no checkpoint",
  "not-signed": "it is not signed with this key",
  "false-signature": "its signature is false",
};

const earlierWords: Record<EarlierCheckpoint["kind"], string> = {
  continued: "the log of today begins with it, entry by entry",
  contradicted: "the log of today does NOT begin with it: what was published has been rewritten",
  "log-is-shorter": "the log of today is SHORTER: its end was cut off",
  "other-log": "it is of another log",
  "no-note": "it is no signed note",
  "no-checkpoint": "it is no checkpoint",
  "not-signed": "it is not signed with this log's key",
  "false-signature": "its signature is false",
};

function wordProblem({ kind, at }: LogProblem): string {
  const where = typeof at === "number" ? `entry ${at} ` : at === null ? "" : `${at} `;
  return `✗ ${where}${problems[kind]}`;
}

function wordEarlier({ kind, size }: EarlierCheckpoint): string {
  const which = size === undefined ? "a checkpoint" : `the checkpoint of ${size} entries`;
  return `${kind === "continued" ? "✓" : "✗"} ${which}: ${earlierWords[kind]}`;
}

/** A verification in sentences, one per line. */
export function wordLogReport(report: PublishedLogReport, isKeyKnown: boolean): string[] {
  if (report.kind === "unreadable") return [`✗ there is no ${report.missing} to read`];
  if (report.kind === "unsigned")
    return [`✗ the checkpoint cannot be believed: ${reasons[report.reason]}`];
  const { checkpoint, key, lastAt } = report;
  return [
    `✓ checkpoint of ${checkpoint.origin}: ${checkpoint.size} entries, root ${toBase64(checkpoint.root)}`,
    isKeyKnown
      ? "✓ signed with the key you gave"
      : `✓ signed with the key it publishes; keep it, and give it next time: --key ${formatVerifierKey(key)}`,
    ...(report.problems.length === 0
      ? [`✓ every entry, every hash and the root agree; the last entry is of ${lastAt ?? "never"}`]
      : report.problems.map(wordProblem)),
    ...report.earlier.map(wordEarlier),
  ];
}
