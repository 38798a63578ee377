import { createPublicKey, hash as digest, verify } from "node:crypto";
import type { LogProblem } from "#domain/audit/check-bundle.ts";
import { type Checkpoint, readCheckpoint } from "#domain/audit/checkpoint.ts";
import { LogIncomplete, type LogReader, rootAt } from "#domain/audit/log-reader.ts";
import { type Hash, sameBytes } from "#domain/audit/merkle-hash.ts";
import {
  messagesSignedBy,
  readNote,
  readVerifierKey,
  type VerifierKey,
} from "#domain/audit/signed-note.ts";
import { verifyLog } from "#domain/audit/verify-log.ts";

export type CheckedNote =
  | { kind: "holds"; checkpoint: Checkpoint; at: number | undefined }
  | { kind: "no-note" | "no-checkpoint" | "not-signed" | "false-signature" };

export type PublishedLog = {
  /** The log's files, as anyone can read them. */
  read: LogReader;
  /** The key that one knows; without it the published one is believed. */
  key?: VerifierKey | undefined;
  /** Checkpoints kept from before, or received from somebody else. */
  earlier: readonly string[];
  /** Entries as the installation's pages and API show them, in canonical spelling; absent for a copy. */
  shown?: ((start: number, count: number) => Promise<readonly string[]>) | undefined;
};

export type EarlierCheckpoint = {
  size: number | undefined;
  /** `continued`: the log of today begins with the one of then. */
  kind:
    | Exclude<CheckedNote["kind"], "holds">
    | "continued"
    | "contradicted"
    | "log-is-shorter"
    | "other-log";
};

export type PublishedLogReport =
  | { kind: "unreadable"; missing: "checkpoint" | "key" }
  | { kind: "unsigned"; reason: Exclude<CheckedNote["kind"], "holds"> }
  | {
      kind: "read";
      note: string;
      key: VerifierKey;
      checkpoint: Checkpoint;
      problems: readonly LogProblem[];
      earlier: readonly EarlierCheckpoint[];
      lastAt: string | null;
    };

/** By way of a string: where hashes are made by the million, a buffer asked for directly costs three times the hash. */
const sha256: Hash = (bytes) => Buffer.from(digest("sha256", bytes, "binary"), "binary");
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

/** Whether a report leaves nothing to say against the log. */
export function isWhole(report: PublishedLogReport): boolean {
  return (
    report.kind === "read" &&
    report.problems.length === 0 &&
    report.earlier.every(({ kind }) => kind === "continued")
  );
}

/** Verifies a log from its published bytes alone: signature, every entry, every tile, root, and earlier checkpoints. */
export async function verifyPublishedLog(log: PublishedLog): Promise<PublishedLogReport> {
  const [noteBytes, keyBytes] = [await log.read("checkpoint"), await log.read("key")];
  if (!noteBytes) return { kind: "unreadable", missing: "checkpoint" };
  const note = textOf(noteBytes);
  const key = log.key ?? (keyBytes && readKey(textOf(keyBytes)));
  if (!key) return { kind: "unreadable", missing: "key" };
  const checked = checkNote(note, key);
  if (checked.kind !== "holds") return { kind: "unsigned", reason: checked.kind };
  const { checkpoint } = checked;
  const { shown } = log;
  const { problems, lastAt } = await verifyLog({
    hash: sha256,
    read: log.read,
    checkpoint,
    tiles: true,
    ...(shown ? { onEntries: (start, entries) => compareShown(shown, start, entries) } : {}),
  });
  const earlier = await Promise.all(
    log.earlier.map((text) => compareEarlier(log.read, text, key, checkpoint)),
  );
  return { kind: "read", note, key, checkpoint, problems, earlier, lastAt };
}

async function compareShown(
  shown: NonNullable<PublishedLog["shown"]>,
  start: number,
  entries: readonly Uint8Array[],
): Promise<LogProblem[]> {
  const texts = await shown(start, entries.length);
  return entries.flatMap((entry, n): LogProblem[] =>
    texts[n] === textOf(entry) ? [] : [{ kind: "shown-otherwise", at: start + n }],
  );
}

async function compareEarlier(
  read: LogReader,
  text: string,
  key: VerifierKey,
  now: Checkpoint,
): Promise<EarlierCheckpoint> {
  const checked = checkNote(text, key);
  if (checked.kind !== "holds") return { kind: checked.kind, size: undefined };
  const { origin, size, root } = checked.checkpoint;
  if (origin !== now.origin) return { kind: "other-log", size };
  if (size > now.size) return { kind: "log-is-shorter", size };
  try {
    const then = await rootAt(sha256, read, size, now.size);
    return { kind: sameBytes(then, root) ? "continued" : "contradicted", size };
  } catch (failure) {
    if (!(failure instanceof LogIncomplete)) throw failure;
    return { kind: "contradicted", size };
  }
}

/** What stands before the 32 bytes of an Ed25519 key (RFC 8410). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

export function readKey(word: string): VerifierKey | undefined {
  return readVerifierKey(sha256, word.trim());
}

/** Whether a checkpoint is signed by this key; every line that claims to be must hold. */
export function checkNote(text: string, key: VerifierKey): CheckedNote {
  const note = readNote(text);
  if (!note) return { kind: "no-note" };
  const checkpoint = readCheckpoint(note.text);
  if (!checkpoint) return { kind: "no-checkpoint" };
  const claims = messagesSignedBy(note, key);
  if (claims.length === 0) return { kind: "not-signed" };
  const spki = Buffer.concat([SPKI_PREFIX, key.publicKey]);
  const publicKey = createPublicKey({ key: spki, format: "der", type: "spki" });
  const hold = claims.every(({ message, signature }) =>
    verify(null, message, publicKey, signature),
  );
  return hold ? { kind: "holds", checkpoint, at: claims[0]?.at } : { kind: "false-signature" };
}
