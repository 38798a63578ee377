import { isLocale } from "#app/_i18n/locales.ts";
import { readParts } from "./read-parts.ts";

export type NamedExhibit = { locale: string; city: string; name: readonly string[] };

/** What stands for a page of a city when it is shared or embedded by its own address. */
const ofPages: Readonly<Record<string, string>> = {
  "": "cameras",
  map: "map",
  costs: "spend-per-camera-year",
  outcomes: "useful-footage-share",
  authorisations: "authorisations",
  effects: "effects/overview",
};
const itself = new Set(["districts", "cameras"]);

/** The exhibit that an address of ours shows or stands for; undefined for the pages that have none. */
export function exhibitOfPath(path: string): NamedExhibit | undefined {
  const parts = readParts(path.split("/").filter(Boolean)) ?? [];
  const locale = parts[0] === "en" ? "en" : "fr";
  const [first = "", second = "", ...rest] = locale === "en" ? parts.slice(1) : parts;
  if (first === "" || isLocale(first)) return undefined;
  const isEmbed = first === "embed";
  const city = isEmbed ? second : first;
  const name = isEmbed || second === "figures" ? rest : nameOfPage(second, rest);
  return name.length === 0 ? undefined : { locale, city, name };
}

function nameOfPage(page: string, rest: readonly string[]): readonly string[] {
  if (itself.has(page) && rest.length === 1) return [page, ...rest];
  const name = rest.length === 0 ? ofPages[page] : undefined;
  return name ? name.split("/") : [];
}
