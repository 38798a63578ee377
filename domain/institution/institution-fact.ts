import { z } from "zod";
import { partialDateSchema } from "#domain/period/partial-date-schema.ts";

export const institutionFactKinds = [
  "committee",
  "procedure",
  "purposes",
  "history",
  "control",
] as const;

/** A dated fact about who decides, controls or is answerable: a committee created, a procedure stated. */
export const institutionFactSchema = z
  .object({
    reference: z.string().trim().min(1).max(200),
    kind: z.enum(institutionFactKinds),
    happenedOn: partialDateSchema,
    statementFr: z.string().trim().min(1).max(2000),
    statementEn: z.string().trim().min(1).max(2000),
    sourceTitle: z.string().trim().min(1).max(500),
    sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
    verification: z.enum(["read", "secondary", "declared", "generated"]).default("declared"),
  })
  .meta({ id: "InstitutionFact" });
export type InstitutionFact = z.infer<typeof institutionFactSchema>;
