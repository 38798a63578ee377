import { z } from "zod";
import { partialDateSchema } from "#domain/period/partial-date-schema.ts";
import { allocationKeys } from "./allocation-key.ts";

export const costKinds = ["capital", "operating", "grant", "receipt"] as const;
export const costFamilies = [
  "studies",
  "civil-works",
  "camera-and-installation",
  "network",
  "energy",
  "storage-and-software",
  "control-room",
  "staff",
  "training",
  "maintenance",
  "vandalism",
  "insurance",
  "telecom",
  "renewal",
  "signs",
  "audit-and-evaluation",
  "removal",
  "services",
  "grant",
  "other",
] as const;
/** Why an amount is there or not. The last three are different silences. */
export const costStatuses = [
  "known",
  "estimated",
  "declared-zero",
  "not-broken-down",
  "not-communicated",
] as const;
export const costBases = ["actual", "committed", "planned", "estimated"] as const;
export const costTargets = ["camera", "district", "control-room", "network", "system"] as const;

/** One line of the ledger. Amounts in integer cents; a credit note is negative. */
export const costLineSchema = z
  .object({
    reference: z.string().trim().min(1).max(200),
    label: z.string().trim().min(1).max(500),
    kind: z.enum(costKinds),
    family: z.enum(costFamilies),
    account: z
      .string()
      .trim()
      .min(1)
      .max(50)
      .optional()
      .describe("Account of the public chart (M57), as data"),
    periodFrom: z.iso.date(),
    periodTo: z.iso.date(),
    status: z.enum(costStatuses).default("known"),
    basis: z.enum(costBases).default("actual"),
    amountCents: z.int().optional(),
    vatCents: z.int().optional(),
    vatIncluded: z.boolean().default(false),
    currency: z.string().regex(/^[A-Z]{3}$/),
    targetKind: z.enum(costTargets).default("system"),
    targetReferences: z.array(z.string().trim().min(1).max(100)).max(10_000).default([]),
    commissionedOn: partialDateSchema.optional(),
    usefulLifeYears: z.int().min(1).max(50).optional(),
    payee: z.string().trim().min(1).max(300).optional(),
    contractReference: z.string().trim().min(1).max(100).optional(),
    funder: z.string().trim().min(1).max(200).optional(),
    functionCode: z
      .string()
      .trim()
      .min(1)
      .max(50)
      .optional()
      .describe("Function of the public chart's functional nomenclature, as data"),
    payeeSiret: z
      .string()
      .regex(/^\d{14}$/)
      .optional()
      .describe("Number of the payee's establishment (SIRET), fourteen digits"),
    allocationKey: z
      .enum(allocationKeys)
      .optional()
      .describe("Key by which the ledger itself says that the line is shared"),
    operation: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe("Project that the line pays for, or helps to pay for"),
    grantScheme: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .describe("Scheme of a grant: FIPD, DETR, DSIL…"),
    grantNotifiedCents: z
      .int()
      .nonnegative()
      .optional()
      .describe("Amount notified; the amount of the line is what was paid"),
    grantEligibleCents: z
      .int()
      .nonnegative()
      .optional()
      .describe("Spending that the scheme takes into account, excluding VAT"),
    grantCameras: z
      .int()
      .min(1)
      .max(100_000)
      .optional()
      .describe("Cameras that the grant pays for"),
    rule: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe("Which classification rule caught this line"),
    document: z.string().trim().min(1).max(500).optional(),
  })
  .refine(
    (line) => ["known", "estimated"].includes(line.status) === (line.amountCents !== undefined),
    {
      error: "an amount is there exactly when the status is known or estimated",
      path: ["amountCents"],
    },
  )
  .refine((line) => line.periodFrom <= line.periodTo, {
    error: "the period ends before it starts",
    path: ["periodTo"],
  })
  .refine((line) => line.targetKind !== "camera" || line.targetReferences.length > 0, {
    error: "a line on cameras names them",
    path: ["targetReferences"],
  })
  .meta({ id: "CostLine" });
export type CostLine = z.infer<typeof costLineSchema>;
