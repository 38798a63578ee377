/** A stretch of a docstring: a remark, or what follows one of the words that the domain's docstrings use as labels. */
type DocstringPart = { label: string | null; text: string };

export type Docstring = { summary: string; parts: readonly DocstringPart[] };

const labels =
  /^(Units?|Formula|Sources?|Edge cases?|Interval)(?: of [^:.]{1,60})?(?:: |, (?=with ))/;
const sentenceEnd = /(?<!\b(?:al|p|cf|e\.g|i\.e|art)\.)(?<=[.!?]["”»)]?) (?=[\p{Lu}"“«\d(])/u;

/** Cuts a docstring into sentences, and sets apart those that say the unit, the formula and the source. Loses no word. */
export function readDocstring(comment: string): Docstring {
  const [first = "", ...paragraphs] = comment.split(/\n\s*\n/).map(unfold);
  const [summary = "", ...rest] = sentencesOf(first);
  const parts: DocstringPart[] = [];
  for (const [index, paragraph] of [rest, ...paragraphs.map(sentencesOf)].entries()) {
    parts.push(...partsOf(paragraph, index > 0));
  }
  return { summary, parts };
}

function partsOf(sentences: readonly string[], startsParagraph: boolean): DocstringPart[] {
  const parts: DocstringPart[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const label = labels.exec(sentence)?.[0];
    const last = parts.at(-1);
    if (label)
      parts.push({ label: label.replace(/[:,] $/, ""), text: sentence.slice(label.length) });
    else if (last && last.label === null && !(startsParagraph && index === 0)) {
      last.text = `${last.text} ${sentence}`;
    } else parts.push({ label: null, text: sentence });
  }
  return parts;
}

/** Lines were folded at a hundred characters; a list keeps one item per line. */
const unfold = (paragraph: string) =>
  paragraph
    .replace(/\s*\n\s*(?=[-•] )/g, "\u0000")
    .replace(/\s+/g, " ")
    .trim();

const sentencesOf = (paragraph: string) =>
  paragraph
    .split("\u0000")
    .flatMap((piece) => piece.split(sentenceEnd))
    .filter(Boolean);
