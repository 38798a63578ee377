import { z } from "zod";
import { neededText } from "#domain/text/honest-text.ts";

/** What an annotation is, as its author says it. */
export const annotationKinds = [
  "opinion",
  "question",
  "reservation",
  "recommendation",
  "correction",
  "reply",
] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** What can be annotated. An evaluation as a whole, or a passage of its text; the others as a whole. */
export const annotatedKinds = [
  "evaluation",
  "figure",
  "camera",
  "district",
  "published-figure",
  "document",
] as const;
export type AnnotatedKind = (typeof annotatedKinds)[number];

export type AnnotationTarget = { readonly kind: AnnotatedKind; readonly reference: string };

/** Opinions, reservations and recommendations are the committee's; the city asks, corrects and replies. */
export const kindsOfTheCity: readonly AnnotationKind[] = ["question", "correction", "reply"];

export const LONGEST_ANNOTATION = 10_000;
export const LONGEST_PASSAGE = 1_000;

/** Markdown, shown with nothing that could act. */
export const annotationBodySchema = neededText(LONGEST_ANNOTATION);
/** Why an annotation is revised, settled, opened again or withdrawn: public. */
export const annotationReasonSchema = neededText(2_000);

const quoted = (longest: number) => z.string().max(longest * 2);

/** An annotation as it is sent: the words and what they are about. A reply names what it answers, and nothing else. */
export const newAnnotationSchema = z
  .object({
    kind: z.enum(annotationKinds),
    body: annotationBodySchema,
    on: z.enum(annotatedKinds).optional(),
    reference: z.string().trim().min(1).max(200).optional(),
    /** The words of the passage, and what stands before and after where they are written more than once. */
    quote: quoted(LONGEST_PASSAGE).optional(),
    prefix: quoted(200).optional(),
    suffix: quoted(200).optional(),
    /** Number of the annotation that is answered. */
    answers: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  })
  .refine(({ kind, answers }) => (kind === "reply") === (answers !== undefined), {
    error: "a reply answers an annotation, and nothing else does",
    path: ["kind"],
  })
  .refine(
    ({ answers, on, reference }) =>
      answers !== undefined || (on !== undefined && reference !== undefined),
    { error: "an annotation is about something", path: ["on"] },
  );
export type NewAnnotation = z.infer<typeof newAnnotationSchema>;

/** What of its object an annotation judged, in values that are compared with those of today. */
export type JudgedFacts = Readonly<Record<string, string>>;

/** The facts that are no longer what was judged: each with what it was and what it is now. */
export function changedFacts(
  judged: JudgedFacts,
  now: JudgedFacts,
): { name: string; judged: string | undefined; now: string | undefined }[] {
  const names = [...new Set([...Object.keys(judged), ...Object.keys(now)])];
  return names
    .filter((name) => judged[name] !== now[name])
    .map((name) => ({ name, judged: judged[name], now: now[name] }));
}
