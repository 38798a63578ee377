import { FormatProblem } from "../format-problem.ts";
import {
  coordinateReferences,
  type Degrees,
  guessReference,
  toDegrees,
} from "./coordinate-reference.ts";

/** Prepares the conversion of a file's coordinates: by the system that was named, else by the one its numbers tell. */
export function degreesFrom(
  named: string | undefined,
  country: string,
): (x: number, y: number) => Degrees | undefined {
  if (named !== undefined && !coordinateReferences.includes(named)) {
    throw new FormatProblem(
      "unknown-coordinates",
      `${named}: not ${coordinateReferences.join(", ")}.`,
    );
  }
  return (x, y) => {
    const reference = named ?? guessReference(x, y, country);
    return reference === undefined ? undefined : toDegrees(x, y, reference);
  };
}
