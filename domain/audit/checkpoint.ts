import { fromBase64, toBase64 } from "./base64.ts";
import { HASH_BYTES } from "./tiles.ts";

/** C2SP `tlog-checkpoint`: which log, how many entries, and the root of the tree over them. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array<ArrayBuffer> };

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Undefined for what is no checkpoint. Extension lines are allowed by the format, and ignored. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split("\n");
  const [origin = "", count = "", encoded = "", ...rest] = lines;
  const root = fromBase64(encoded);
  const size = Number(count);
  const extensions = rest.slice(0, -1);
  if (origin === "" || !/^(?:0|[1-9]\d{0,15})$/.test(count) || !Number.isSafeInteger(size)) {
    return undefined;
  }
  if (rest.at(-1) !== "" || extensions.includes("")) return undefined;
  return root?.byteLength === HASH_BYTES ? { origin, size, root } : undefined;
}
