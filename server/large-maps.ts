import { listCityOverviews } from "#use-cases/city/list-city-overviews.ts";
import type { MapSnapshots } from "./map-snapshots.ts";
import type { DatabaseWatch } from "./postgres/database-watch.ts";
import { reportFailure } from "./process/log.ts";

/** Below this a map is built while its first reader waits, and nobody notices. */
const NOTICED_FROM = 20_000;

/** Builds the map files of large cities as soon as a release is published, before anybody asks. */
export function keepLargeMapsReady(watch: DatabaseWatch, snapshots: MapSnapshots): void {
  let running: Promise<void> = Promise.resolve();
  const prepare = async () => {
    if (!watch.state.reachable) return;
    const day = new Date().toISOString().slice(0, 10);
    for (const { city, cameras } of await listCityOverviews()) {
      if (cameras >= NOTICED_FROM)
        await snapshots.prepareOnce(city.slug, { release: city.release, day });
    }
  };
  const next = () => {
    running = running
      .then(prepare)
      .catch((failure: unknown) => reportFailure("A map could not be made ready", failure));
  };
  watch.onChange(next);
  next();
}
