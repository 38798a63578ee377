/** Text of a drawing: escaped, measured without a browser, wrapped. */

/** Advance of printable ASCII in hundredths of an em, for a wide humanist sans: U+0020 first. */
const ADVANCES =
  "28 30 39 77 61 97 78 21 34 34 49 60 27 37 27 44 66 44 58 60 62 61 63 54 62 60 27 27 57 63 57 55 " +
  "80 68 64 66 69 60 57 70 72 42 56 66 55 86 72 75 63 76 65 61 61 69 64 89 69 64 62 34 44 34 58 40 " +
  "29 55 60 51 60 56 37 59 59 30 26 56 32 86 58 58 60 60 38 51 38 57 54 74 54 54 51 38 25 38 58";
const advances = ADVANCES.split(" ").map(Number);
const OTHER_ADVANCE = 58;
const NARROW_SPACE = 31;
const WIDE_ADVANCE = 100;
/** Ideographs, emoji: as wide as they are high. */
const WIDE =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[\u{1f000}-\u{3ffff}]/u;
/** What XML refuses, and the controls that would turn the text around them. */
const REFUSED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as XML may carry it, between tags or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(REFUSED, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

/** Width in pixels, as wide as the bold face: a label that is measured to fit does fit. */
export function textWidth(text: string, size = 13): number {
  let hundredths = 0;
  for (const sign of text.replace(REFUSED, "")) hundredths += advanceOf(sign);
  return (hundredths * size) / 100;
}

function advanceOf(sign: string): number {
  const known = advances[(sign.codePointAt(0) ?? 0) - 32];
  if (known !== undefined) return known;
  if (sign === "\u00a0" || sign === "\u202f") return NARROW_SPACE;
  return WIDE.test(sign) ? WIDE_ADVANCE : OTHER_ADVANCE;
}

/** The text, cut with an ellipsis if it is wider than `width`. */
export function fitText(text: string, width: number, size = 13): string {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text];
  let [fits, tooLong] = [0, signs.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (textWidth(`${signs.slice(0, middle).join("")}…`, size) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${signs.slice(0, fits).join("").trimEnd()}…`;
}

/** Lines no wider than `width`, at most `most` of them; what is left over ends in an ellipsis. */
export function wrapText(text: string, width: number, most: number, size = 13): string[] {
  const lines: string[] = [];
  let rest = text.split(/[ \t\n\r]+/).filter(Boolean);
  while (rest.length > 0 && lines.length < most - 1) {
    let taken = 1;
    while (taken < rest.length && textWidth(rest.slice(0, taken + 1).join(" "), size) <= width) {
      taken += 1;
    }
    lines.push(fitText(rest.slice(0, taken).join(" "), width, size));
    rest = rest.slice(taken);
  }
  if (rest.length > 0) lines.push(fitText(rest.join(" "), width, size));
  return lines.length > 0 ? lines : [""];
}
