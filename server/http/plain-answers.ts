import type { ServerResponse } from "node:http";
import { BARE_POLICY, sourceOf } from "./content-security-policy.ts";
import type { Headers } from "./security-headers.ts";

/** Short answers that need neither Next nor the database. */

const SENTENCES: Readonly<Record<number, readonly [french: string, english: string]>> = {
  400: ["Cette adresse est mal formée.", "This address is malformed."],
  403: [
    "Cette demande ne vient pas d’une page de ce site.",
    "This request does not come from a page of this site.",
  ],
  404: ["Il n’y a rien à cette adresse.", "There is nothing at this address."],
  405: ["Cette adresse ne se lit qu’avec GET.", "This address can only be read with GET."],
  413: ["Cet envoi est trop volumineux.", "What was sent is too large."],
  414: ["Cette adresse est trop longue.", "This address is too long."],
  429: [
    "Trop de demandes viennent de ce réseau\u202f; réessayez dans une minute.",
    "Too many requests come from this network; try again in a minute.",
  ],
  500: ["Cette page n’a pas pu être préparée.", "This page could not be prepared."],
  503: [
    "La base de données est momentanément indisponible\u202f; cette page sera lisible à son retour.",
    "The database is unavailable for the moment; this page will be readable once it is back.",
  ],
};
const RETRY_SECONDS = "10";

/** Ink on paper, as everywhere else; what these pages are made of may be all that there is. */
const LOOK =
  "main{max-width:34rem;margin:12vh auto;padding:0 1.25rem;font:1.0625rem/1.5 system-ui,sans-serif}" +
  "h1{font:600 1.75rem/1.2 Georgia,serif;margin:.25rem 0 .75rem}" +
  ":root{color-scheme:light dark;background:#fbfaf6;color:#16181d}a{color:#174f8c}" +
  "@media(prefers-color-scheme:dark){:root{background:#12151a;color:#ece9e1}a{color:#8cbcf2}}";
const PLAIN_POLICY = `${BARE_POLICY}; style-src ${sourceOf(LOOK)}`;

/** A page of a few words, of its own. */
export function plainPage(status: number): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} · Contrechamp</title>${mainOf(status)}</html>\n`;
}

function mainOf(status: number): string {
  const [french, english] = SENTENCES[status] ?? SENTENCES[500] ?? ["", ""];
  return `<style>${LOOK}</style><main><p>${status}</p><h1>${french}</h1><p lang="en">${english}</p><p><a href="/">Contrechamp</a></p></main>`;
}

/** Next writes the words of a page that is not there with a script alone; who reads without one is told too. */
export function withWordsForAll(html: string, status: number): string {
  return html.replace("</body>", `<noscript>${mainOf(status)}</noscript></body>`);
}

/** `response` already carries the security headers. */
export function sendPlain(response: ServerResponse, status: number, extra: Headers = {}): void {
  const body = Buffer.from(plainPage(status));
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": String(body.byteLength),
    "content-security-policy": PLAIN_POLICY,
    "cache-control": "no-store",
    ...(status === 503 ? { "retry-after": RETRY_SECONDS } : {}),
    ...extra,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(`${JSON.stringify(value)}\n`);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": String(body.byteLength),
    "content-security-policy": BARE_POLICY,
    "cache-control": "no-store",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
