import { z } from "zod";

/**
 * A public contract as its essential data say it. Contracted is not installed: a contract is linked to ledger lines by
 * its reference and never becomes a camera or a cost by itself. Source: code de la commande publique, R2196-1.
 */
export const contractRecordSchema = z
  .object({
    reference: z.string().trim().min(1).max(100),
    title: z.string().trim().min(1).max(1000),
    nature: z.string().trim().min(1).max(100).optional(),
    procedure: z.string().trim().min(1).max(200).optional(),
    cpv: z
      .string()
      .regex(/^\d{8}(-\d)?$/)
      .optional()
      .describe("Common procurement vocabulary, such as 32323500 video-surveillance system"),
    notifiedOn: z.iso.date(),
    durationMonths: z.int().min(1).max(1200).optional(),
    amountCents: z.int().min(0).optional(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    holders: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
    url: z.url({ protocol: /^https?$/ }).optional(),
  })
  .meta({ id: "Contract" });
export type ContractRecord = z.infer<typeof contractRecordSchema>;
