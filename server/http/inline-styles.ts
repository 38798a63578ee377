import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The build's style sheets by address, written into the pages that ask for them: twelve kilobytes on the wire, against the
 * journey there and back that a first painting would wait for.
 */
export type InlineStyles = ReadonlyMap<string, string>;

const SHEET = /<link rel="stylesheet" href="([^"<>]+)"[^>]*\/>/g;
const RELATIVE = /url\((["']?)(?!["']|[a-z][a-z0-9+.-]*:|\/|#)/gi;

export async function readInlineStyles(folder: string, prefix: string): Promise<InlineStyles> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sheets = names.filter((name) => name.endsWith(".css"));
  const read = await Promise.all(
    sheets.map(async (name): Promise<[string, string]> => {
      const steps = name.split(path.sep).map(encodeURIComponent);
      const place = `${prefix}/${steps
        .slice(0, -1)
        .map((step) => `${step}/`)
        .join("")}`;
      const sheet = await readFile(path.join(folder, name), "utf8");
      return [`${prefix}/${steps.join("/")}`, sheet.replaceAll(RELATIVE, `url($1${place}`)];
    }),
  );
  // What asks for another sheet, or could end its element, stays a file.
  return new Map(read.filter(([, sheet]) => !/@import|<\//i.test(sheet)));
}

/** The page with its sheets inside, in the order in which it asked for them. */
export function withInlineStyles(html: string, styles: InlineStyles): string {
  return html.replaceAll(SHEET, (link: string, address: string) => {
    const sheet = styles.get(address);
    return sheet === undefined ? link : `<style>${sheet}</style>`;
  });
}

/** Next's hints on what to fetch first, without what is fetched no more. */
export function hintsWithout(hints: string, styles: InlineStyles): string | undefined {
  const kept = hints.split(/, (?=<)/).filter((hint) => !styles.has(addressOf(hint)));
  return kept.length > 0 ? kept.join(", ") : undefined;
}

function addressOf(hint: string): string {
  return /^<([^>]*)>/.exec(hint)?.[1] ?? "";
}
