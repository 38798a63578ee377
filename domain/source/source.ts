/** Identifier of a source document, unique in an installation. */
export type SourceId = number;

/** How far a source was followed: the document itself was read, or another source quotes it. */
export const sourceVerifications = ["read", "secondary", "declared", "generated"] as const;
