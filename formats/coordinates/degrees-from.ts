import { type Degrees, guessReference, toDegrees } from "./coordinate-reference.ts";

/** Prepares the conversion of a file's coordinates: by the system that was named, else by the one its numbers tell. */
export function degreesFrom(
  named: string | undefined,
  country: string,
): (x: number, y: number) => Degrees | undefined {
  return (x, y) => toDegrees(x, y, named ?? guessReference(x, y, country));
}
