import { z } from "zod";
import { readCoIntervention } from "./co-intervention.ts";
import { readHarmWeight } from "./harm-weight.ts";

const day = z.iso.date();
const district = z.string().trim().min(1).max(100);
const percentage = z.number().gt(-100).max(10_000);
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
    /** The log, a line each: see readCoIntervention. */
    otherMeasures: z
      .array(
        z
          .string()
          .trim()
          .max(500)
          .refine((line) => readCoIntervention(line) !== undefined, {
            error: "a measure reads: lighting 2019-03-01/2019-09-30 [district]: what was done",
          }),
      )
      .min(1)
      .max(100)
      .optional(),
    /** "category=harm of one event": see readHarmWeight. */
    harmWeights: z
      .array(
        z
          .string()
          .trim()
          .max(300)
          .refine((text) => readHarmWeight(text) !== undefined, {
            error: "a weight reads: category=points",
          }),
      )
      .min(1)
      .max(50)
      .optional(),
    /** The published index that the weights are of. */
    harmSource: z.string().trim().min(1).max(500).optional(),
    /** Changes in per cent, of a study that was published as such: treated and control areas. */
    publishedTreatedChange: percentage.optional(),
    publishedControlChange: percentage.optional(),
  })
  .refine(
    ({ otherMeasures, coInterventions }) =>
      otherMeasures === undefined || coInterventions === "some",
    { error: "measures are logged, so some were taken", path: ["coInterventions"] },
  )
  .refine(
    ({ harmWeights, harmSource }) => (harmWeights === undefined) === (harmSource === undefined),
    {
      error: "weights of harm need the index they are of, and the index its weights",
      path: ["harmSource"],
    },
  )
  .refine(
    ({ publishedTreatedChange: treated, publishedControlChange: control }) =>
      (treated === undefined) === (control === undefined),
    {
      error: "a change in the treated areas needs that in the controls",
      path: ["publishedControlChange"],
    },
  )
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
