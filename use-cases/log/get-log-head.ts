import { type Checkpoint, readCheckpoint } from "#domain/audit/checkpoint.ts";
import { readNote, type SignedNote } from "#domain/audit/signed-note.ts";
import { logFiles } from "#persistence/audit/log-files.ts";

export type LogHead = {
  /** The signed note, byte for byte. */
  note: string;
  signed: SignedNote;
  checkpoint: Checkpoint;
  /** The key that verifies it, as one word. */
  key: string;
};

/** The last checkpoint that was published; undefined before the first. Read from the files: the database may be away. */
export async function getLogHead(): Promise<LogHead | undefined> {
  const files = logFiles();
  if (!files) return undefined;
  const [note, key] = await Promise.all([files.read("checkpoint"), files.read("key")]);
  if (!note || !key) return undefined;
  const text = Buffer.from(note).toString();
  const signed = readNote(text);
  const checkpoint = signed && readCheckpoint(signed.text);
  if (!signed || !checkpoint) return undefined;
  return { note: text, signed, checkpoint, key: Buffer.from(key).toString().trim() };
}
