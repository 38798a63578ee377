import { generateSecret, generateSync, generateURI, verifySync } from "otplib";

/** Six digits every thirty seconds (RFC 6238, HMAC-SHA-1), as every authenticator makes them. */
const PERIOD_SECONDS = 30;

/** 160 random bits in base 32: the length that RFC 4226 recommends. */
export function newAuthenticatorSecret(): string {
  return generateSecret({ length: 20 });
}

/**
 * The step of a right code, or undefined. The step before and the one after are taken too, for clocks that go wrong by
 * half a minute; none up to `lastStep` is, so that a code seen over a shoulder is worth nothing.
 */
export function acceptedStep(
  secret: string,
  code: string,
  lastStep: number,
  now: Date,
): number | undefined {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const nowStep = Math.floor(epoch / PERIOD_SECONDS);
  if (lastStep > nowStep) return undefined;
  const result = verifySync({
    secret,
    token: digits,
    epoch,
    epochTolerance: PERIOD_SECONDS,
    ...(lastStep > 0 ? { afterTimeStep: lastStep } : {}),
  });
  return result.valid && "timeStep" in result ? result.timeStep : undefined;
}

export function codeAt(secret: string, now: Date): string {
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
}

/** What an authenticator reads from the picture. */
export function authenticatorAddress(secret: string, issuer: string, label: string): string {
  return generateURI({ secret, issuer, label });
}
