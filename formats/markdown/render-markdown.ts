import { Marked } from "marked";
import sanitizeHtml from "sanitize-html";

/** What stands in the place of `{{name:reference}}`: HTML of ours, or undefined to leave the words as they are. */
export type Embed = (name: string, reference: string) => string | undefined;

const marked = new Marked({ gfm: true, breaks: false, async: false });

/** What a text may be made of. No image (it would ask a third party), no style, no script, no form, no identifier. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a"],
    ...["h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  allowedAttributes: { a: ["href"], ol: ["start"], th: ["align"], td: ["align"] },
  allowedSchemes: ["https", "http", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  transformTags: {
    // The page has its own first and second headings.
    h1: "h3",
    h2: "h4",
    a: sanitizeHtml.simpleTransform("a", { rel: "nofollow noopener" }),
  },
  nestingLimit: 40,
};

/**
 * Renders a text that somebody else wrote: Markdown to HTML that holds nothing but the tags above, with our own figures and
 * links in the place of `{{figure:key}}` and `{{camera:reference}}`. Raw HTML in the text is read as HTML and loses
 * whatever is not allowed. Direction-changing characters are taken out: a sentence reads as it is written.
 */
export function renderMarkdown(text: string, embed: Embed = () => undefined): string {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  const html = sanitizeHtml(marked.parse(plain) as string, allowed);
  return html.replace(
    /\{\{([a-z]+):([A-Za-z0-9_.-]{1,100})\}\}/g,
    (whole, name: string, reference: string) => embed(name, reference) ?? whole,
  );
}

/** Text between tags or quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
