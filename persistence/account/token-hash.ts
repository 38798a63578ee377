import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as an address may carry them. Whoever reads the database finds only their hash. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A token of 256 random bits needs no salt and no slow hash: it cannot be guessed. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}

/** As the sign-in library hashes the token of an e-mailed link: with its own secret. In hexadecimal. */
export function hashSignInToken(token: string, signInSecret: string): string {
  return createHash("sha256").update(`${token}${signInSecret}`).digest("hex");
}
