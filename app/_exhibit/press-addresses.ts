import { addressOf } from "#formats/addresses/address-of.ts";
import type { ExhibitAddress } from "./show-exhibit.ts";

/** The builder with an exhibit chosen. */
export function builderPath(locale: string, { city, name, release }: ExhibitAddress): string {
  const query = new URLSearchParams({ city });
  if (name[0] === "cameras" && name[1] !== undefined) query.set("camera", name[1]);
  else query.set("figure", name.join("/"));
  if (release !== undefined) query.set("release", String(release));
  return `${addressOf(locale, "/press")}?${query}`;
}
