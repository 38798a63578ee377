import type { SpentYear } from "#components/cost/spend-table.tsx";
import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { ExpiryReading } from "#domain/compliance/authorisation-state.ts";
import type { Opinion } from "#domain/evaluation/evaluation-content.ts";
import type { ReplyDelay } from "#domain/evaluation/reply-delay.ts";
import type { CityBlank } from "#domain/indicator/city-blanks.ts";
import type { CityHeadline } from "#domain/indicator/city-headline.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { LatestFullCost } from "#domain/indicator/latest-full-cost.ts";
import type { AttemptedSeries } from "#domain/indicator/requests-per-published-camera.ts";
import type { Measure } from "#domain/measure/measure.ts";

export type ShownOrder = {
  orderNumber: string;
  kind: string;
  perimeterName: string | null;
  grantedOn: string;
  expiresOn: string | null;
  gazette: string | null;
  gazetteUrl: string | null;
  camerasAuthorised: number | null;
  retentionDays: number | null;
  sourceId: number;
  reading: ExpiryReading;
};

export type ShownRelease = {
  number: number;
  kind: string;
  note: string;
  changes: unknown;
  contentHash: string;
  publishedAt: Date;
};

/** What the home of a city is fed with. Named here because components know no use-case. */
export type CityHomeProps = {
  home: {
    city: {
      slug: string;
      name: string;
      currency: string;
      country: string;
      timezone: string;
      release: number;
      latestRelease: number;
      isNamed: boolean;
    };
    headline: CityHeadline<ShownFigure>;
    blanks: readonly CityBlank[];
    cameras: {
      registered: number;
      enforcement: number;
      inService: number;
      expired: number;
      withoutKnownOrder: number;
    };
    announced: ShownFigure | undefined;
    population: { year: number; inhabitants: number; sourceId: number } | undefined;
    perThousandInhabitants: Measure;
    years: readonly SpentYear[];
    fullCost: LatestFullCost | undefined;
    reviews: readonly FootageReview[];
    figures: readonly ShownFigure[];
    requestsPerCamera: AttemptedSeries<ShownFigure>;
    authorisations: readonly ShownOrder[];
    institutions: readonly {
      reference: string;
      happenedOn: string;
      statement: { fr: string; en: string };
      sourceId: number;
    }[];
    districts: readonly {
      code: string;
      name: string;
      geometry: unknown;
      cameras: number;
      inService: number;
    }[];
    boundary: unknown;
    releases: readonly ShownRelease[];
    opinions: readonly {
      slug: string;
      title: string;
      opinion: Opinion | undefined;
      publishedOn: string;
      reply: ReplyDelay;
    }[];
    /** Year of the committee's latest public report. */
    latestReport?: number | undefined;
    sources: readonly PrintedSource[];
  };
};

export type PartProps = CityHomeProps & {
  /** Numbering of the page's sources. */
  order: readonly number[];
};

export type ChartedPartProps = PartProps & {
  /** The page's choices, as the files of its charts take them. */
  query: string;
};
