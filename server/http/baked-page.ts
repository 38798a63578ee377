import { policyFor } from "./content-security-policy.ts";
import { makeReady, type ReadyAnswer } from "./ready-answer.ts";
import type { Headers } from "./security-headers.ts";

/** What was rendered, before it is made ready to send. */
export interface PageContent {
  readonly status: number;
  /** Where a redirection leads. */
  readonly location: string | undefined;
  /** Next's own hints on what to fetch first. */
  readonly link: string | undefined;
  readonly html: Buffer;
}

const NOTICE = /(<[a-z]+\b[^>]*\bid="database-notice"[^>]*?)\shidden(?:="[^"]*")?/;

/** The page as it is shown while the database is down: the notice that it holds, no longer hidden. */
export function withNotice(html: string): string {
  return html.replace(NOTICE, "$1");
}

function headersFor(
  content: PageContent,
  html: string,
  security: Headers,
  freshness: string,
): Headers {
  const headers: Record<string, string> = {
    ...security,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policyFor(html),
    "cache-control": freshness,
    vary: "Accept-Encoding, RSC",
  };
  if (content.location !== undefined) headers.location = content.location;
  if (content.link !== undefined) headers.link = content.link;
  return headers;
}

/** Browsers and proxies keep it, and ask each time whether it is still the one: a release is seen at once. */
export const REVALIDATED = "public, max-age=0, must-revalidate";
export const NOT_KEPT = "no-store";

export function bake(
  content: PageContent,
  security: Headers,
  freshness: string,
): Promise<ReadyAnswer> {
  const html = content.html.toString("utf8");
  const headers = headersFor(content, html, security, freshness);
  return makeReady({ status: content.status, headers, body: content.html, effort: "page" });
}

export function bakeWithNotice(content: PageContent, security: Headers): Promise<ReadyAnswer> {
  const html = withNotice(content.html.toString("utf8"));
  return bake({ ...content, html: Buffer.from(html) }, security, NOT_KEPT);
}
