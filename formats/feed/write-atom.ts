/** An Atom feed (RFC 4287). */
export type FeedEntry = {
  /** Permanent address: it names the entry too. */
  id: string;
  title: string;
  published: Date;
  updated: Date;
  author?: string | undefined;
  category?: string | undefined;
  /** HTML of ours, without anything that could act. */
  html?: string | undefined;
  text?: string | undefined;
};

export type Feed = {
  id: string;
  title: string;
  /** The page that it follows. */
  page: string;
  author: string;
  language: string;
  entries: readonly FeedEntry[];
  /** When nothing happened yet. */
  since: Date;
  /** A signed note (C2SP): readers who do not know it pass over it. */
  checkpoint?: string | undefined;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold is taken out.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function element(name: string, text: string, attributes = ""): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

function writeEntry(entry: FeedEntry): string {
  const { id, title, published, updated, author, category, html, text } = entry;
  return [
    "<entry>",
    element("id", id),
    element("title", title),
    `<link rel="alternate" href="${escapeXml(id)}"/>`,
    element("published", published.toISOString()),
    element("updated", updated.toISOString()),
    author && `<author>${element("name", author)}</author>`,
    category && `<category term="${escapeXml(category)}"/>`,
    html !== undefined && element("content", html, ' type="html"'),
    text !== undefined && element("content", text, ' type="text"'),
    "</entry>",
  ]
    .filter(Boolean)
    .join("\n");
}

export const ATOM_TYPE = "application/atom+xml; charset=utf-8";
/** Namespace of the one element that Atom does not know. */
export const CHECKPOINT_NAMESPACE = "urn:contrechamp:transparency-log";

export function writeAtom(feed: Feed): string {
  const { id, title, page, author, language, entries, since, checkpoint } = feed;
  const updated = new Date(
    Math.max(since.getTime(), ...entries.map((entry) => entry.updated.getTime())),
  );
  const note = checkpoint && element("checkpoint", checkpoint, ` xmlns="${CHECKPOINT_NAMESPACE}"`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    element("id", id),
    element("title", title),
    element("updated", updated.toISOString()),
    `<author>${element("name", author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(id)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    note,
    ...entries.map(writeEntry),
    "</feed>",
    "",
  ]
    .filter((line) => line !== undefined)
    .join("\n");
}
