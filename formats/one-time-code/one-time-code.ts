import { generateSecret, generateSync, generateURI, verifySync } from "otplib";

/** Six digits every thirty seconds (RFC 6238, HMAC-SHA-1), as every authenticator makes them. */
const PERIOD_SECONDS = 30;

/** 160 random bits in base 32: the length that RFC 4226 recommends. */
export function newAuthenticatorSecret(): string {
  return generateSecret({ length: 20 });
}

/** "late": it was right until less than half a minute ago. Of codes to come nothing is said: they would be worth guessing. */
export type JudgedCode = { kind: "right"; step: number } | { kind: "late" | "wrong" };

/**
 * Judges a code: right while an authenticator whose clock is right shows it, and never later; none up to `lastStep` is,
 * so that a code seen over a shoulder is worth nothing.
 */
export function judgeCode(secret: string, code: string, lastStep: number, now: Date): JudgedCode {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return { kind: "wrong" };
  const epoch = Math.floor(now.getTime() / 1000);
  const step = Math.floor(epoch / PERIOD_SECONDS);
  const isCodeOf = (then: number) =>
    then > lastStep && verifySync({ secret, token: digits, epoch: then * PERIOD_SECONDS }).valid;
  if (isCodeOf(step)) return { kind: "right", step };
  return { kind: isCodeOf(step - 1) ? "late" : "wrong" };
}

export function codeAt(secret: string, now: Date): string {
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
}

/** How long the code of now is still right, in milliseconds. */
export function codeLasts(now: Date): number {
  const period = PERIOD_SECONDS * 1000;
  return period - (now.getTime() % period);
}

/** What an authenticator reads from the picture. */
export function authenticatorAddress(secret: string, issuer: string, label: string): string {
  return generateURI({ secret, issuer, label });
}
