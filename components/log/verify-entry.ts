import { fromBase64, toBase64 } from "#domain/audit/base64.ts";
import { readCheckpoint } from "#domain/audit/checkpoint.ts";
import { joinBytes, sameBytes } from "#domain/audit/merkle-hash.ts";
import { inclusionSides } from "#domain/audit/merkle-tree.ts";
import {
  messagesSignedBy,
  readNote,
  readVerifierKey,
  type SignedNote,
} from "#domain/audit/signed-note.ts";
import { sha256 } from "#formats/digest/sha256.ts";

/** What a reader's own browser found, step by step; `unsupported` where it knows no Ed25519. */
export type StepResult = "holds" | "fails" | "unsupported";
export type EntryVerification = { leaf: StepResult; path: StepResult; signature: StepResult };

async function digest(...parts: Uint8Array[]): Promise<Uint8Array> {
  const joined = joinBytes(...parts) as Uint8Array<ArrayBuffer>;
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined));
}

/** Whether a checkpoint is signed by the key, by WebCrypto. */
export async function verifySignature(note: SignedNote, word: string): Promise<StepResult> {
  const key = readVerifierKey(sha256, word.trim());
  const messages = key ? messagesSignedBy(note, key) : [];
  if (!key || messages.length === 0) return "fails";
  try {
    const imported = await crypto.subtle.importKey("raw", key.publicKey, "Ed25519", false, [
      "verify",
    ]);
    const held = await Promise.all(
      messages.map(({ message, signature }) =>
        crypto.subtle.verify("Ed25519", imported, signature, message),
      ),
    );
    return held.every(Boolean) ? "holds" : "fails";
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "NotSupportedError")
      return "unsupported";
    throw failure;
  }
}

/**
 * Verifies the entry that the page shows against the checkpoint and key that the site publishes now: its hash, the path
 * to the root, and the signature. Everything is fetched anew, nothing leaves the browser.
 */
export async function verifyEntry(shown: {
  index: number;
  body: string;
  leafHash: string;
}): Promise<EntryVerification> {
  const [noteText, key] = await Promise.all(
    ["/log/checkpoint", "/log/key"].map(async (path) => {
      const response = await fetch(path, { cache: "no-store" });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.text();
    }),
  );
  const note = readNote(noteText ?? "");
  const checkpoint = note && readCheckpoint(note.text);
  if (!note || !checkpoint) return { leaf: "fails", path: "fails", signature: "fails" };
  const address = `/api/v1/log/proof?index=${shown.index}&size=${checkpoint.size}`;
  const answer = (await (await fetch(address)).json()) as { proof?: string[] };
  const leaf = await digest(Uint8Array.of(0), new TextEncoder().encode(shown.body));
  const root = await climb(leaf, shown.index, checkpoint.size, answer.proof ?? []);
  return {
    leaf: toBase64(leaf) === shown.leafHash ? "holds" : "fails",
    path: root && sameBytes(root, checkpoint.root) ? "holds" : "fails",
    signature: await verifySignature(note, key ?? ""),
  };
}

async function climb(leaf: Uint8Array, index: number, size: number, proof: readonly string[]) {
  const sides = inclusionSides(index, size);
  if (sides?.length !== proof.length) return undefined;
  let node = leaf;
  for (const [step, text] of proof.entries()) {
    const sibling = fromBase64(text);
    if (!sibling) return undefined;
    const pair = sides[step] === "left" ? [sibling, node] : [node, sibling];
    node = await digest(Uint8Array.of(1), ...pair);
  }
  return node;
}
