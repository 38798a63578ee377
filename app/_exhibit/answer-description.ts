import { frameCode } from "#formats/exhibit/embed-code.ts";
import { frameHeight } from "#formats/exhibit/frame-height.ts";
import { oembedXml } from "#formats/exhibit/oembed-xml.ts";
import { embedPath, filePath, siteOrigin } from "./exhibit-addresses.ts";
import { exhibitOfPath } from "./exhibit-of-path.ts";
import { readRelease } from "./read-parts.ts";
import { type ExhibitAddress, type Shown, showExhibit } from "./show-exhibit.ts";
import { exhibitWords } from "./word-exhibit.ts";

const WIDTH = 600;
const CACHE_SECONDS = "3600";
const CARD = { width: 1200, height: 630 };

function refused(status: 400 | 404 | 501, reason: string): Response {
  return new Response(`${reason}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

/** "Nothing larger than this"; undefined when not asked, NaN for what is no number of pixels. */
function most(parameters: URLSearchParams, name: string): number | undefined {
  const asked = parameters.get(name);
  if (asked === null) return undefined;
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : Number.NaN;
}

type Described = { locale: string; address: ExhibitAddress; theme: string | undefined };

/** Only our own addresses are described, and only from what they name: nothing of the asked address is given back. */
function described(text: string): Described | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.origin !== siteOrigin() || url.username !== "" || url.password !== "") return undefined;
  const found = exhibitOfPath(url.pathname);
  const release = readRelease(url.searchParams);
  if (!found || release === "none") return undefined;
  const { locale, city, name } = found;
  const theme = url.searchParams.get("theme") ?? undefined;
  return {
    locale,
    address: { city, name, release },
    theme: theme === "light" || theme === "dark" ? theme : undefined,
  };
}

/** oEmbed 1.0: what a site that is given an address of ours shows in its place. https://oembed.com */
export async function answerDescription(parameters: URLSearchParams): Promise<Response> {
  const format = parameters.get("format") ?? "json";
  if (format !== "json" && format !== "xml") return refused(501, "format is json or xml");
  const url = parameters.get("url");
  if (!url) return refused(400, "url is required");
  const [maxWidth, maxHeight] = [most(parameters, "maxwidth"), most(parameters, "maxheight")];
  if (Number.isNaN(maxWidth) || Number.isNaN(maxHeight))
    return refused(400, "maxwidth and maxheight are numbers of pixels");
  const found = described(url);
  const words = found && (await exhibitWords(found.locale));
  const shown = words && (await showExhibit(found.address, words));
  if (!shown) return refused(404, "no such figure here");
  const answer = descriptionOf(shown, found, { maxWidth, maxHeight });
  const [body, type] =
    format === "json"
      ? [JSON.stringify(answer), "application/json; charset=utf-8"]
      : [oembedXml(answer), "text/xml; charset=utf-8"];
  return new Response(body, { headers: { "content-type": type } });
}

function descriptionOf(
  { exhibit, address }: Shown,
  { locale, theme }: Described,
  asked: { maxWidth: number | undefined; maxHeight: number | undefined },
): Record<string, string | number> {
  const origin = siteOrigin();
  const width = Math.min(WIDTH, asked.maxWidth ?? WIDTH);
  const height = Math.min(frameHeight(exhibit, width), asked.maxHeight ?? Number.POSITIVE_INFINITY);
  const title = `${exhibit.title} · ${exhibit.place}`;
  const frame = `${origin}${embedPath(locale, address, theme)}`;
  return {
    type: "rich",
    version: "1.0",
    title,
    provider_name: "Contrechamp",
    provider_url: `${origin}/`,
    cache_age: CACHE_SECONDS,
    html: frameCode({ address: frame, title, width, height }),
    width,
    height,
    ...(fits(asked)
      ? {
          thumbnail_url: `${origin}${filePath(locale, address, "card.png")}`,
          thumbnail_width: CARD.width,
          thumbnail_height: CARD.height,
        }
      : {}),
  };
}

/** The picture has one size: it is not offered to whoever wants a smaller one. */
function fits(asked: { maxWidth: number | undefined; maxHeight: number | undefined }): boolean {
  return (
    (asked.maxWidth ?? CARD.width) >= CARD.width && (asked.maxHeight ?? CARD.height) >= CARD.height
  );
}
