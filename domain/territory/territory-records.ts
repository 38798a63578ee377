import { z } from "zod";

/** GeoJSON geometry of an area, WGS 84, longitude first (RFC 7946). Rings are checked when read. */
export const areaGeometrySchema = z.object({
  type: z.enum(["Polygon", "MultiPolygon"]),
  coordinates: z.array(z.unknown()),
});
export type AreaGeometry = z.infer<typeof areaGeometrySchema>;

export const districtKinds = [
  "quartier",
  "ward",
  "police-district",
  "arrondissement",
  "other",
] as const;

export const districtRecordSchema = z
  .object({
    code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/),
    name: z.string().trim().min(1).max(200),
    kind: z.enum(districtKinds).default("other"),
    geometry: areaGeometrySchema.optional(),
    areaM2: z.number().positive().optional().describe("Area on the sphere, in square metres"),
    box: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .optional()
      .describe("west, south, east, north"),
  })
  .meta({ id: "DistrictRecord" });
export type DistrictRecord = z.infer<typeof districtRecordSchema>;

export const boundaryRecordSchema = z
  .object({
    geometry: areaGeometrySchema,
    areaM2: z.number().positive(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  })
  .meta({ id: "BoundaryRecord" });
export type BoundaryRecord = z.infer<typeof boundaryRecordSchema>;

export const populationCountSchema = z
  .object({
    districtCode: z.string().trim().min(1).max(63).optional(),
    year: z.int().min(1900).max(2100),
    inhabitants: z.int().min(0),
    definition: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe("Which population: municipal population (INSEE), estimate…"),
  })
  .meta({ id: "PopulationCount" });
export type PopulationCount = z.infer<typeof populationCountSchema>;
