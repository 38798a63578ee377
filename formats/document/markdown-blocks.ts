import { Marked, type Token, type Tokens } from "marked";
import type { Block, Run } from "./text-document.ts";

const marked = new Marked({ gfm: true, async: false });

/**
 * A text that somebody else wrote, as blocks of a document: what is understood of Markdown, everything else as its words. Raw
 * HTML loses its marks; an address is kept when it leads to the web or to a mailbox. `embed` gives the words that stand in
 * the place of `{{name:reference}}`. Its first heading comes under `level`.
 */
export function markdownBlocks(
  text: string,
  level: 2 | 3,
  embed: (name: string, reference: string) => string | undefined = () => undefined,
): Block[] {
  const plain = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(
      /\{\{([a-z]+):([A-Za-z0-9_.-]{1,100})\}\}/g,
      (whole, name: string, reference: string) => embed(name, reference) ?? whole,
    );
  return marked.lexer(plain).flatMap((token) => blockOf(token, level));
}

function blockOf(token: Token, level: 2 | 3): Block[] {
  switch (token.type) {
    case "heading":
      return [
        {
          kind: "heading",
          level: token.depth > 1 ? 4 : ((level + 1) as 3 | 4),
          text: textOf(token),
        },
      ];
    case "paragraph":
    case "text":
      return [{ kind: "paragraph", runs: runsOf(token.tokens ?? [token]) }];
    case "blockquote":
      return (token.tokens ?? []).flatMap((inner) =>
        blockOf(inner, level).map((block) =>
          block.kind === "paragraph" ? { ...block, look: "quote" as const } : block,
        ),
      );
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return [
        { kind: "list", isNumbered: ordered, items: items.map(({ tokens }) => runsOf(tokens)) },
      ];
    }
    case "table":
      return [tableOf(token as Tokens.Table)];
    case "code":
      return [{ kind: "paragraph", runs: [{ text: token.text as string }], look: "quote" }];
    case "html": {
      const words = withoutTags(token.text as string).trim();
      return words === "" ? [] : [{ kind: "paragraph", runs: [{ text: words }] }];
    }
    default:
      return [];
  }
}

function tableOf({ header, rows }: Tokens.Table): Block {
  return {
    kind: "table",
    caption: "",
    widths: header.map(() => 1),
    header: header.map(({ tokens }) => wordsOf(runsOf(tokens))),
    rows: rows.map((row) => row.map(({ tokens }) => runsOf(tokens))),
  };
}

type Look = Omit<Run, "text">;

/** Inline tokens as runs; those inside a list item or a quote come as one row of words. */
function runsOf(tokens: readonly Token[], look: Look = {}): Run[] {
  return tokens.flatMap((token, place) => [
    ...(token.type === "paragraph" && place > 0 ? [{ ...look, text: "\n" }] : []),
    ...runOf(token, look),
  ]);
}

function runOf(token: Token, look: Look): Run[] {
  if (token.type === "br") return [{ ...look, text: "\n" }];
  if (token.type === "html") return [{ ...look, text: withoutTags(token.text as string) }];
  if (token.type === "list") {
    return (token as Tokens.List).items.flatMap(({ tokens }) => [
      { ...look, text: "\n– " },
      ...runsOf(tokens, look),
    ]);
  }
  const inner = "tokens" in token ? token.tokens : undefined;
  return inner ? runsOf(inner, lookOf(token, look)) : [{ ...look, text: plainText(token) }];
}

function lookOf(token: Token, look: Look): Look {
  if (token.type === "strong") return { ...look, bold: true };
  if (token.type === "em") return { ...look, italic: true };
  return token.type === "link" ? { ...look, ...addressIn(token.href as string) } : look;
}

function plainText(token: Token): string {
  return "text" in token && typeof token.text === "string" ? unescapeHtml(token.text) : "";
}

function textOf(token: Token): string {
  return wordsOf(runsOf("tokens" in token ? (token.tokens ?? []) : []));
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

function addressIn(href: string): Pick<Run, "address"> {
  return /^(https?:|mailto:)/i.test(href) ? { address: href } : {};
}

function withoutTags(html: string): string {
  return unescapeHtml(
    html.replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, "").replace(/<[^>]*>?/g, ""),
  );
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
