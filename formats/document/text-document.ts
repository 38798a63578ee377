/** Words in a row that look and lead alike. */
export type Run = { text: string; bold?: boolean; italic?: boolean; address?: string };

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3 | 4; text: string }
  | { kind: "paragraph"; runs: readonly Run[]; look?: "title" | "subtitle" | "note" | "quote" }
  | { kind: "list"; isNumbered: boolean; items: readonly (readonly Run[])[] }
  | {
      kind: "table";
      caption: string;
      /** Parts of the width, one for each column. */
      widths: readonly number[];
      header: readonly string[];
      rows: readonly (readonly (readonly Run[])[])[];
    };

/** A text document before it has a format: what is in it, in its order. */
export type TextDocument = {
  title: string;
  /** ISO 639. */
  language: string;
  country: string;
  /** On every page, before the number of the page. */
  footer: string;
  /** Words of "page N of M", with `{page}` and `{pages}`. */
  pageWords: string;
  /** RFC 3339; undefined where there is no date. */
  date: string | undefined;
  blocks: readonly Block[];
};
