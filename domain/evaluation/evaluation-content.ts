import { z } from "zod";
import { honestText, neededText } from "#domain/text/honest-text.ts";
import { checklistAnswers, checklistCodes } from "./statutory-checklist.ts";

/** What an evaluation is about. The system has no reference; everything else is named by its own. */
export const evaluationObjectKinds = [
  "system",
  "district",
  "camera",
  "perimeter",
  "contract",
  "indicator",
  "effect-study",
] as const;

/** A level of the three ratings; "cannot-judge" is one of them, and has its reasons like the others. */
export const ratingLevels = ["good", "fair", "poor", "cannot-judge"] as const;
export const ratedAspects = ["usefulness", "proportionality", "cost"] as const;
export type RatedAspect = (typeof ratedAspects)[number];

export const opinions = [
  "favourable",
  "favourable-with-reservations",
  "unfavourable",
  "unable-to-conclude",
] as const;
export type Opinion = (typeof opinions)[number];

const line = honestText;
const needed = neededText;

/**
 * A figure as it was said when the committee wrote: its words, value, interval, definition and release. It is never
 * read again from the registry, so that a later release cannot change what an opinion leaned on.
 */
export const citedFigureSchema = z.object({
  /** How the body refers to it: `{{figure:requests-2024}}`. */
  key: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(80),
  /** Address of the page that shows it, without city: `indicators/requests-per-camera-year`. */
  page: needed(300),
  label: needed(300),
  /** In words, with its unit and as shown: "65,7 %". */
  value: needed(120),
  interval: line(120).optional(),
  period: line(80).optional(),
  definition: line(1000).optional(),
  release: z.int().min(1),
});

const recommendationSchema = z.object({
  /** Stays when the evaluation is revised: what the city answers is answered to it. */
  key: z.string().regex(/^r[1-9]\d?$/),
  text: needed(2000),
  /** Who has to act: a service or a function, never a person. */
  owner: needed(200),
  dueOn: z.iso.date(),
});

/** What an evaluation says: the same schema for the form, the record and the page. A draft may leave most of it empty. */
export const evaluationContentSchema = z
  .object({
    title: needed(200),
    object: z.object({
      kind: z.enum(evaluationObjectKinds),
      reference: line(200).optional(),
    }),
    /** The objective fixed in advance, where there is one, and the day on which it was fixed. */
    objective: z
      .object({
        text: needed(2000),
        fixedOn: z.iso.date().optional(),
        indicator: line(200).optional(),
      })
      .optional(),
    checklist: z
      .array(
        z.object({
          item: z.enum(checklistCodes),
          answer: z.enum(checklistAnswers),
          note: line(2000).optional(),
        }),
      )
      .max(checklistCodes.length)
      .refine((answers) => new Set(answers.map(({ item }) => item)).size === answers.length, {
        error: "an item of the checklist is answered once",
      })
      .default([]),
    figures: z.array(citedFigureSchema).max(100).default([]),
    /** Markdown. */
    body: line(200_000).default(""),
    ratings: z
      .partialRecord(
        z.enum(ratedAspects),
        z.object({ level: z.enum(ratingLevels), reasons: line(4000) }),
      )
      .default({}),
    opinion: z.enum(opinions).optional(),
    recommendations: z.array(recommendationSchema).max(50).default([]),
  })
  .refine(({ object }) => (object.kind === "system") === (object.reference === undefined), {
    error: "everything but the system as a whole is named by its reference",
    path: ["object", "reference"],
  })
  .refine(({ figures }) => new Set(figures.map(({ key }) => key)).size === figures.length, {
    error: "each figure has a key of its own",
    path: ["figures"],
  })
  .refine(
    ({ recommendations }) =>
      new Set(recommendations.map(({ key }) => key)).size === recommendations.length,
    { error: "each recommendation has a key of its own", path: ["recommendations"] },
  )
  .meta({ id: "EvaluationContent" });
export type EvaluationContent = z.infer<typeof evaluationContentSchema>;

/** What a draft still lacks before it can be voted on. */
export type Gap =
  | { kind: "opinion" | "body" }
  | { kind: "rating" | "rating-reasons"; aspect: RatedAspect }
  | { kind: "unknown-figure"; key: string };

/**
 * The gaps that keep a draft from being submitted: no opinion, no text, a rating that is not given or has no reasons, a
 * figure that the text refers to and that is not cited. An unanswered item of the checklist is no gap: it is shown as such.
 */
export function gapsOf(content: EvaluationContent): Gap[] {
  const gaps: Gap[] = [];
  if (content.opinion === undefined) gaps.push({ kind: "opinion" });
  if (content.body === "") gaps.push({ kind: "body" });
  for (const aspect of ratedAspects) {
    const rating = content.ratings[aspect];
    if (rating === undefined) gaps.push({ kind: "rating", aspect });
    else if (rating.reasons === "") gaps.push({ kind: "rating-reasons", aspect });
  }
  const cited = new Set(content.figures.map(({ key }) => key));
  for (const key of figuresReferredTo(content.body)) {
    if (!cited.has(key)) gaps.push({ kind: "unknown-figure", key });
  }
  return gaps;
}

/** Keys of the figures that a body embeds, each once, in order. */
export function figuresReferredTo(body: string): string[] {
  return [
    ...new Set([...body.matchAll(/\{\{figure:([a-z0-9-]+)\}\}/g)].map(([, key = ""]) => key)),
  ];
}
