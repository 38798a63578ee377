import type { Words } from "#components/chart/offered-chart.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { Measure } from "#domain/measure/measure.ts";

export type ShownDistrict = {
  code: string;
  name: string;
  inService: number | undefined;
  population: { year: number; inhabitants: number } | undefined;
  perThousandInhabitants: Measure;
  areaM2: number | null;
  perKm2: number | undefined;
};

/** What the page of all districts is fed with. Named here because components know no use-case. */
export type DistrictsPageProps = {
  page: {
    city: { slug: string; name: string; release: number };
    districts: readonly ShownDistrict[];
    elsewhere: number;
    inService: number;
    perThousandInhabitants: Measure;
    perKm2: number | undefined;
    sources: readonly PrintedSource[];
  };
};

export type DistrictsWords = { locale: string; t: Words; measure: Words; charts: Words };
