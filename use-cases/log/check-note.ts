import { createHash, createPublicKey, verify } from "node:crypto";
import { type Checkpoint, readCheckpoint } from "#domain/audit/checkpoint.ts";
import type { Hash } from "#domain/audit/merkle-hash.ts";
import {
  messagesSignedBy,
  readNote,
  readVerifierKey,
  type VerifierKey,
} from "#domain/audit/signed-note.ts";

export type CheckedNote =
  | { kind: "holds"; checkpoint: Checkpoint; at: number | undefined }
  | { kind: "no-note" | "no-checkpoint" | "not-signed" | "false-signature" };

const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();
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
