import { createHash } from "node:crypto";

/** For whatever is not a page of ours: data, images, errors. */
export const BARE_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const STYLE_ATTRIBUTE = /<[a-z][^>]*?\sstyle="([^"]*)"/gi;
/** A data block is not run, and needs no leave. */
const DATA_TYPE = /\btype="(?!module"|text\/javascript"|importmap"|speculationrules")[^"]+"/i;
/** Beyond this the header would outweigh what it guards. */
const MOST_STYLE_HASHES = 24;

/** Leave for one inline script or style, by its hash. */
export function sourceOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

function inlineScripts(html: string): string[] {
  const found: string[] = [];
  for (const [, attributes = "", content = ""] of html.matchAll(SCRIPT)) {
    const inline = !/\bsrc=/i.test(attributes) && !DATA_TYPE.test(attributes);
    if (inline && content !== "") found.push(content);
  }
  return found;
}

function decodeAttribute(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function distinctHashes(texts: Iterable<string>): string[] {
  return [...new Set(texts)].map(sourceOf);
}

/** Style elements by hash; style attributes by hash as long as they are few. */
function styleSources(html: string): string {
  const elements = distinctHashes([...html.matchAll(STYLE)].map((match) => match[1] ?? ""));
  const attributes = distinctHashes(
    [...html.matchAll(STYLE_ATTRIBUTE)].map((match) => decodeAttribute(match[1] ?? "")),
  );
  const directives = [["style-src 'self'", ...elements].join(" ")];
  if (attributes.length > MOST_STYLE_HASHES) directives.push("style-src-attr 'unsafe-inline'");
  else if (attributes.length > 0) {
    directives.push(["style-src-attr 'unsafe-hashes'", ...attributes].join(" "));
  }
  return directives.join("; ");
}

/** What a page made for a frame may do: show itself, tell its height, and stand in any site. Here and nowhere else. */
export function framedPolicyFor(html: string): string {
  return [
    "default-src 'none'",
    ["script-src", ...distinctHashes(inlineScripts(html))].join(" "),
    styleSources(html),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; ");
}

/**
 * The policy of one page, written from the page itself: only the inline scripts that it was rendered
 * with may run, and what is injected later by whatever means may not.
 */
export function policyFor(html: string): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...distinctHashes(inlineScripts(html))].join(" "),
    styleSources(html),
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** For a page made for one person: what may run carries a number that nobody could foresee. */
export function policyWithNonce(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}
