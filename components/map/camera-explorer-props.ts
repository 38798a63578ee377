import type { ReactNode } from "react";
import type { CameraFilter } from "#domain/dataset/camera-filter.ts";
import type { Ground } from "./engine/ground-shape.ts";
import type { MapDataAddress } from "./map-data-client.ts";
import type { FacetChoice, MapLabels, Shading } from "./map-labels.ts";
import type { Bounds } from "./use-camera-rows.ts";

export type CameraExplorerProps = {
  locale: string;
  /** `/map-data/{city}/{version}`, and whether it is cut in shards. */
  data: MapDataAddress;
  /** Address of the cameras in the open-data API. */
  api: string;
  /** Where the sheets are: the reference is appended. */
  sheets: string;
  /** Outlines projected by `projectGround`; null when the city has published none. */
  ground: Ground | null;
  /** What stands under the map: read before the script comes, without it and on paper. */
  placeholder: ReactNode;
  /** West, south, east, north of what is shown first, in degrees. */
  bounds: Bounds;
  /** Every facet with its values in words: the panel, the list and the card all read from it. */
  facets: readonly FacetChoice[];
  shadings: readonly Shading[];
  tiles: { attribution: string } | null;
  /** What the server has already filtered the list by. */
  filter?: CameraFilter;
  labels: MapLabels;
  /** Names the whole list where the list of the view stands before it. */
  wholeList: string;
  /** The list as HTML: read without script, and for the cameras that are on no map. */
  children: ReactNode;
};
