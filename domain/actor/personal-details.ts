import { z } from "zod";

/**
 * One line of text that looks like what it is: no control character, no invisible one, none that turns the direction
 * of reading. A name that reads differently from its letters could sign in someone else's place.
 */
const DECEIVING = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

const line = (longest: number) =>
  z
    .string()
    .max(longest * 4, "too-long")
    .transform((text) => text.normalize("NFC").trim().replace(/\s+/gu, " "))
    .refine((text) => text.length > 0, "missing")
    .refine((text) => text.length <= longest, "too-long")
    .refine((text) => !DECEIVING.test(text), "unreadable");

/** The name under which public acts appear: 1 to 120 characters. */
export const nameSchema = line(120);

/** In what quality: "elected by the council", "ombudsman", "prevention officer". 1 to 160 characters. */
export const qualitySchema = line(160);

const ADDRESS =
  /^[^\s@",;:<>()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** An e-mail address in one spelling, without case: at most 254 characters (RFC 5321), one "@", no list of addresses. */
export const emailSchema = z
  .string()
  .max(1000, "malformed-email")
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .refine(
    (text) => text.length <= 254 && ADDRESS.test(text) && !DECEIVING.test(text),
    "malformed-email",
  );
