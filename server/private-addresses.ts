/**
 * Addresses that only someone signed in reads, or that sign somebody in: the only ones that see a cookie or set one.
 * They are never kept. What is missing here is public, and public pages know nobody.
 */
const API_ROOMS = new Set(["auth", "account", "administration", "committee"]);
const CITY_ROOMS = new Set(["administration", "committee"]);
/** Under a city's committee, what it has published is for everybody. */
const PUBLISHED = new Set(["annual-report"]);

export function isPrivateAddress(segments: readonly string[]): boolean {
  const parts = segments[0] === "en" ? segments.slice(1) : segments;
  const [first, second, third] = parts;
  if (first === "api") return API_ROOMS.has(second ?? "") && parts === segments;
  if (first === "account") return true;
  return CITY_ROOMS.has(second ?? "") && !(second === "committee" && PUBLISHED.has(third ?? ""));
}
