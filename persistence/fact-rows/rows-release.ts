import type { ReleaseAsked } from "../camera-queries.ts";

/** The release that rows are read from. `untilNow`: acts that came after it are shown too, where a dataset holds acts. */
export type RowsRelease = ReleaseAsked & { readonly untilNow?: boolean };
