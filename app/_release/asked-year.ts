import { notFound } from "next/navigation";
import type { SearchParams } from "./asked-release.ts";

/** The year that an address asks for ("?year=2024"); undefined for the page's own choice. What is no year is not found. */
export async function askedYear(parameters: SearchParams): Promise<number | undefined> {
  const { year } = await parameters;
  if (year === undefined) return undefined;
  if (typeof year !== "string" || !/^(?:19|20)\d{2}$/.test(year)) notFound();
  return Number(year);
}
