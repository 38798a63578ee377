import { present } from "#domain/presence/present.ts";

/**
 * A passage of a text that may be edited after it was annotated, as W3C selectors describe it: its words with what stood
 * around them (TextQuoteSelector) and its place (TextPositionSelector), in characters as Unicode counts them.
 */
export type Passage = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
};

/** Where a passage stands in a text: offsets of JavaScript strings, for slicing. */
export type Place = { readonly start: number; readonly end: number };

/**
 * Where a passage is found again: in the same place, elsewhere, changed (other words stand where it stood), or lost. What
 * is changed or lost is said to be.
 */
export type Anchoring =
  | ({ readonly kind: "same" | "moved" | "changed" } & Place)
  | { readonly kind: "lost" };

/** What stands around a passage is kept as far as this. */
const CONTEXT = 48;
/** From this length on a passage that stands once is the passage, whatever stands around it. */
const UNMISTAKABLE = 24;
/** Characters of its surroundings by which a shorter one is known again. */
const KNOWN_CONTEXT = 8;
/** Words under which a passage of other words is not looked for by its words. */
const FEWEST_WORDS = 4;
/** Part of the words that may differ. */
const DIFFERENT_WORDS = 1 / 3;

/** A text, or a quotation of it, in one spelling of its spaces. */
export function withPlainSpaces(text: string): string {
  return text.replace(/\s+/g, " ");
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function offsetOf(text: string, characters: number): number {
  let offset = 0;
  let left = characters;
  for (const character of text) {
    if (left <= 0) break;
    offset += character.length;
    left -= 1;
  }
  return offset;
}

/** Never half a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, "").replace(/[\ud800-\udbff]$/, "");
}

export function passageAt(text: string, { start, end }: Place): Passage {
  const before = countCharacters(text.slice(0, start));
  const exact = text.slice(start, end);
  return {
    exact,
    prefix: whole(text.slice(Math.max(0, start - CONTEXT), start)),
    suffix: whole(text.slice(end, end + CONTEXT)),
    start: before,
    end: before + countCharacters(exact),
  };
}

export type Quoted = { exact: string; prefix?: string | undefined; suffix?: string | undefined };

/** The passage that somebody quotes; "ambiguous" when it stands more than once and nothing says which is meant. */
export function findQuoted(text: string, quoted: Quoted): Passage | "not-found" | "ambiguous" {
  const exact = withPlainSpaces(quoted.exact).trim();
  const places = exact === "" ? [] : placesOf(text, exact);
  if (places.length === 0) return "not-found";
  const context = {
    prefix: withPlainSpaces(quoted.prefix ?? "").trimEnd(),
    suffix: withPlainSpaces(quoted.suffix ?? "").trimStart(),
  };
  const scored = places
    .map((place) => ({ place, score: contextScore(text, place, context) }))
    .sort((a, b) => b.score - a.score);
  const [first, next] = scored;
  const best = present(first);
  return next?.score === best.score ? "ambiguous" : passageAt(text, best.place);
}

function placesOf(text: string, exact: string): Place[] {
  const places: Place[] = [];
  let from = text.indexOf(exact);
  while (from >= 0) {
    places.push({ start: from, end: from + exact.length });
    from = text.indexOf(exact, from + 1);
  }
  return places;
}

type Context = Pick<Passage, "prefix" | "suffix">;

/** How many characters before and after a place agree with what stood there; spaces at the seam do not count. */
function contextScore(text: string, { start, end }: Place, { prefix, suffix }: Context): number {
  const before = text.slice(Math.max(0, start - prefix.length - 1), start).trimEnd();
  const after = text.slice(end, end + suffix.length + 1).trimStart();
  const [left, right] = [prefix.trimEnd(), suffix.trimStart()];
  let score = 0;
  while (score < left.length && left.at(-1 - score) === before.at(-1 - score)) score += 1;
  let forward = 0;
  while (forward < right.length && right[forward] === after[forward]) forward += 1;
  return score + forward;
}

/**
 * Finds a passage again in a text that may have been edited: where it was, if its words and what surrounds them are
 * there; else where its words are, by the surroundings that agree most and then by the shortest way; else what now
 * stands between its surroundings; else the words that resemble it, a third of them other at most.
 */
export function anchorPassage(text: string, passage: Passage): Anchoring {
  const was = offsetOf(text, passage.start);
  return (
    anchorByWords(text, passage, was) ??
    anchorBetween(text, passage, was) ??
    anchorByLikeness(text, passage, was) ?? { kind: "lost" }
  );
}

function anchorByWords(text: string, passage: Passage, was: number): Anchoring | undefined {
  const { exact, prefix, suffix } = passage;
  const [best, other] = placesOf(text, exact)
    .map((place) => ({ place, score: contextScore(text, place, passage) }))
    .sort(
      (a, b) => b.score - a.score || Math.abs(a.place.start - was) - Math.abs(b.place.start - was),
    );
  if (!best) return undefined;
  const around = prefix.trim().length + suffix.trim().length;
  const isKnown =
    best.score >= Math.min(KNOWN_CONTEXT, around) || (!other && exact.length >= UNMISTAKABLE);
  if (!isKnown) return undefined;
  return { kind: best.place.start === was ? "same" : "moved", ...best.place };
}

/** Other words between the same surroundings. Nothing between them: the passage was taken out. */
function anchorBetween(text: string, passage: Passage, was: number): Anchoring | undefined {
  const { exact, prefix, suffix } = passage;
  if (prefix.trim().length < KNOWN_CONTEXT || suffix.trim().length < KNOWN_CONTEXT)
    return undefined;
  const longest = exact.length * 2 + CONTEXT;
  const found = placesOf(text, prefix)
    .map(({ end: start }) => ({ start, end: text.indexOf(suffix, start) }))
    .filter(({ start, end }) => end > start && end - start <= longest)
    .filter(({ start, end }) => text.slice(start, end).trim() !== "")
    .sort((a, b) => Math.abs(a.start - was) - Math.abs(b.start - was));
  return found[0] && { kind: "changed", ...found[0] };
}

/** Words with where they stand; the punctuation beside one is not of it. */
function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word: word.replace(/^\p{P}+|\p{P}+$/gu, "") || word,
    start: index,
    end: index + word.length,
  }));
}

/**
 * Changes that make the first words of a pattern end at a word of the text, and the word at which each stretch began.
 * Place 0 is the pattern without a word, which begins wherever one looks.
 */
type Column = { readonly changes: Int32Array; readonly from: Int32Array };

function columnOf(length: number): Column {
  return {
    changes: Int32Array.from({ length: length + 1 }, (_, i) => i),
    from: new Int32Array(length + 1),
  };
}

/** The column of the next word, written over another one: texts are long, and nothing is made anew for each word. */
function advance(
  pattern: readonly string[],
  word: string,
  j: number,
  before: Column,
  after: Column,
) {
  before.from[0] = j;
  after.changes[0] = 0;
  after.from[0] = j + 1;
  for (const [i, wanted] of pattern.entries()) {
    const replaced = at(before.changes, i) + (wanted === word ? 0 : 1);
    const added = at(before.changes, i + 1) + 1;
    const removed = at(after.changes, i) + 1;
    const least = Math.min(replaced, added, removed);
    after.changes[i + 1] = least;
    if (least === replaced) after.from[i + 1] = at(before.from, i);
    else after.from[i + 1] = least === added ? at(before.from, i + 1) : at(after.from, i);
  }
}

function at(numbers: Int32Array, place: number): number {
  return present(numbers[place]);
}

/** The stretch of words that takes the fewest changes (Sellers), among equals the nearest to where the passage was. */
function anchorByLikeness(text: string, passage: Passage, was: number): Anchoring | undefined {
  const pattern = wordsOf(passage.exact).map(({ word }) => word);
  const allowed = Math.floor(pattern.length * DIFFERENT_WORDS);
  if (pattern.length < FEWEST_WORDS || allowed === 0) return undefined;
  const words = wordsOf(text);
  let [before, after] = [columnOf(pattern.length), columnOf(pattern.length)];
  const found: { changes: number; start: number; end: number }[] = [];
  for (const [j, { word, end }] of words.entries()) {
    advance(pattern, word, j, before, after);
    const changes = at(after.changes, pattern.length);
    const first = words[at(after.from, pattern.length)];
    if (changes <= allowed && first && first.start < end)
      found.push({ changes, start: first.start, end });
    [before, after] = [after, before];
  }
  const [best] = found.sort(
    (a, b) => a.changes - b.changes || Math.abs(a.start - was) - Math.abs(b.start - was),
  );
  return best && { kind: "changed", start: best.start, end: best.end };
}
