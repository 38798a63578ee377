import { type PublicCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import { findCameraVersions, type ReleaseAsked } from "./camera-queries.ts";
import type { ReadSql } from "./database.ts";

export type CameraChange = { release: number; publishedAt: Date; fields: string[] };

const comparedFields = [
  "reference",
  "status",
  "type",
  "setting",
  "mount",
  "label",
  "address",
  "districtCode",
  "position",
  "publishedPrecision",
  "installedOn",
  "commissionedOn",
  "removedOn",
  "operator",
  "owner",
  "controller",
  "purposes",
  "authorisationReferences",
  "retentionDays",
  "monitoring",
  "algorithmicProcessing",
  "cameraCount",
] as const satisfies readonly (keyof PublicCamera)[];

/** Which public fields each release changed. Private changes leave no trace here: that would tell of them. */
export async function listCameraChanges(
  sql: ReadSql,
  cameraId: Parameters<typeof findCameraVersions>[1],
  release: ReleaseAsked,
): Promise<CameraChange[]> {
  const versions = await findCameraVersions(sql, cameraId, release);
  return versions.flatMap((version, i) => {
    const now = toPublicCamera(version);
    const previous = versions[i - 1];
    const before = previous && toPublicCamera(previous);
    const fields = before
      ? comparedFields.filter(
          (field) => JSON.stringify(now[field]) !== JSON.stringify(before[field]),
        )
      : [];
    if (before && fields.length === 0) return [];
    return [{ release: version.fromRelease, publishedAt: version.publishedAt, fields }];
  });
}
