import {
  type AuthorisationState,
  cameraAuthorisationState,
  type OrderDates,
} from "#domain/compliance/authorisation-state.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import type { MapCamera } from "./camera-columns.ts";
import type { FilterableCamera } from "./camera-filter.ts";
import { costBandOf, costPerOutcomeBandOf, outcomeBandOf } from "./map-vocabulary.ts";
import type { PublicCamera } from "./public-camera.ts";

/** What the map says of a camera is read from this much of its public record. */
export type MappedCamera = Pick<
  PublicCamera,
  | "reference"
  | "status"
  | "type"
  | "label"
  | "address"
  | "districtCode"
  | "position"
  | "installedOn"
  | "commissionedOn"
  | "operator"
  | "purposes"
  | "authorisationReferences"
  | "heads"
>;

/** What the map needs to know of a city besides its cameras. */
export type MapContext = {
  /** Orders by number. Empty when the registry holds none: then nothing can be said of any camera. */
  authorisations: ReadonlyMap<string, OrderDates>;
  /** The day that expiry is read against, "YYYY-MM-DD". */
  today: string;
  /** Yearly running cost of a camera in cents, null when unknown. */
  yearlyCostCents: (camera: Pick<PublicCamera, "reference" | "status">) => number | null;
  /** Yearly requests for its footage, null when not communicated; withheld where disclosure control says nothing of it. */
  yearlyRequests: (camera: Pick<PublicCamera, "reference">) => number | "withheld" | null;
};

/** The facets of a camera, located or not. */
export function toFilterableCamera(camera: MappedCamera, context: MapContext): FilterableCamera {
  const installed = camera.installedOn ?? camera.commissionedOn;
  return {
    district: camera.districtCode,
    operator: camera.operator,
    purposes: camera.purposes,
    type: camera.type,
    status: camera.status,
    authorisation: authorisationOf(camera, context),
    year: installed === null ? 0 : yearOf(installed),
    cost: costBandOf(context.yearlyCostCents(camera)),
    outcome: outcomeBandOf(context.yearlyRequests(camera)),
    words: [camera.reference, camera.label, camera.address].filter(Boolean).join(" "),
  };
}

/**
 * The point on the public map; undefined when the city publishes no point for this camera, or knows none. Facets that are
 * known already can be handed in.
 */
export function toMapCamera(
  camera: MappedCamera,
  context: MapContext,
  known: FilterableCamera = toFilterableCamera(camera, context),
): MapCamera | undefined {
  if (camera.position === null) return undefined;
  // Field by field: taking all but the words costs a country's map seven seconds.
  return {
    district: known.district,
    operator: known.operator,
    purposes: known.purposes,
    type: known.type,
    status: known.status,
    authorisation: known.authorisation,
    year: known.year,
    cost: known.cost,
    outcome: known.outcome,
    reference: camera.reference,
    longitude: camera.position.longitude,
    latitude: camera.position.latitude,
    costPerOutcome: costPerOutcomeBandOf(
      context.yearlyCostCents(camera),
      context.yearlyRequests(camera),
    ),
    heads: camera.heads ?? [],
    precision: camera.position.precision,
  };
}

/** Without a single order in the registry "none known" would accuse every camera of a gap that is ours. */
function authorisationOf(camera: MappedCamera, context: MapContext): AuthorisationState {
  const state = cameraAuthorisationState(camera, context.authorisations, context.today);
  return state === "none-known" && context.authorisations.size === 0 ? "unknown" : state;
}
