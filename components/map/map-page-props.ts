import type { CameraFilter } from "#domain/dataset/camera-filter.ts";
import type { PublicCamera } from "#domain/dataset/public-camera.ts";
import type { FacetCounts } from "./map-wording.ts";

export type MapPageProps = {
  city: { slug: string; name: string; currency: string; release: number };
  boundary: unknown;
  districts: readonly {
    code: string;
    name: string;
    geometry: unknown;
    areaM2: number | null;
    camerasInService: number;
    perThousandInhabitants: number | undefined;
  }[];
  cameras: number;
  located: number;
  /** West, south, east, north of everything that can be shown; null when nothing can. */
  box: readonly [number, number, number, number] | null;
  filter: CameraFilter;
  found: { matching: number; cameras: readonly PublicCamera[]; facets: FacetCounts };
  page: number;
  pages: number;
  tiles: { attribution: string } | null;
  /** Changes with the release and with the day on which expiries were read. */
  dataVersion: string;
  isSharded: boolean;
  addresses: { sheets: string; page: (page: number) => string; home: string };
};
