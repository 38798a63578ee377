/** The address of a request, judged before anything else looks at it. */
export interface RequestAddress {
  /** Decoded parts of the path; empty for "/". */
  readonly segments: readonly string[];
  /** One spelling per address: each part encoded the same way, whatever the visitor's spelling. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export const LONGEST_ADDRESS = 2048;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
const FORBIDDEN = /[\u0000-\u001f\u007f\\]/;
/** Also inside one part: a reference may hold an encoded slash, but no step up. */
const STEP = /(?:^|\/)\.{1,2}(?:\/|$)/;

function decodeSegment(segment: string): string | undefined {
  try {
    const decoded = decodeURIComponent(segment);
    return FORBIDDEN.test(decoded) || STEP.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function decodePath(path: string): readonly string[] | undefined {
  if (path === "/") return [];
  const segments: string[] = [];
  const parts = path.slice(1).split("/");
  for (const [index, part] of parts.entries()) {
    const decoded = decodeSegment(part);
    const emptyInside = part === "" && index < parts.length - 1;
    if (decoded === undefined || emptyInside) return undefined;
    segments.push(decoded);
  }
  return segments;
}

/** Absent for what no browser sends: absolute forms, broken percent-encoding, "..", "//", "\". */
export function readAddress(target: string): RequestAddress | undefined {
  if (!target.startsWith("/") || target.length > LONGEST_ADDRESS) return undefined;
  const mark = target.indexOf("?");
  const segments = decodePath(mark < 0 ? target : target.slice(0, mark));
  if (segments === undefined) return undefined;
  return {
    segments,
    path: `/${segments.map(encodeURIComponent).join("/")}`,
    query: new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1)),
  };
}
