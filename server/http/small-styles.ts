import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * Style sheets by address, of those so small that asking for them costs more than they weigh: they are written into the page,
 * and the first painting waits for one sheet instead of four.
 */
export type SmallStyles = ReadonlyMap<string, string>;

/** Two kilobytes on the wire. */
const SMALL_BYTES = 12 * 1024;
const SHEET = /<link rel="stylesheet" href="([^"<>]+)"[^>]*\/>/g;

export async function readSmallStyles(folder: string, prefix: string): Promise<SmallStyles> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sheets = names.filter((name) => name.endsWith(".css"));
  const read = await Promise.all(
    sheets.map(async (name): Promise<[string, string]> => {
      const address = `${prefix}/${name.split(path.sep).map(encodeURIComponent).join("/")}`;
      return [address, await readFile(path.join(folder, name), "utf8")];
    }),
  );
  return new Map(read.filter(([, sheet]) => isSmall(sheet)));
}

/** What names other files, or could end its element, stays a file. */
function isSmall(sheet: string): boolean {
  return Buffer.byteLength(sheet) <= SMALL_BYTES && !/url\(|@import|<\//i.test(sheet);
}

/** The page with its small sheets inside, in the order in which it asked for them. */
export function withSmallStyles(html: string, styles: SmallStyles): string {
  return html.replaceAll(SHEET, (link: string, address: string) => {
    const sheet = styles.get(address);
    return sheet === undefined ? link : `<style>${sheet}</style>`;
  });
}

/** Next's hints on what to fetch first, without what is fetched no more. */
export function hintsWithout(hints: string, styles: SmallStyles): string | undefined {
  const kept = hints.split(/, (?=<)/).filter((hint) => !styles.has(addressOf(hint)));
  return kept.length > 0 ? kept.join(", ") : undefined;
}

function addressOf(hint: string): string {
  return /^<([^>]*)>/.exec(hint)?.[1] ?? "";
}
