/**
 * Addresses that only someone signed in reads, or that sign somebody in: the only ones that see a cookie or set one.
 * They are never kept. What is missing here is public, and public pages know nobody.
 */
const API_ROOMS = new Set(["auth", "account", "administration", "committee"]);
const CITY_ROOMS = new Set(["administration", "committee"]);
/** Under a city's committee, the report of a year is for everybody once it is published. */
const PUBLISHED = "annual-report";

export function isPrivateAddress(segments: readonly string[]): boolean {
  const parts = segments[0] === "en" ? segments.slice(1) : segments;
  const [first, second, third, fourth] = parts;
  if (first === "api") return API_ROOMS.has(second ?? "") && parts === segments;
  if (first === "account") return true;
  const isPublished = second === "committee" && third === PUBLISHED && fourth !== undefined;
  return CITY_ROOMS.has(second ?? "") && !isPublished;
}
