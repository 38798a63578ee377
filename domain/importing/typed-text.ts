import { type Deceit, honestText } from "#domain/text/honest-text.ts";

/** What a person types on the command line, by the one rule for what people write (`domain/text/honest-text`). */
export type TypedText =
  | { ok: true; text: string }
  | { ok: false; reason: Deceit | "invisible-character" | "too-long" };

/** Longest name, licence or attribution of a document, in UTF-16 units. */
export const LONGEST_TITLE = 1_000;
/** Longest reason or note that the public reads. */
export const LONGEST_REASON = 2_000;
/** Longest cell of one record. */
export const LONGEST_CELL = 10_000;

export function readTyped(text: string, longest: number): TypedText {
  const read = honestText(longest).safeParse(text);
  if (read.success) return { ok: true, text: read.data };
  const reason = read.error.issues[0]?.message as Deceit | "too-long";
  return { ok: false, reason };
}

/** An address is followed as it is written: what is not seen is refused, not taken out. */
export function readTypedAddress(url: string, longest = LONGEST_TITLE): TypedText {
  const read = readTyped(url, longest);
  return read.ok && read.text !== url ? { ok: false, reason: "invisible-character" } : read;
}

/** After the name of what was typed. */
export const typedTextReasons: Readonly<
  Record<Extract<TypedText, { ok: false }>["reason"], string>
> = {
  "control-character": "holds a control character",
  "turned-reading": "holds characters that turn the direction of reading",
  "broken-character": "holds half a character, or more accents than a letter can bear",
  "invisible-character": "holds characters that are not seen",
  "too-long": "is too long",
};
