import { notFound } from "next/navigation";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The release that an address asks for ("?release=12"); undefined for the latest. What is no number is not found. */
export async function askedRelease(parameters: SearchParams): Promise<number | undefined> {
  const { release } = await parameters;
  if (release === undefined) return undefined;
  if (typeof release !== "string" || !/^[1-9]\d{0,8}$/.test(release)) notFound();
  return Number(release);
}
