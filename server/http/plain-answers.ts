import type { ServerResponse } from "node:http";
import { BARE_POLICY } from "./content-security-policy.ts";
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

function pageOf(status: number): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} · Contrechamp</title>${mainOf(status)}</html>\n`;
}

function mainOf(status: number): string {
  const [french, english] = SENTENCES[status] ?? SENTENCES[500] ?? ["", ""];
  return `<main><h1>${status}</h1><p lang="fr">${french}</p><p lang="en">${english}</p><p><a href="/">Contrechamp</a></p></main>`;
}

/** Next writes the words of a page that is not there with a script alone; who reads without one is told too. */
export function withWordsForAll(html: string, status: number): string {
  return html.replace("</body>", `<noscript>${mainOf(status)}</noscript></body>`);
}

/** `response` already carries the security headers. */
export function sendPlain(response: ServerResponse, status: number, extra: Headers = {}): void {
  const body = Buffer.from(pageOf(status));
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": String(body.byteLength),
    "content-security-policy": BARE_POLICY,
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
