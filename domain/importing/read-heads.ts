import type { CameraHead } from "#domain/camera/camera-record.ts";
import { cameraTypes } from "#domain/camera/camera-vocabulary.ts";

/** Compass words in English and French, sixteen points; "o" is French west. Degrees clockwise from north. */
const points = "n nne ne ene e ese se sse s ssw sw wsw w wnw nw nnw".split(" ");
const words: Readonly<Record<string, string>> = {
  north: "n",
  nord: "n",
  south: "s",
  sud: "s",
  east: "e",
  est: "e",
  west: "w",
  ouest: "w",
  northeast: "ne",
  nordest: "ne",
  northwest: "nw",
  nordouest: "nw",
  southeast: "se",
  sudest: "se",
  southwest: "sw",
  sudouest: "sw",
};

/** "45", "90-135", "90-135 (dome)": as it is published, and read again. Degrees clockwise from north. */
export function writeHead({ from, to, type }: CameraHead): string {
  const directions = [from, to].filter((degrees) => degrees !== undefined).join("-");
  return type === undefined ? directions : `${directions} (${type})`.trim();
}

/**
 * Directions as people write them: "45", "NE", "SSW", "ouest", "-45" (anticlockwise), "80-0" (clockwise from the first), "45;90" (several
 * heads), "90-135 (dome)" (with the type of the head). What can't be understood ("both", "backward", 400) is handed back, never guessed.
 */
export function readHeads(text: string): { heads: CameraHead[]; unreadable: string[] } {
  const heads: CameraHead[] = [];
  const unreadable: string[] = [];
  for (const part of text.split(/[;|/]|,\s+|,(?=\d{2,})/)) {
    const said = part.trim();
    if (said === "") continue;
    const head = readHead(said);
    if (head && heads.length < 32) heads.push(head);
    else unreadable.push(said);
  }
  return { heads, unreadable };
}

function readHead(said: string): CameraHead | undefined {
  const [, directions = said, word] = /^(.*?)\s*\(([a-z-]+)\)$/.exec(said) ?? [];
  const type = cameraTypes.find((known) => known === word);
  if (type === undefined) return readDirections(said);
  const head = directions === "" ? {} : readDirections(directions);
  return head && { ...head, type };
}

function readDirections(said: string): CameraHead | undefined {
  const single = readDirection(said);
  // North is written 0, so that the same direction is the same value.
  if (single !== undefined) return { from: single === 360 ? 0 : single };
  const ends = said.split(/\s*[-–—]\s*/);
  const [from, to] = ends.map(readDirection);
  if (ends.length !== 2 || from === undefined || to === undefined) return undefined;
  return { from, to };
}

function readDirection(said: string): number | undefined {
  const bare = said
    .trim()
    .toLowerCase()
    .replace(/\s*(?:°|deg|degrés|degrees)$/, "");
  if (/^-?\d{1,3}(?:[.,]\d+)?$/.test(bare)) {
    const degrees = Number(bare.replace(",", "."));
    if (Math.abs(degrees) > 360) return undefined;
    // 45° anticlockwise is 315° clockwise.
    return degrees < 0 ? degrees + 360 : degrees;
  }
  const compact = bare.replace(/[\s-]/g, "");
  const point = points.indexOf((words[compact] ?? compact).replace(/o/g, "w"));
  return point < 0 ? undefined : point * 22.5;
}
