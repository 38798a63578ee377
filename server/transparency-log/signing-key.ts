import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fromBase64, toBase64 } from "#domain/audit/base64.ts";
import type { Hash } from "#domain/audit/merkle-hash.ts";
import {
  isKeyName,
  keyIdOf,
  NOTE_KEY,
  type VerifierKey,
  WITNESS_KEY,
} from "#domain/audit/signed-note.ts";
import { writeDurably } from "../process/durable-file.ts";
import { codeOf, Refusal } from "../process/refusal.ts";

/** An Ed25519 key with its name, kept as the word that Go's note package writes: PRIVATE+KEY+name+identifier+base64. */
export interface Signer {
  readonly key: VerifierKey;
  sign(message: Uint8Array): Uint8Array;
}

const sha256: Hash = (bytes) => createHash("sha256").update(bytes).digest();

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SEED_BYTES = 32;

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: "der",
    type: "pkcs8",
  });
}

function signerOf(name: string, type: VerifierKey["type"], seed: Uint8Array): Signer {
  const privateKey = privateKeyOf(seed);
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  const publicKey = Uint8Array.from(spki.subarray(-SEED_BYTES));
  const key = { name, type, publicKey, keyId: keyIdOf(sha256, { name, type, publicKey }) };
  return { key, sign: (message) => sign(null, message, privateKey) };
}

/** Undefined when the word is no key of this kind. */
export function readSigner(word: string, type: VerifierKey["type"] = NOTE_KEY): Signer | undefined {
  const [, name = "", id = "", encoded = ""] =
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\s*$/.exec(word) ?? [];
  const material = fromBase64(encoded);
  if (!isKeyName(name) || material?.byteLength !== SEED_BYTES + 1 || material[0] !== type) {
    return undefined;
  }
  const signer = signerOf(name, type, material.slice(1));
  return Buffer.from(signer.key.keyId).toString("hex") === id ? signer : undefined;
}

/** A new key as a word; whoever has the word can sign. */
export function newSigningKey(name: string, type: VerifierKey["type"] = NOTE_KEY): string {
  const seed = randomBytes(SEED_BYTES);
  const { key } = signerOf(name, type, seed);
  const id = Buffer.from(key.keyId).toString("hex");
  return `PRIVATE+KEY+${name}+${id}+${toBase64(Buffer.concat([Uint8Array.of(type), seed]))}`;
}

/** The log's name for ever: the address it is first published at, or, without one, a name that no other log has. */
function nameOfLog(publicOrigin: string | undefined): string {
  const host = publicOrigin === undefined ? undefined : new URL(publicOrigin).host;
  return host === undefined ? `localhost/log-${randomBytes(4).toString("hex")}` : `${host}/log`;
}

export function signingKeyFile(dataFolder: string): string {
  return path.join(dataFolder, "log-signing-key");
}

/** Reads a key from a file, which is made when it is missing; readable by its owner alone. */
export async function loadOrCreateSigner(
  file: string,
  name: () => string,
  type: VerifierKey["type"] = NOTE_KEY,
): Promise<Signer> {
  let word = await readFile(file, "utf8").catch((failure: unknown) => {
    if (codeOf(failure) === "ENOENT") return undefined;
    throw new Refusal(`The signing key ${file} cannot be read (${codeOf(failure)}).`);
  });
  if (word === undefined) {
    word = newSigningKey(name(), type);
    await writeDurably(file, `${word}\n`, 0o600);
  }
  const signer = readSigner(word, type);
  if (!signer)
    throw new Refusal(`The file ${file} holds no signing key; restore it from a backup.`);
  return signer;
}

export async function loadLogSigner(environment: {
  dataFolder: string;
  logSigningKey: string | undefined;
  publicOrigin: string | undefined;
}): Promise<Signer> {
  const { dataFolder, logSigningKey, publicOrigin } = environment;
  if (logSigningKey === undefined) {
    return loadOrCreateSigner(signingKeyFile(dataFolder), () => nameOfLog(publicOrigin));
  }
  const signer = readSigner(logSigningKey);
  if (!signer) throw new Refusal("LOG_SIGNING_KEY is no key: its identifier is not its own.");
  return signer;
}

function earlierKeysFile(dataFolder: string): string {
  return path.join(dataFolder, "log-signing-key.earlier");
}

/** Keys that were renewed and still sign beside the new one; none unless the operator has renewed one. */
export async function loadEarlierSigners(dataFolder: string): Promise<Signer[]> {
  const file = earlierKeysFile(dataFolder);
  const text = await readFile(file, "utf8").catch((failure: unknown) => {
    if (codeOf(failure) === "ENOENT") return "";
    throw new Refusal(`The earlier signing keys ${file} cannot be read (${codeOf(failure)}).`);
  });
  return text
    .split("\n")
    .filter((word) => word !== "")
    .map((word) => {
      const signer = readSigner(word);
      if (!signer) throw new Refusal(`A line of ${file} is no signing key.`);
      return signer;
    });
}

/**
 * A new key of the same name in the place of the log's, and the old one beside it, where it goes on signing. The old one is
 * on the disk in its new place before it leaves its old one.
 */
export async function renewLogKey(dataFolder: string): Promise<Signer> {
  const file = signingKeyFile(dataFolder);
  const word = await readFile(file, "utf8").catch(() => "");
  const old = readSigner(word);
  if (!old) throw new Refusal(`There is no signing key in ${file} to renew.`);
  const earlier = await readFile(earlierKeysFile(dataFolder), "utf8").catch(() => "");
  const kept = new Set([...earlier.split("\n"), word.trim()].filter((line) => line !== ""));
  await writeDurably(earlierKeysFile(dataFolder), `${[...kept].join("\n")}\n`, 0o600);
  const next = newSigningKey(old.key.name);
  await writeDurably(file, `${next}\n`, 0o600);
  return loadOrCreateSigner(file, () => old.key.name);
}

export function witnessSigner(file: string, name: () => string): Promise<Signer> {
  return loadOrCreateSigner(file, name, WITNESS_KEY);
}
