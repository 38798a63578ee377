import { toCameraRow } from "#domain/dataset/camera-row.ts";
import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { toPublicCamera } from "#domain/dataset/public-camera.ts";
import { findCameraByReference, findCurrentReference } from "#persistence/camera-queries.ts";
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { sourceKeysOf } from "#persistence/fact-rows/source-keys.ts";

export type CameraRowFound =
  | { kind: "found"; city: City; row: DatasetRow }
  /** The camera bears another number today. */
  | { kind: "renumbered"; reference: string }
  | { kind: "city-not-found" | "release-not-found" | "record-not-found" };

export function findCameraRow(
  slug: string,
  release: number | undefined,
  reference: string,
): Promise<CameraRowFound> {
  return readSql(async (sql): Promise<CameraRowFound> => {
    const city = await findCity(sql, slug, release);
    if (!city) {
      const exists = release !== undefined && (await findCity(sql, slug));
      return { kind: exists ? "release-not-found" : "city-not-found" };
    }
    const asOf = releaseOf(city);
    const camera = await findCameraByReference(sql, city.id, asOf, reference);
    if (!camera) {
      const current = await findCurrentReference(sql, city.id, asOf, reference);
      return current === undefined
        ? { kind: "record-not-found" }
        : { kind: "renumbered", reference: current };
    }
    const keys = await sourceKeysOf(sql, [camera.sourceId]);
    const row = toCameraRow(toPublicCamera(camera), keys.get(camera.sourceId) ?? "");
    return { kind: "found", city, row };
  });
}
