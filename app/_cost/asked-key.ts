import type { SearchParams } from "#app/_release/asked-release.ts";
import { type AllocationKey, plainestKey, readAllocationKey } from "#domain/cost/allocation-key.ts";

/** The allocation key that an address asks for ("?key=equal"); any other word counts as not said. */
export async function askedKey(parameters: SearchParams): Promise<AllocationKey> {
  const { key } = await parameters;
  return (typeof key === "string" ? readAllocationKey(key) : undefined) ?? plainestKey;
}
