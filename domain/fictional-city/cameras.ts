import type { CameraRecord } from "#domain/camera/camera-record.ts";
import { present } from "#domain/presence/present.ts";
import { factsOf } from "./camera-facts.ts";
import { lifeOf, precisionOf, statedOn } from "./camera-life.ts";
import type { Place } from "./camera-places.ts";
import { councilPlans, shareOut } from "./council-plans.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

/**
 * Cameras of the city in the order in which the council voted them; one at a time, so that any number fits in memory.
 * The same seed and number of cameras always give the same list.
 */
export function* camerasOf(
  seed: number,
  count: number,
  placeIn: (code: string) => Place,
): Generator<CameraRecord> {
  const random = seededRandom(seed, "cameras");
  const shares = shareOut(
    count,
    councilPlans.map((batch) => batch.cameras),
  );
  let number = 0;
  for (const [index, { plan, year, district }] of councilPlans.entries()) {
    for (let left = present(shares[index]); left > 0; left -= 1) {
      number += 1;
      const place = placeIn(district);
      yield { ...cameraAt(number, district, year, place, random), attributes: { plan } };
    }
  }
}

/** One camera: where it stands, what it is, what became of it. */
export function cameraAt(
  number: number,
  district: string,
  year: number | undefined,
  place: Place,
  random: SeededRandom,
): CameraRecord {
  const { position, bearing, label, address } = place;
  return {
    reference: `VT-${String(number).padStart(4, "0")}`,
    label,
    ...(address === undefined ? {} : { address }),
    districtCode: district,
    longitude: position[0],
    latitude: position[1],
    positionMethod: "generated",
    ...lifeOf(year, random),
    ...factsOf(district, bearing, random),
    ...precisionOf(random),
    observedOn: statedOn,
  };
}
