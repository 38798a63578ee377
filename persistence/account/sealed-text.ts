import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type AccountKey, deriveKey } from "./account-key.ts";

/** AES-256-GCM: nonce (12 bytes), tag (16 bytes), text. `owner` is bound in: a sealed text moved to another row stays closed. */
export function seal(key: AccountKey, owner: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(key, "sealed text"), nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Undefined when the key is another one or the text was tampered with. */
export function unseal(key: AccountKey, owner: string, sealed: Uint8Array): string | undefined {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv(
    "aes-256-gcm",
    deriveKey(key, "sealed text"),
    bytes.subarray(0, 12),
    { authTagLength: 16 },
  );
  decipher.setAAD(Buffer.from(owner));
  try {
    decipher.setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
}
