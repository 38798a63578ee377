import { z } from "zod";

/** A number that an institution, a court, a researcher or the press has published, as they published it. */
export const publishedFigureSchema = z
  .object({
    reference: z.string().trim().min(1).max(200),
    measure: z.string().trim().min(1).max(200),
    place: z.string().trim().min(1).max(200).optional(),
    value: z.number(),
    unit: z.string().trim().min(1).max(100),
    qualifier: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .optional()
      .describe("about, more than, only, announced…"),
    periodText: z.string().trim().min(1).max(50).optional(),
    periodFrom: z.iso.date().optional(),
    periodTo: z.iso.date().optional(),
    scope: z.string().trim().min(1).max(300).optional(),
    definition: z.string().trim().min(1).max(1000).optional(),
    sourceTitle: z.string().trim().min(1).max(500),
    sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
    sourceKind: z.string().trim().min(1).max(100).optional(),
    verification: z.enum(["read", "secondary", "declared", "generated"]).default("declared"),
  })
  .meta({ id: "PublishedFigure" });
export type PublishedFigure = z.infer<typeof publishedFigureSchema>;
