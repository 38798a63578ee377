import type { AnnotationKind } from "./annotation-content.ts";
import type { Passage } from "./text-anchor.ts";

/** Annotations as the W3C Web Annotation Data Model spells them (2017), in JSON-LD. */

const MODEL = "http://www.w3.org/ns/anno.jsonld";
/** What the model has no word for: in what quality its author speaks, and whether a thread is settled. */
const OURS = {
  quality: "https://schema.org/jobTitle",
  settlement: "https://schema.org/creativeWorkStatus",
  judged: "https://schema.org/version",
} as const;
const MODERATED = {
  quality: OURS.quality,
  rule: { "@id": "https://schema.org/publishingPrinciples", "@type": "@id" },
} as const;
export const webAnnotationContext = [MODEL, OURS] as const;
export const WEB_ANNOTATION_TYPE =
  'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8';

const motivations: Readonly<Record<AnnotationKind, string>> = {
  opinion: "assessing",
  question: "questioning",
  reservation: "assessing",
  recommendation: "commenting",
  correction: "editing",
  reply: "replying",
};

export type DescribedAnnotation = {
  /** Permanent addresses, absolute. */
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly body: string;
  readonly author: { readonly name: string; readonly quality: string };
  readonly created: string;
  readonly modified: string;
  readonly isResolved: boolean;
  /** Of a reply: what it answers. Otherwise what is annotated, and the copy of it that was judged. */
  readonly target:
    | { readonly answers: string }
    | {
        readonly source: string;
        readonly judged: string;
        /** "release 4", "version 2". */
        readonly state: string;
        readonly passage: Passage | undefined;
      };
};

/** One annotation, without its context. */
function spelled(annotation: DescribedAnnotation) {
  const { id, kind, body, author, created, modified, isResolved, target } = annotation;
  return {
    id,
    type: "Annotation",
    motivation: motivations[kind],
    creator: { type: "Person", name: author.name, quality: author.quality },
    created,
    modified,
    settlement: isResolved ? "resolved" : "open",
    body: [
      { type: "TextualBody", value: body, format: "text/markdown" },
      { type: "TextualBody", value: kind, purpose: "tagging" },
    ],
    target: "answers" in target ? target.answers : specificResource(target, created),
  };
}

type Judged = Extract<DescribedAnnotation["target"], { source: string }>;

/** The thing annotated, in the state in which it was judged; of a text, the passage by its words and by its place. */
function specificResource({ source, judged, state, passage }: Judged, created: string) {
  return {
    type: "SpecificResource",
    source,
    state: { type: "TimeState", sourceDate: created, cached: judged },
    judged: state,
    ...(passage && {
      selector: [
        {
          type: "TextQuoteSelector",
          exact: passage.exact,
          prefix: passage.prefix,
          suffix: passage.suffix,
        },
        { type: "TextPositionSelector", start: passage.start, end: passage.end },
      ],
    }),
  };
}

export function webAnnotation(annotation: DescribedAnnotation) {
  return { "@context": webAnnotationContext, ...spelled(annotation) };
}

export type DescribedTombstone = {
  readonly id: string;
  readonly at: string;
  readonly reason: string;
  /** Of what moderation hides: address of the rule, and in what quality it was applied. */
  readonly moderated?: { readonly rule: string; readonly quality: string } | undefined;
};

/**
 * What stands at the address of an annotation that was withdrawn or hidden: that it was one, since when it is none, and
 * why (Activity Streams 2.0).
 */
export function webTombstone({ id, at, reason, moderated }: DescribedTombstone) {
  const model = "https://www.w3.org/ns/activitystreams";
  return {
    "@context": moderated ? [model, MODERATED] : model,
    id,
    type: "Tombstone",
    formerType: "Annotation",
    deleted: at,
    summary: reason,
    ...moderated,
  };
}

export type Collection = {
  readonly id: string;
  readonly label: string;
  readonly total: number;
  readonly perPage: number;
  /** Address of a page, counted from 1. */
  readonly page: (number: number) => string;
};

function lastPage({ total, perPage }: Collection): number {
  return Math.max(1, Math.ceil(total / perPage));
}

export function webCollection(collection: Collection) {
  const { id, label, total, page } = collection;
  return {
    "@context": webAnnotationContext,
    id,
    type: "AnnotationCollection",
    label,
    total,
    first: page(1),
    last: page(lastPage(collection)),
  };
}

/** Undefined where the collection has no such page. */
export function webPage(
  collection: Collection,
  number: number,
  items: readonly DescribedAnnotation[],
) {
  const { id, label, total, perPage, page } = collection;
  const last = lastPage(collection);
  if (number < 1 || number > last) return undefined;
  return {
    "@context": webAnnotationContext,
    id: page(number),
    type: "AnnotationPage",
    partOf: { id, label, total },
    startIndex: (number - 1) * perPage,
    ...(number > 1 && { prev: page(number - 1) }),
    ...(number < last && { next: page(number + 1) }),
    items: items.map(spelled),
  };
}
