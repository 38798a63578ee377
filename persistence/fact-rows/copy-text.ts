/** PostgreSQL's text form of COPY: cells after tabs, `\N` for none, backslashes before what would be read otherwise. */
const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

export function readCopyText(cell: string): string | null {
  if (cell === "\\N") return null;
  if (!cell.includes("\\")) return cell;
  return cell.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);
}

const known = new Map<string, readonly string[]>();
const mostKnown = 10_000;

/** An array of text in PostgreSQL's own writing: `{a,"b c"}`. The few that come back over and over are read once. */
export function readCopyArray(text: string): readonly string[] {
  if (text === "{}") return [];
  const remembered = known.get(text);
  if (remembered) return remembered;
  const parts = [...text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|[^,]+/gs)];
  const read = parts.map(([bare, quoted]) => quoted?.replace(/\\(.)/gs, "$1") ?? bare);
  if (known.size < mostKnown) known.set(text, read);
  return read;
}
