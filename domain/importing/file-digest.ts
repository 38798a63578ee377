/** By what everybody knows a file: its own SHA-256, or a commitment where that digest would give what is kept back away. */
export type FileDigest =
  | { readonly sha256: string; readonly commitment: null }
  | { readonly sha256: null; readonly commitment: string };

/** The digest itself, whichever it is. */
export function digestOf({ sha256, commitment }: FileDigest): string {
  return sha256 ?? commitment;
}
