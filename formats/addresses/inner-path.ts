const LONGEST = 500;

/**
 * A path of this site, from what an address or a form says of where to go next; undefined for anything that a browser
 * would take elsewhere: another origin, "//", "\\", a scheme, control characters.
 */
export function innerPath(text: string | null | undefined): string | undefined {
  if (!text || text.length > LONGEST || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) {
    return undefined;
  }
  const base = "https://inner.invalid";
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (url?.origin !== base || url.pathname.startsWith("//")) return undefined;
  return `${url.pathname}${url.search}`;
}
