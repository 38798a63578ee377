import type { IncomingMessage } from "node:http";
import { catalogueOf } from "#domain/dataset/files/catalogue.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { listReportAddresses } from "#use-cases/annual-report/get-report-pages.ts";
import { listCatalogue } from "#use-cases/open-data/list-catalogue.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { sendPlain } from "../http/plain-answers.ts";
import { sendQuick } from "../http/quick-answer.ts";
import { reportFailure } from "../process/log.ts";
import { pagesOf } from "../public-addresses.ts";
import type { Handler } from "./handler.ts";

const HOST = /^[A-Za-z0-9.:[\]-]{1,255}$/;
const LANGUAGES = ["fr", "en"];

/** Catalogues need whole addresses: the public origin, or, where none is set, the one that the request came by. */
export function originOf(request: IncomingMessage, publicOrigin: string): string {
  if (publicOrigin !== "") return publicOrigin;
  const host = request.headers.host ?? "";
  return HOST.test(host) ? `http://${host}` : "";
}

type Made = { type: string; text: string };

function answering(publicOrigin: string, make: (origin: string) => Promise<Made> | Made): Handler {
  return async (request, response, { query }) => {
    if (query.size > 0) return sendPlain(response, 404);
    try {
      const { type, text } = await make(originOf(request, publicOrigin));
      sendQuick(request, response, {
        status: 200,
        body: Buffer.from(text),
        headers: {
          "content-type": type,
          "content-security-policy": BARE_POLICY,
          "access-control-allow-origin": "*",
          "cache-control": "public, max-age=3600",
          vary: "Accept-Encoding, Host",
        },
      });
    } catch (failure) {
      reportFailure("A catalogue could not be made", failure);
      sendPlain(response, 503);
    }
  };
}

/** `/data/catalog.jsonld`: DCAT-AP. */
export function catalogueHandler(publicOrigin: string): Handler {
  return answering(publicOrigin, async (origin) => ({
    type: "application/ld+json; charset=utf-8",
    text: `${JSON.stringify(catalogueOf(await listCatalogue(origin), origin))}\n`,
  }));
}

export function robotsHandler(publicOrigin: string): Handler {
  return answering(publicOrigin, (origin) => ({
    type: "text/plain; charset=utf-8",
    text: `User-agent: *\nDisallow: /api/\nAllow: /api/v1/openapi.json\n\nSitemap: ${origin}/sitemap.xml\n`,
  }));
}

/** `/sitemap.xml`: the pages of every city and its annual reports in each language; cameras and districts are reached from their lists. */
export function sitemapHandler(publicOrigin: string): Handler {
  return answering(publicOrigin, async (origin) => {
    const cities = await listCatalogue(origin);
    const dated = cities.flatMap(({ city }) =>
      pagesOf(city.slug).map((path) => ({ path, day: city.publishedAt.slice(0, 10) })),
    );
    const reports = (await listReportAddresses()).map(({ city, year, publishedAt }) => ({
      path: `/${city}/committee/annual-report/${year}`,
      day: publishedAt.toISOString().slice(0, 10),
    }));
    const site = pagesOf(undefined).map((path) => ({ path, day: undefined }));
    const pages = [...site, ...dated, ...reports];
    const entries = pages.flatMap(({ path, day }) =>
      LANGUAGES.map((language) => {
        const modified = day === undefined ? "" : `<lastmod>${day}</lastmod>`;
        return `<url><loc>${origin}${addressOf(language, path)}</loc>${modified}</url>\n`;
      }),
    );
    const space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    return {
      type: "application/xml; charset=utf-8",
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${space}">\n${entries.join("")}</urlset>\n`,
    };
  });
}
