/** Parts of an address as words; undefined for a broken encoding. Routes are handed them encoded. */
export function readParts(parts: readonly string[]): string[] | undefined {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** "?release=3" of a request for a file or an embed; "none" for what is no release number. */
export function readRelease(parameters: URLSearchParams): number | undefined | "none" {
  const release = parameters.get("release");
  if (release === null) return undefined;
  return /^[1-9]\d{0,8}$/.test(release) ? Number(release) : "none";
}
