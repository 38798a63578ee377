/** "POINT (-90.07 29.95)" → [-90.07, 29.95]; undefined when the text is no point (OGC well-known text). */
export function readPointText(text: string): [number, number] | undefined {
  const match =
    /^\s*POINT\s*Z?\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)(?:\s+-?\d+(?:\.\d+)?)?\s*\)\s*$/i.exec(
      text,
    );
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
