/** What a citation names. Every part is plain text; the date is a calendar day, "2026-03-12". */
export type Citation = {
  /** Unique among the citations of a reader: letters, digits and hyphens. */
  key: string;
  author: string;
  title: string;
  /** Where it was published: the site and the city. */
  container: string;
  date: string;
  /** "version 3". */
  version: string;
  address: string;
  language: string;
  note?: string | undefined;
};
