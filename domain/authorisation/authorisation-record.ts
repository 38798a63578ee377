import { z } from "zod";

export const authorisationKinds = [
  "initial",
  "renewal",
  "modification",
  "provisional",
  "unknown",
] as const;

/** A prefect's order (arrêté d'autorisation, CSI L252-1) as its source gives it. */
export const authorisationRecordSchema = z
  .object({
    orderNumber: z.string().trim().min(1).max(100),
    kind: z.enum(authorisationKinds).default("unknown"),
    grantedOn: z.iso.date(),
    termYears: z.int().min(1).max(50).optional(),
    expiresOn: z.iso
      .date()
      .optional()
      .describe("Computed from the term when the source gives only the term"),
    perimeterName: z.string().trim().min(1).max(300).optional(),
    perimeter: z.unknown().optional().describe("GeoJSON Polygon or MultiPolygon, WGS 84"),
    authority: z.string().trim().min(1).max(200).optional(),
    holder: z.string().trim().min(1).max(200).optional(),
    gazetteAct: z.string().trim().min(1).max(100).optional(),
    gazette: z.string().trim().min(1).max(200).optional(),
    gazetteOn: z.iso.date().optional(),
    gazetteUrl: z.url({ protocol: /^https?$/ }).optional(),
    camerasAuthorised: z.int().min(0).optional(),
    retentionDays: z.int().min(0).max(3650).optional(),
    purposes: z.array(z.string()).optional(),
    note: z.string().trim().min(1).max(2000).optional(),
  })
  .refine((record) => record.expiresOn === undefined || record.expiresOn > record.grantedOn, {
    error: "expires before it is granted",
    path: ["expiresOn"],
  })
  .meta({ id: "AuthorisationRecord" });
export type AuthorisationRecord = z.infer<typeof authorisationRecordSchema>;
