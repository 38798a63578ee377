/** What the page of the log shows; the use-case's answer fits. */
export type LogSheetPage = {
  question: {
    city: string | undefined;
    type: string | undefined;
    from: string | undefined;
    to: string | undefined;
    page: number;
  };
  cities: readonly { slug: string; name: string }[];
  lines: readonly LogSheetLine[];
  matching: number;
  pages: number;
  head: SheetHead | undefined;
  signedAt: Date | null;
  verification:
    | {
        at: string;
        size: number;
        problems: readonly { kind: string; at: string | number | null }[];
      }
    | undefined;
  fault: string | null;
};

export type LogSheetLine = {
  index: number;
  at: Date;
  city: string | null;
  quality: string;
  action: string;
  subject: string;
  detail: object;
};

export type SheetHead = {
  checkpoint: { origin: string; size: number };
  root: string;
  note: string;
  key: string;
};
