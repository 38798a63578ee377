import { fromBase64, toBase64 } from "./base64.ts";
import { type Hash, joinBytes, sameBytes } from "./merkle-hash.ts";

/** C2SP `signed-note`: a text that one or more keys have signed, each on a line of its own. */
export type SignedNote = { text: string; signatures: readonly NoteSignature[] };

/** `bytes` are what follows the key's identifier. */
export type NoteSignature = { name: string; keyId: Uint8Array; bytes: Uint8Array };

/** Ed25519 over the text, or a witness's timestamped Ed25519 cosignature (C2SP `tlog-cosignature`). */
export const NOTE_KEY = 0x01;
export const WITNESS_KEY = 0x04;

export type VerifierKey = {
  name: string;
  type: typeof NOTE_KEY | typeof WITNESS_KEY;
  keyId: Uint8Array;
  publicKey: Uint8Array<ArrayBuffer>;
};

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const TIMESTAMP_BYTES = 8;
const ID_BYTES = 4;
/** Verifiers need accept no more than 16; beyond this a note is an attack. */
const MOST_SIGNATURES = 100;
const utf8 = new TextEncoder();

export function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+\p{C}\p{Z}]/u.test(name);
}

/**
 * The key's identifier in signature lines.
 *
 * Formula: the first four bytes of SHA-256(name || 0x0A || type || public key).
 */
export function keyIdOf(
  hash: Hash,
  key: Pick<VerifierKey, "name" | "type" | "publicKey">,
): Uint8Array {
  return hash(
    joinBytes(utf8.encode(`${key.name}\n`), Uint8Array.of(key.type), key.publicKey),
  ).slice(0, ID_BYTES);
}

const toHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A public key as one word: `name+identifier+base64(type || key)`. */
export function formatVerifierKey(key: VerifierKey): string {
  const material = joinBytes(Uint8Array.of(key.type), key.publicKey);
  return `${key.name}+${toHex(key.keyId)}+${toBase64(material)}`;
}

/** Undefined when the word is no Ed25519 key, or its identifier is not the key's. */
export function readVerifierKey(hash: Hash, word: string): VerifierKey | undefined {
  const [name = "", id = "", ...rest] = word.split("+");
  const material = fromBase64(rest.join("+"));
  const type = material?.[0] as VerifierKey["type"] | undefined;
  if (!isKeyName(name) || material?.byteLength !== KEY_BYTES + 1) return undefined;
  if (type !== NOTE_KEY && type !== WITNESS_KEY) return undefined;
  const publicKey = material.slice(1);
  const key = { name, type, publicKey } as const;
  const keyId = keyIdOf(hash, key);
  return toHex(keyId) === id ? { ...key, keyId } : undefined;
}

export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, bytes }) => `— ${name} ${toBase64(joinBytes(keyId, bytes))}\n`,
  );
  return `${text}\n${lines.join("")}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids them.
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f\ufffd]/;

/** Undefined for what is no signed note. Says nothing yet about whether a signature holds. */
export function readNote(note: string): SignedNote | undefined {
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n") || FORBIDDEN.test(note)) return undefined;
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map(readSignature);
  return signatures.every((signature) => signature !== undefined)
    ? { text: note.slice(0, split + 1), signatures }
    : undefined;
}

function readSignature(line: string): NoteSignature | undefined {
  const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.byteLength <= ID_BYTES) return undefined;
  return { name, keyId: bytes.slice(0, ID_BYTES), bytes: bytes.slice(ID_BYTES) };
}

/** What a key is said to have signed, to be checked with Ed25519; a witness's with the second at which it did. */
export type SignedMessage = {
  message: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
  at?: number;
};

/** The lines of a note that claim to be of this key. One of the wrong length stands as an empty signature: it fails. */
export function messagesSignedBy(note: SignedNote, key: VerifierKey): SignedMessage[] {
  return note.signatures
    .filter(({ name, keyId }) => name === key.name && sameBytes(keyId, key.keyId))
    .map(({ bytes }) => {
      if (key.type === NOTE_KEY) {
        return { message: utf8.encode(note.text), signature: bytes.slice() };
      }
      const at = readTimestamp(bytes);
      const isWhole = bytes.byteLength === TIMESTAMP_BYTES + SIGNATURE_BYTES;
      return {
        message: cosignedMessage(note.text, at),
        signature: isWhole ? bytes.slice(TIMESTAMP_BYTES) : new Uint8Array(),
        at,
      };
    });
}

/** What a witness signs: the checkpoint, and the second (POSIX) at which it found it consistent. */
export function cosignedMessage(text: string, at: number): Uint8Array<ArrayBuffer> {
  return utf8.encode(`cosignature/v1\ntime ${at}\n${text}`);
}

/** A witness's signature line: the time in eight bytes, then Ed25519. */
export function cosignature(
  key: Pick<VerifierKey, "name" | "keyId">,
  at: number,
  signature: Uint8Array,
): NoteSignature {
  const time = new Uint8Array(TIMESTAMP_BYTES);
  new DataView(time.buffer).setBigUint64(0, BigInt(at));
  return { name: key.name, keyId: key.keyId, bytes: joinBytes(time, signature) };
}

function readTimestamp(bytes: Uint8Array): number {
  return bytes
    .subarray(0, TIMESTAMP_BYTES)
    .reduce((sum, byte) => (sum * 256 + byte) % Number.MAX_SAFE_INTEGER, 0);
}
