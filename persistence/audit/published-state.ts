import { z } from "zod";
import { toBase64 } from "#domain/audit/base64.ts";
import { type Checkpoint, readCheckpoint } from "#domain/audit/checkpoint.ts";
import { readNote } from "#domain/audit/signed-note.ts";
import type { LogFiles } from "./log-files.ts";

/** The last checkpoint as it is published. */
export type PublishedHead = {
  checkpoint: Checkpoint;
  /** Base 64, as in the note. */
  root: string;
  /** The signed note, byte for byte. */
  note: string;
  /** The key that verifies it, as one word. */
  key: string;
};

const verificationSchema = z.object({
  at: z.iso.datetime(),
  size: z.number(),
  problems: z.array(
    z.object({ kind: z.string(), at: z.union([z.string(), z.number(), z.null()]) }),
  ),
});
/** When files, hashes and database were last held against each other, and what was found. */
export type Verification = z.infer<typeof verificationSchema>;

const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

/** Undefined before the first checkpoint. Read from the files: the database may be away. */
export async function readPublishedHead(
  files: LogFiles | undefined,
): Promise<PublishedHead | undefined> {
  const [note, key] = [await files?.read("checkpoint"), await files?.read("key")].map(textOf);
  const checkpoint = readCheckpoint(readNote(note ?? "")?.text ?? "");
  if (!checkpoint || !note || !key) return undefined;
  return { checkpoint, root: toBase64(checkpoint.root), note, key: key.trim() };
}

export async function readVerification(
  files: LogFiles | undefined,
): Promise<Verification | undefined> {
  const text = textOf(await files?.read("verification.json"));
  return text === "" ? undefined : verificationSchema.safeParse(JSON.parse(text)).data;
}
