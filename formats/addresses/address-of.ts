/** Address of a page in a language: French has no prefix, English lives under /en. `path` starts with "/". */
export function addressOf(locale: string, path: string): string {
  if (locale === "fr") return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** Joins parts into a path, each encoded: ["ville-temoin", "cameras", "VT 1"] → "/ville-temoin/cameras/VT%201". */
export function pathOf(...parts: readonly string[]): string {
  return `/${parts.map(encodeURIComponent).join("/")}`;
}
