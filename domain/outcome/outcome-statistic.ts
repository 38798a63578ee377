import { z } from "zod";

export const outcomeFunnels = [
  "footage-review",
  "live-monitoring",
  "video-fines",
  "rights",
  "recorded-offences",
  "investigations",
  "availability",
] as const;
/** The states of a count. Zero, withheld and the silences are never collapsed. */
export const outcomeStates = [
  "known",
  "zero",
  "withheld",
  "not-collected",
  "not-broken-down",
  "not-communicated",
  "declared-zero",
] as const;
export const outcomeAreaKinds = ["city", "district", "camera-area", "camera"] as const;

/** What a count counts, in its producer's own words: two series divide only when this and the scope agree. */
export const outcomeDefinitionSchema = z.object({
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  funnel: z.enum(outcomeFunnels),
  stage: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .describe(
      "recorded, covered, requested, available, extracted, usable, contributed, cleared, arrested; detected, verified, reported, dispatched, attended, resolved; issued, contested, cancelled; opened, cleared, arrests…",
    ),
  unit: z.string().trim().min(1).max(80),
  wording: z.string().trim().min(1).max(1000),
});
export type OutcomeDefinition = z.infer<typeof outcomeDefinitionSchema>;

/** An aggregate. No person, address, item number or time of day can be expressed here, by construction. */
export const outcomeStatisticSchema = z
  .object({
    definition: outcomeDefinitionSchema,
    scope: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("What is covered: streets only, all sites, the video-fine zone…"),
    areaKind: z.enum(outcomeAreaKinds).default("city"),
    areaCode: z.string().trim().min(1).max(100).optional(),
    periodFrom: z.iso.date(),
    periodTo: z.iso.date(),
    category: z.string().trim().min(1).max(200).optional(),
    result: z.string().trim().min(1).max(100).optional(),
    state: z.enum(outcomeStates).default("known"),
    value: z.int().min(0).optional(),
  })
  .refine((statistic) => (statistic.state === "known") === (statistic.value !== undefined), {
    error: "a value is there exactly when the state is known",
    path: ["value"],
  })
  .refine((statistic) => (statistic.areaKind === "city") === (statistic.areaCode === undefined), {
    error: "an area below the city is named",
    path: ["areaCode"],
  })
  .refine((statistic) => statistic.periodFrom <= statistic.periodTo, {
    error: "the period ends before it starts",
    path: ["periodTo"],
  })
  .meta({ id: "OutcomeStatistic" });
export type OutcomeStatistic = z.infer<typeof outcomeStatisticSchema>;
