import { BARE_POLICY, framedPolicyFor, policyFor } from "./content-security-policy.ts";
import { hintsWithout, type InlineStyles, withInlineStyles } from "./inline-styles.ts";
import { withLateScripts } from "./late-scripts.ts";
import { plainPage, withWordsForAll } from "./plain-answers.ts";
import { makeReady, type ReadyAnswer } from "./ready-answer.ts";
import { type Headers, WITHOUT_IN_FRAMES } from "./security-headers.ts";

/** What was rendered, before it is made ready to send. */
export interface PageContent {
  readonly status: number;
  /** Where a redirection leads. */
  readonly location: string | undefined;
  /** Next's own hints on what to fetch first. */
  readonly link: string | undefined;
  /** Absent for a page: what is downloaded from one (a chart's picture, a spreadsheet) has a type of its own. */
  readonly file?: FileLabel | undefined;
  /** May stand in a frame of any other site. */
  readonly isFramed?: boolean | undefined;
  /** Answers otherwise to who would rather have linked data: proxies keep the two apart. */
  readonly isNegotiated?: boolean | undefined;
  readonly html: Buffer;
}

export interface FileLabel {
  readonly type: string;
  readonly disposition: string | undefined;
}

/** What every page is made ready with. */
export interface PageDress {
  readonly security: Headers;
  readonly inlineStyles: InlineStyles;
}

const NOTICE = /(<[a-z]+\b[^>]*\bid="database-notice"[^>]*?)\shidden(?:="[^"]*")?/;

/** The page as it is shown while the database is down: the notice that it holds, no longer hidden. */
export function withNotice(html: string): string {
  return html.replace(NOTICE, "$1");
}

function headersFor(
  content: PageContent,
  html: string,
  { security, inlineStyles }: PageDress,
  freshness: string,
): Headers {
  const headers: Record<string, string> = {
    ...(content.isFramed ? framable(security) : security),
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": content.isFramed ? framedPolicyFor(html) : policyFor(html),
    "cache-control": freshness,
    vary: content.isNegotiated ? "Accept, Accept-Encoding, RSC" : "Accept-Encoding, RSC",
  };
  if (content.location !== undefined) headers.location = content.location;
  const hints = content.link === undefined ? undefined : hintsWithout(content.link, inlineStyles);
  if (hints !== undefined) headers.link = hints;
  return headers;
}

function framable(security: Headers): Headers {
  const headers: Record<string, string> = {
    ...security,
    "cross-origin-resource-policy": "cross-origin",
  };
  for (const name of WITHOUT_IN_FRAMES) delete headers[name];
  return headers;
}

/** What is open is read from anywhere: a picture stands in an article, numbers in a page that draws them. */
function fileHeaders(file: FileLabel, security: Headers, freshness: string): Headers {
  return {
    ...security,
    "content-type": file.type,
    "content-security-policy": BARE_POLICY,
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "cache-control": freshness,
    ...(file.disposition === undefined ? {} : { "content-disposition": file.disposition }),
  };
}

/** Browsers and proxies keep it, and ask each time whether it is still the one: a release is seen at once. */
export const REVALIDATED = "public, max-age=0, must-revalidate";
export const NOT_KEPT = "no-store";

export function bake(
  content: PageContent,
  dress: PageDress,
  freshness: string,
): Promise<ReadyAnswer> {
  const { status, file, isFramed } = content;
  if (file) {
    const headers = fileHeaders(file, dress.security, freshness);
    return makeReady({ status, headers, body: content.html, effort: "page" });
  }
  const page = withLateScripts(withInlineStyles(content.html.toString("utf8"), dress.inlineStyles));
  // What stands in a frame says by itself, without a script, that it is not there.
  const html = status === 404 && !isFramed ? absentPage(page) : page;
  const headers = headersFor(content, html, dress, freshness);
  return makeReady({ status, headers, body: Buffer.from(html), effort: "page" });
}

/** A file that is not there comes from Next without a word. */
function absentPage(html: string): string {
  return html === "" ? plainPage(404) : withWordsForAll(html, 404);
}

export function bakeWithNotice(content: PageContent, dress: PageDress): Promise<ReadyAnswer> {
  if (content.file) return bake(content, dress, NOT_KEPT);
  const html = withNotice(content.html.toString("utf8"));
  return bake({ ...content, html: Buffer.from(html) }, dress, NOT_KEPT);
}
