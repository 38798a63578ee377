import { present } from "#domain/presence/present.ts";
import { measureArea } from "#domain/territory/measure-area.ts";
import type {
  AreaGeometry,
  BoundaryRecord,
  DistrictRecord,
} from "#domain/territory/territory-records.ts";
import { closedRing, type Plan, type Point } from "./plan.ts";
import { districtNames } from "./street-names.ts";

/** A district of the fictional city, always with its outline. */
export type DrawnDistrict = DistrictRecord & { geometry: AreaGeometry; areaM2: number };

/** The twelve districts, which tile the city exactly. */
export function districtsOf(plan: Plan): DrawnDistrict[] {
  return districtNames.map(({ code, name }, index) => ({
    code,
    name,
    kind: "quartier" as const,
    ...measured(present(plan.districts[index])),
  }));
}

/** The outline of the city: the outermost ring, which is the union of the districts. */
export function boundaryOf(plan: Plan): BoundaryRecord {
  return measured(present(plan.rings.at(-1)));
}

function measured(points: readonly Point[]): BoundaryRecord {
  const geometry: AreaGeometry = { type: "Polygon", coordinates: [closedRing(points)] };
  return { geometry, ...measureArea(geometry) };
}
