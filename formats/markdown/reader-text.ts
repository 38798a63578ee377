/**
 * A text as it is read: what a page's HTML says without its tags, every run of spaces one space, the ends of blocks and
 * lines included. Passages are quoted from it and found in it; in the HTML they are marked where they stand.
 */

type Token =
  | { readonly kind: "tag"; readonly html: string; readonly name: string }
  /** One character as it is read, and how it is written in the HTML. */
  | { readonly kind: "character"; readonly html: string; readonly read: string };

const PIECE = /<\/?([a-z][a-z0-9]*)\b[^>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);|[\s\S]/giu;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
const INSIDE_LINES = new Set(["a", "code", "del", "em", "mark", "strong"]);

function decode(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith("#")) return NAMED[name.toLowerCase()] ?? entity;
  const isHex = name[1] === "x" || name[1] === "X";
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

function tokensOf(html: string): Token[] {
  return [...html.matchAll(PIECE)].map(([piece, name]): Token => {
    if (name !== undefined) return { kind: "tag", html: piece, name: name.toLowerCase() };
    const read = piece.length > 1 && piece.startsWith("&") ? decode(piece) : piece;
    return { kind: "character", html: piece, read };
  });
}

/** The tokens with how much of the text each adds: nothing, a space, or itself. */
function read(html: string): { text: string; tokens: (Token & { start: number; end: number })[] } {
  let text = "";
  const tokens = tokensOf(html).map((token) => {
    const start = text.length;
    const isSpace = token.kind === "tag" ? !INSIDE_LINES.has(token.name) : /^\s+$/.test(token.read);
    if (!isSpace) text += token.kind === "tag" ? "" : token.read;
    else if (text !== "" && !text.endsWith(" ")) text += " ";
    return { ...token, start, end: text.length };
  });
  return { text, tokens };
}

/** What the HTML says to who reads it. Only HTML of ours is read: well-formed, without comments or scripts. */
export function readerText(html: string): string {
  return read(html).text.trimEnd();
}

export type TextMark = {
  readonly start: number;
  readonly end: number;
  /** HTML that stands after the passage: the mark's number. Never inside a link. */
  readonly after: string;
};

/** The HTML with each passage between <mark> and </mark>; passages may overlap, and go over tags. */
export function markPassages(html: string, marks: readonly TextMark[]): string {
  if (marks.length === 0) return html;
  const writer = new MarkWriter(marks);
  for (const token of read(html).tokens) writer.write(token);
  return writer.finish();
}

class MarkWriter {
  readonly #marks: readonly TextMark[];
  readonly #written = new Set<TextMark>();
  #html = "";
  #isMarked = false;
  #isInLink = false;

  constructor(marks: readonly TextMark[]) {
    this.#marks = marks;
  }

  write(token: Token & { start: number; end: number }): void {
    if (token.kind === "tag") {
      this.#mark(false);
      this.#ended(token.start);
      this.#html += token.html;
      if (token.name === "a") this.#isInLink = !token.html.startsWith("</");
      if (token.name === "a") this.#ended(token.start);
      return;
    }
    this.#ended(token.start);
    const isInside = this.#marks.some(({ start, end }) => token.start < end && token.end > start);
    this.#mark(isInside);
    this.#html += token.html;
  }

  finish(): string {
    this.#mark(false);
    this.#isInLink = false;
    this.#ended(Number.POSITIVE_INFINITY);
    return this.#html;
  }

  #mark(wanted: boolean): void {
    if (wanted === this.#isMarked) return;
    this.#html += wanted ? "<mark>" : "</mark>";
    this.#isMarked = wanted;
  }

  /** Writes the numbers of the passages that end before here. */
  #ended(place: number): void {
    if (this.#isInLink) return;
    for (const mark of this.#marks) {
      if (mark.end > place || this.#written.has(mark)) continue;
      this.#written.add(mark);
      this.#mark(false);
      this.#html += mark.after;
    }
  }
}
