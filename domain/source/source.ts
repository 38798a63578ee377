/** Identifier of a source document, unique in an installation. */
export type SourceId = number;

/** How far a source was followed: the document itself was read, or another source quotes it. */
export const sourceVerifications = ["read", "secondary", "declared", "generated"] as const;
export type SourceVerification = (typeof sourceVerifications)[number];

/** A document that facts lean on. `attribution` is the sentence its licence asks readers to see. */
export type Source = {
  id: SourceId;
  title: string;
  publisher: string | null;
  url: string | null;
  licence: string | null;
  licenceUrl: string | null;
  attribution: string | null;
  publishedOn: string | null;
  retrievedOn: string | null;
  checksum: string | null;
  verification: SourceVerification;
};
