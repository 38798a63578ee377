import type { PressChoices } from "#components/press/press-form.tsx";
import type { Built } from "#components/press/press-sheet.tsx";
import { frameCode, loaderCode } from "#formats/exhibit/embed-code.ts";
import { frameHeight } from "#formats/exhibit/frame-height.ts";
import { embedPath, figurePath, siteOrigin } from "./exhibit-addresses.ts";
import { citeParts, fileParts } from "./exhibit-parts.ts";
import { findExhibit } from "./exhibits.ts";
import { showExhibit } from "./show-exhibit.ts";
import { exhibitWords } from "./word-exhibit.ts";

export type AskedParameters = Record<string, string | string[] | undefined>;

const WIDTHS = { least: 280, most: 1200, usual: 600 };

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.slice(0, 200) : "";
}

/** The choices of the form, each made one of those that exist. */
export function readChoices(
  asked: AskedParameters,
  known: { locale: string; city: string; figures: readonly string[]; releases: readonly string[] },
): PressChoices {
  const among = (value: string, values: readonly string[], otherwise: string) =>
    values.includes(value) ? value : otherwise;
  const width = Math.round(Number(one(asked.width)));
  return {
    city: known.city,
    figure: findExhibit(one(asked.figure).split("/"))
      ? one(asked.figure)
      : (known.figures[0] ?? ""),
    camera: one(asked.camera).trim(),
    release: among(one(asked.release), known.releases, ""),
    language: among(one(asked.language), ["fr", "en"], known.locale),
    theme: among(one(asked.theme), ["auto", "light", "dark"], "auto"),
    width: width >= WIDTHS.least && width <= WIDTHS.most ? width : WIDTHS.usual,
  };
}

/** Everything to copy for what was chosen, in the language that was chosen; undefined when there is none. */
export async function buildExhibit(choices: PressChoices): Promise<Built | undefined> {
  const { city, camera, figure, language, theme, width } = choices;
  const words = await exhibitWords(language);
  const address = {
    city,
    name: camera === "" ? figure.split("/") : ["cameras", camera],
    release: choices.release === "" ? undefined : Number(choices.release),
  };
  const shown = await showExhibit(address, words);
  if (!shown) return undefined;
  const origin = siteOrigin();
  const path = embedPath(language, address, theme);
  const title = `${shown.exhibit.title} · ${shown.exhibit.place}`;
  const height = frameHeight(shown.exhibit, width);
  const frame = { address: `${origin}${path}`, title, width: "100%" as const, height };
  const page = figurePath(language, address);
  return {
    title,
    frame: { path, width, height },
    codes: {
      address: frame.address,
      iframe: frameCode(frame),
      script: loaderCode(frame, { page: `${origin}${page}`, loader: `${origin}/embed.js` }),
    },
    cite: citeParts(shown, words),
    files: fileParts(shown, words),
    page,
  };
}
