import { z } from "zod";
import { partialDateSchema } from "#domain/period/partial-date-schema.ts";
import {
  cameraMounts,
  cameraPurposes,
  cameraSettings,
  cameraStatuses,
  cameraTypes,
  positionMethods,
  publicationPrecisions,
} from "./camera-vocabulary.ts";

/** One head of a camera: a direction or a range of directions in degrees clockwise from north. */
export const cameraHeadSchema = z.object({
  from: z
    .number()
    .min(0)
    .max(360)
    .optional()
    .describe("Direction, or start of the range, in degrees from north"),
  to: z
    .number()
    .min(0)
    .max(360)
    .optional()
    .describe("End of the range, clockwise from `from`, in degrees"),
  type: z.enum(cameraTypes).optional(),
});
export type CameraHead = z.infer<typeof cameraHeadSchema>;

/**
 * What one source says of one camera. Every field but `reference` may be missing: a missing field is "not said",
 * never "none"; on import it leaves what is known as it is.
 */
export const cameraRecordSchema = z
  .object({
    reference: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^\p{Cc}/?#\\]+$/u)
      .describe("Public, stable number of the camera"),
    status: z.enum(cameraStatuses).optional(),
    type: z.enum(cameraTypes).optional(),
    setting: z.enum(cameraSettings).optional(),
    mount: z.enum(cameraMounts).optional(),
    label: z.string().trim().min(1).max(300).optional().describe("Place in words"),
    address: z.string().trim().min(1).max(300).optional(),
    districtCode: z.string().trim().min(1).max(63).optional(),
    longitude: z.number().min(-180).max(180).optional().describe("WGS 84, degrees"),
    latitude: z.number().min(-90).max(90).optional().describe("WGS 84, degrees"),
    positionMethod: z.enum(positionMethods).optional(),
    publishedPrecision: z.enum(publicationPrecisions).optional(),
    precisionReason: z.string().trim().min(1).max(1000).optional(),
    precisionDecidedOn: z.iso.date().optional(),
    installedOn: partialDateSchema.optional(),
    commissionedOn: partialDateSchema.optional(),
    removedOn: partialDateSchema.optional(),
    operator: z.string().trim().min(1).max(200).optional(),
    owner: z.string().trim().min(1).max(200).optional(),
    controller: z.string().trim().min(1).max(200).optional(),
    maintainer: z.string().trim().min(1).max(200).optional(),
    purposes: z.array(z.enum(cameraPurposes)).max(11).optional(),
    authorisationReferences: z.array(z.string().trim().min(1).max(100)).max(20).optional(),
    retentionDays: z.int().min(0).max(3650).optional(),
    monitoring: z.enum(["live-continuous", "live-partial", "after-the-fact"]).optional(),
    algorithmicProcessing: z.string().trim().min(1).max(300).optional(),
    cameraCount: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe("Cameras at this site, when the source lists sites"),
    heads: z.array(cameraHeadSchema).min(1).max(32).optional(),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    observedOn: z.iso.date().optional().describe("Day on which the source saw or stated this"),
  })
  .refine((record) => (record.longitude === undefined) === (record.latitude === undefined), {
    error: "longitude and latitude go together",
    path: ["latitude"],
  })
  .refine(
    (record) =>
      (record.publishedPrecision ?? "exact") === "exact" || record.precisionReason !== undefined,
    {
      error: "a position published less than exactly needs its reason",
      path: ["precisionReason"],
    },
  )
  .meta({ id: "CameraRecord" });
export type CameraRecord = z.infer<typeof cameraRecordSchema>;
