import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { PublishedYearlyCost } from "#domain/indicator/published-yearly-cost.ts";
import type { SpentYear } from "./spend-table.tsx";

/** What the page on costs is fed with. Named here because components know no use-case. */
export type CostsPageProps = {
  page: {
    city: { slug: string; name: string; release: number; latestRelease: number };
    spending: readonly SpentYear[];
    published: readonly PublishedYearlyCost<ShownFigure>[];
    sources: readonly PrintedSource[];
  };
};
