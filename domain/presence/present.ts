/**
 * A value that is there by construction: an index below a length, a key that was just set. Whoever is wrong about it is
 * told at once, where a value of zero put in its place would be a figure that nobody counted.
 */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === undefined || value === null)
    throw new Error("A value that is there by construction is missing.");
  return value;
}
