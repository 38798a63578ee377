/**
 * Where a page starts: after which row, and in which release, so that a reader who pages through while a city publishes
 * reads one release to its end.
 */
export type Cursor = { readonly release: number; readonly after: string };

export function writeCursor({ release, after }: Cursor): string {
  return Buffer.from(`${release}.${after}`).toString("base64url");
}

/** Undefined for what this API never gave. */
export function readCursor(text: string): Cursor | undefined {
  const decoded = Buffer.from(text, "base64url");
  const plain = decoded.toString("utf8");
  const [, release, after] = /^(\d{1,9})\.([^\0]*)$/s.exec(plain) ?? [];
  if (release === undefined || after === undefined) return undefined;
  // Only the spelling that was given: anything else is not ours, and would be kept ready twice.
  const cursor = { release: Number(release), after };
  return writeCursor(cursor) === text ? cursor : undefined;
}
