import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { say, warn } from "#server/process/log.ts";
import { messageOf } from "#server/process/refusal.ts";
import {
  isWhole,
  type PublishedLogReport,
  readKey,
  verifyPublishedLog,
} from "#use-cases/log/verify-published-log.ts";
import { keepCheckpoint, readKept } from "./log/kept-checkpoint.ts";
import { copyTo, openLog } from "./log/open-log.ts";
import { wordLogReport } from "./log/word-log-report.ts";

/** `npm run verify-log`: exit code 0 when the log is whole, 1 when it is not or cannot be read, 2 for wrong usage. */
const usage = `npm run verify-log -- <address of an installation, or folder>
    [--key <verifier key>]       the log's key as you know it; without, the published one is believed
    [--since <file>]             a checkpoint kept or received earlier; may be given several times
    [--keep <file>]              compare with the checkpoint kept there, then keep the new one
    [--copy <folder>]            download what is verified
    [--files-only]               don't compare with what the installation's API shows
    [--json]`;

class WrongUsage extends Error {}

function read(given: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        key: { type: "string" },
        since: { type: "string", multiple: true, default: [] },
        keep: { type: "string" },
        copy: { type: "string" },
        "files-only": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    const [place, ...more] = positionals;
    if (place === undefined || more.length > 0) throw new WrongUsage("Which log?");
    const key = values.key === undefined ? undefined : readKey(values.key);
    if (values.key !== undefined && !key) throw new WrongUsage("--key is no verifier key.");
    return { ...values, place, key, filesOnly: values["files-only"] };
  } catch (failure) {
    throw new WrongUsage(messageOf(failure));
  }
}

function toJson(report: PublishedLogReport): string {
  const plain = report.kind === "read" ? { ...report, key: report.key.name } : report;
  return JSON.stringify(plain, (_name, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
  );
}

async function run(): Promise<number> {
  const given = read(process.argv.slice(2));
  const started = performance.now();
  const log = openLog(given.place);
  const kept = await readKept(given.keep);
  const since = await Promise.all(given.since.map((file) => readFile(file, "utf8")));
  const report = await verifyPublishedLog({
    read: given.copy === undefined ? log.read : copyTo(given.copy, log.read),
    key: given.key,
    earlier: [...(kept === undefined ? [] : [kept]), ...since],
    shown: given.filesOnly ? undefined : log.shown,
  });
  if (given.json) say(toJson(report));
  else for (const line of wordLogReport(report, given.key !== undefined)) say(line);
  const whole = isWhole(report);
  if (whole && report.kind === "read") await keepCheckpoint(given.keep, report.note);
  if (!given.json) say(verdict(whole, performance.now() - started));
  return whole ? 0 : 1;
}

function verdict(whole: boolean, milliseconds: number): string {
  const seconds = (milliseconds / 1_000).toFixed(1);
  return whole ? `The log is whole (${seconds} s).` : `THE LOG IS NOT WHOLE (${seconds} s).`;
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    const isUsage = failure instanceof WrongUsage;
    warn(
      isUsage ? `${failure.message}\n${usage}` : `The log cannot be read: ${messageOf(failure)}.`,
    );
    process.exitCode = isUsage ? 2 : 1;
  },
);
