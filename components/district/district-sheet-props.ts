import type { ShownAnnotation } from "#components/annotation/annotation-props.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { CameraFullCost } from "#domain/indicator/camera-full-cost.ts";
import type { RunningCosts } from "#domain/indicator/camera-running-cost.ts";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { MissingNature } from "#domain/indicator/ledger-standing.ts";
import type { OffenceSeries } from "#domain/indicator/offence-series.ts";
import type { CategoryCounts } from "#domain/indicator/protected-categories.ts";
import type { QuarterlyCounts } from "#domain/indicator/protected-quarters.ts";
import type { Measure } from "#domain/measure/measure.ts";

export type DistrictSheetProps = {
  page: {
    city: { slug: string; name: string; country: string; timezone: string; release: number };
    district: {
      code: string;
      name: string;
      kind: string;
      geometry: unknown;
      areaM2: number | null;
      sourceId: number;
    };
    districts: readonly { code: string; name: string; geometry: unknown }[];
    population: { year: number; inhabitants: number; sourceId: number } | undefined;
    /** False when the city's cameras are not known by district. */
    camerasPlaced: boolean;
    camerasByStatus: readonly { status: string; cameras: number }[];
    camerasByYear: readonly { year: number; cameras: number }[];
    withoutYear: number;
    inService: number;
    perThousandInhabitants: Measure;
    perKm2: number | undefined;
    running: { costs: RunningCosts; cameraYears: { value: number }; cents: number } | undefined;
    full: (CameraFullCost & { lacking: readonly MissingNature[] }) | undefined;
    reviews: readonly FootageReview[];
    /** True when some year is not detailed here, to protect small counts. */
    reviewsProtected: boolean;
    cityReview: FootageReview | undefined;
    quarters: QuarterlyCounts | undefined;
    categories: CategoryCounts | undefined;
    offences: OffenceSeries | undefined;
    sources: ReadonlyMap<number, PrintedSource>;
  };
  annotations: readonly ShownAnnotation[];
  /** The page's choices, as its charts' files take them. */
  query: string;
  addresses: {
    district: (code: string) => string;
    all: string;
    list: string;
    map: string;
    /** Of this page, and of the city's costs. */
    own: string;
    costs: string;
    /** The release asked for, as the address says it; empty for the latest. */
    release: string;
  };
};
