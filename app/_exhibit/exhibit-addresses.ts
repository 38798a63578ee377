import { readEnvironment } from "#environment";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";
import type { ExhibitAddress } from "./show-exhibit.ts";

/**
 * The origin of addresses that leave the site in an article or a citation. Without PUBLIC_ORIGIN it is where this
 * process listens: right for whoever tries the product on the same machine, and for nobody else.
 */
export function siteOrigin(): string {
  const { publicOrigin, host, port } = readEnvironment();
  if (publicOrigin) return publicOrigin;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

type Choices = Readonly<Record<string, string | number | undefined>>;

function withChoices(path: string, choices: Choices): string {
  const query = new URLSearchParams(
    Object.entries(choices).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  ).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The page for a frame in another site. */
export function embedPath(
  locale: string,
  { city, name, release }: ExhibitAddress,
  theme?: string,
): string {
  return withChoices(addressOf(locale, pathOf("embed", city, ...name)), {
    release,
    theme: theme === "auto" ? undefined : theme,
  });
}

/** The permanent page of an exhibit: what is cited. */
export function figurePath(locale: string, { city, name, release }: ExhibitAddress): string {
  return withChoices(addressOf(locale, pathOf(city, "figures", ...name)), { release });
}

export type FileKind = "png" | "svg" | "card.svg" | "card.png" | "csv" | "bib" | "ris";

/** A file of an exhibit: a picture, its numbers, its citation. */
export function filePath(
  locale: string,
  { city, name, release }: ExhibitAddress,
  kind: FileKind,
): string {
  const last = name.at(-1) ?? "";
  const path = pathOf(city, "files", ...name.slice(0, -1), `${last}.${kind}`);
  return withChoices(addressOf(locale, path), { release });
}

/** The oEmbed description of an address of ours. */
export function descriptionAddress(path: string, format: "json" | "xml" = "json"): string {
  const origin = siteOrigin();
  return `${origin}${withChoices("/oembed", { url: `${origin}${path}`, format })}`;
}
