import path from "node:path";
import { parseArgs } from "node:util";
import {
  cosignature,
  cosignedMessage,
  formatNote,
  formatVerifierKey,
  readNote,
} from "#domain/audit/signed-note.ts";
import { writeDurably } from "#server/process/durable-file.ts";
import { say, warn } from "#server/process/log.ts";
import { messageOf } from "#server/process/refusal.ts";
import { type Signer, witnessSigner } from "#server/transparency-log/signing-key.ts";
import { isWhole, readKey, verifyPublishedLog } from "#use-cases/log/verify-published-log.ts";
import { keepCheckpoint, readKept } from "./log/kept-checkpoint.ts";
import { openLog } from "./log/open-log.ts";
import { wordLogReport } from "./log/word-log-report.ts";

/** `npm run witness`: exit code 0 when the log was cosigned, 1 when it was refused, 2 for wrong usage. */
const usage = `npm run witness -- <address of an installation, or folder> --name <journal.example/witness>
    [--folder <witness>]         where the witness's key and what it has seen are kept
    [--key <verifier key>]       the log's key as you know it; demanded the first time
    [--out <file>]               where to write the cosigned checkpoint; otherwise it is printed`;

class WrongUsage extends Error {}

function read(given: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        name: { type: "string" },
        folder: { type: "string", default: "witness" },
        key: { type: "string" },
        out: { type: "string" },
      },
    });
    const [place, ...more] = positionals;
    if (place === undefined || more.length > 0) throw new WrongUsage("Which log?");
    if (!values.name) throw new WrongUsage("--name says who the witness is.");
    return { ...values, place, name: values.name };
  } catch (failure) {
    throw new WrongUsage(messageOf(failure));
  }
}

/** Adds the witness's line to a checkpoint: at this second, this was the longest consistent log that it had seen. */
function cosign(note: string, witness: Signer, seconds: number): string {
  const signed = readNote(note);
  if (!signed) throw new Error("what was verified is no note");
  const signature = witness.sign(cosignedMessage(signed.text, seconds));
  const line = cosignature(witness.key, seconds, signature);
  return formatNote({ text: signed.text, signatures: [...signed.signatures, line] });
}

async function run(): Promise<number> {
  const { place, name, folder, key: word, out } = read(process.argv.slice(2));
  const keyFile = path.join(folder, "log-key");
  const known = (await readKept(keyFile)) ?? word;
  const key = known === undefined ? undefined : readKey(known);
  if (!key)
    throw new WrongUsage("--key is needed the first time: a witness knows whose log it signs.");
  const witness = await witnessSigner(path.join(folder, "key"), () => name);
  const seen = path.join(folder, "checkpoint");
  const kept = await readKept(seen);
  const log = openLog(place);
  const earlier = kept === undefined ? [] : [kept];
  const report = await verifyPublishedLog({ read: log.read, key, earlier, shown: log.shown });
  for (const line of wordLogReport(report, true)) say(line);
  if (!isWhole(report) || report.kind !== "read") {
    warn("Nothing was signed.");
    return 1;
  }
  // What is signed is remembered first: a witness never signs a log that does not continue this one.
  await keepCheckpoint(seen, report.note);
  await writeDurably(keyFile, `${formatVerifierKey(key)}\n`);
  const cosigned = cosign(report.note, witness, Math.floor(Date.now() / 1_000));
  say(`✓ cosigned as ${formatVerifierKey(witness.key)}`);
  if (out === undefined) say(cosigned);
  else await writeDurably(out, cosigned);
  return 0;
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    const isUsage = failure instanceof WrongUsage;
    warn(isUsage ? `${failure.message}\n${usage}` : messageOf(failure));
    process.exitCode = isUsage ? 2 : 1;
  },
);
