import { z } from "zod";

const day = z.iso.date();
const district = z.string().trim().min(1).max(100);
const areas = z.array(district).max(200);

/**
 * A before-and-after study as it is declared, before its counts are looked at: areas, periods, what is counted, what
 * else happened there. Areas are districts of the registry; the ring catches what may have moved.
 */
export const effectStudySchema = z
  .object({
    reference: z.string().trim().min(1).max(100),
    titleFr: z.string().trim().min(1).max(300),
    titleEn: z.string().trim().min(1).max(300),
    objective: z.string().trim().min(1).max(1000).optional(),
    definitionCode: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    category: z.string().trim().min(1).max(200).optional(),
    treated: areas.min(1),
    control: areas.default([]),
    ring: areas.default([]),
    /** The ring of the control areas: without it, what happened in the ring has nothing to be held against. */
    controlRing: areas.default([]),
    beforeFrom: day,
    beforeTo: day,
    afterFrom: day,
    afterTo: day,
    startedOn: day.optional(),
    startKind: z.enum(["declared-service", "contract", "unknown"]).default("unknown"),
    controlsComparable: z.enum(["yes", "no", "unknown"]).default("unknown"),
    chosenAfterPeak: z.enum(["yes", "no", "unknown"]).default("unknown"),
    coInterventions: z.enum(["not-logged", "none", "some"]).default("not-logged"),
    note: z.string().trim().min(1).max(2000).optional(),
  })
  .refine(({ beforeFrom, beforeTo }) => beforeFrom <= beforeTo, {
    error: "the period before ends before it starts",
    path: ["beforeTo"],
  })
  .refine(({ beforeTo, afterFrom }) => beforeTo < afterFrom, {
    error: "the period after begins once the period before has ended",
    path: ["afterFrom"],
  })
  .refine(({ afterFrom, afterTo }) => afterFrom <= afterTo, {
    error: "the period after ends before it starts",
    path: ["afterTo"],
  })
  .refine(
    ({ treated, control, ring, controlRing }) => {
      const all = [...treated, ...control, ...ring, ...controlRing];
      return new Set(all).size === all.length;
    },
    { error: "a district is in one area only", path: ["control"] },
  )
  .meta({ id: "EffectStudy" });
export type EffectStudy = z.infer<typeof effectStudySchema>;
