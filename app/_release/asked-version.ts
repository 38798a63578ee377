import type { SearchParams } from "./asked-release.ts";

/** `?version=2`; undefined when none is asked, NaN (which no version is) when it is no number. */
export async function askedVersion(searchParams: SearchParams): Promise<number | undefined> {
  const { version } = await searchParams;
  if (version === undefined) return undefined;
  return typeof version === "string" && /^[1-9]\d{0,5}$/.test(version)
    ? Number(version)
    : Number.NaN;
}
