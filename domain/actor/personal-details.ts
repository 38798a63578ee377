import { z } from "zod";
import { deceitIn, plainText } from "#domain/text/honest-text.ts";

/** Of names and addresses also: what no alphabet has assigned, or everybody for himself. A name is one line. */
const UNREADABLE = /[\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
/** What of it the rule for texts has left because it belongs to the script or the emoji. */
const JOINER = /\u200c|\u200d|\u200e|\u200f|\u061c|[\u{e0030}-\u{e007f}]/gu;

/**
 * One line of text that looks like what it is. A name that reads differently from its letters could sign in someone
 * else's place.
 */
const line = (longest: number) =>
  z
    .string()
    .max(longest * 4, "too-long")
    .transform((text) => plainText(text).replace(/\s+/gu, " "))
    .refine((text) => text.length > 0, "missing")
    .refine((text) => text.length <= longest, "too-long")
    .refine(
      (text) => deceitIn(text) === undefined && !UNREADABLE.test(text.replace(JOINER, "")),
      "unreadable",
    );

/** The name under which public acts appear: 1 to 120 characters. */
export const nameSchema = line(120);

/** In what quality: "elected by the council", "ombudsman", "prevention officer". 1 to 160 characters. */
export const qualitySchema = line(160);

const ADDRESS =
  /^[^\s@",;:<>()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

function isPlain(address: string): boolean {
  return plainText(address) === address && !UNREADABLE.test(address) && !deceitIn(address);
}

/** An e-mail address in one spelling, without case: at most 254 characters (RFC 5321), one "@", no list of addresses. */
export const emailSchema = z
  .string()
  .max(1000, "malformed-email")
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .refine((text) => text.length <= 254 && ADDRESS.test(text) && isPlain(text), "malformed-email");
