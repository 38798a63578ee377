import { z } from "zod";

/**
 * The one rule for what people write, at every door: a text reads as it is written, and holds nothing that is not seen.
 *
 * - Refused: control characters, whatever turns the direction of reading, halves of characters, towers of accents.
 * - Taken out, because it is pasted along unseen: zero-width and other invisible characters.
 * - Kept: no-break spaces of French typography, joiners within emoji and within scripts that join letters, direction
 *   marks beside letters that run from right to left.
 */

const CONTROL = /(?![\n\t])\p{Cc}/u;
/** Embeddings, overrides and isolates: the bidirectional characters by which "cod.exe" is read "exe.doc". */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;
const HALF = /\p{Cs}/u;
const TOWER = /\p{M}{9}/u;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2061-\u2064\ufff9-\ufffb]/u;
const EVERY_INVISIBLE = new RegExp(INVISIBLE, "gu");
const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** A letter of a script in which an invisible joiner or its contrary changes how letters stand together. */
const JOINED =
  /[\p{L}\p{M}](?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Common}])/u;
/** A flag of a part of a country: a black flag, letters that are not seen, and their end. */
const REGIONAL_FLAG = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}/gu;

const ends = (what: RegExp) => new RegExp(`${what.source}$`, "u");
const starts = (what: RegExp) => new RegExp(`^${what.source}`, "u");
const JOINED_BEFORE = ends(JOINED);
const JOINED_AFTER = starts(JOINED);
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
const STYLED_BEFORE = /[\p{Emoji}\p{Extended_Pictographic}]$/u;

/** Whether this invisible character changes what is seen, between what stands before and after it. */
function serves(character: string, before: string, after: string, isRightToLeft: boolean): boolean {
  switch (character) {
    case "\u200d":
      return (
        (EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after)) ||
        (JOINED_BEFORE.test(before) && (after === "" || !/^\p{Script=Latin}/u.test(after)))
      );
    case "\u200c":
      return JOINED_BEFORE.test(before) && JOINED_AFTER.test(after);
    case "\ufe0e":
    case "\ufe0f":
      return STYLED_BEFORE.test(before);
    case "\u200e":
    case "\u200f":
    case "\u061c":
      return isRightToLeft;
    default:
      return false;
  }
}

function withoutInvisible(text: string): string {
  if (!INVISIBLE.test(text)) return text;
  const isRightToLeft = RIGHT_TO_LEFT.test(text);
  const flags = new Set<number>();
  for (const { index, 0: flag } of text.matchAll(REGIONAL_FLAG)) {
    for (let at = index; at < index + flag.length; at += 1) flags.add(at);
  }
  return text.replace(EVERY_INVISIBLE, (character, at: number) => {
    if (flags.has(at) || TURNING.test(character)) return character;
    const before = text.slice(Math.max(0, at - 4), at);
    const after = text.slice(at + character.length, at + character.length + 4);
    return serves(character, before, after, isRightToLeft) ? character : "";
  });
}

/** In one spelling: composed letters, line ends as "\n", nothing invisible. Doing it twice is doing it once. */
export function plainText(text: string): string {
  let plain = text.replace(/\r\n?|[\u2028\u2029]/gu, "\n").normalize("NFC");
  // What was taken out may have held two signs apart.
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = withoutInvisible(plain).normalize("NFC");
  }
  return plain.trim();
}

const EVERY_TURNING = new RegExp(TURNING, "gu");

/** Text of a file that others made: what would be refused of a person is taken out too, there being nobody to tell. */
export function readableText(text: string): string {
  return INVISIBLE.test(text) ? withoutInvisible(text.replace(EVERY_TURNING, "")) : text;
}

export type Deceit = "control-character" | "turned-reading" | "broken-character";

/** Why a text may not be kept as it is; undefined when it reads as it is written. */
export function deceitIn(text: string): Deceit | undefined {
  if (CONTROL.test(text)) return "control-character";
  if (TURNING.test(text)) return "turned-reading";
  return HALF.test(text) || TOWER.test(text) ? "broken-character" : undefined;
}

/** Several times the longest text: beyond, what is sent is not looked at. */
const FAR_TOO_LONG = 4;

/** Text of at most `longest` characters (UTF-16 units), read by the rule above; "" is allowed. Issues: "too-long" or a deceit. */
export function honestText(longest: number) {
  return z
    .string()
    .max(longest * FAR_TOO_LONG, "too-long")
    .transform(plainText)
    .pipe(
      z
        .string()
        .max(longest, "too-long")
        .superRefine((text, context) => {
          const message = deceitIn(text);
          if (message !== undefined) context.addIssue({ code: "custom", message });
        }),
    );
}

/** The same, and it says something. */
export function neededText(longest: number) {
  return honestText(longest).refine((text) => text !== "", "missing");
}
