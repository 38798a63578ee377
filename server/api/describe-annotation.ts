import type { DescribedAnnotation, DescribedTombstone } from "#domain/annotation/web-annotation.ts";
import {
  annotatedPath,
  annotationPath,
  judgedPath,
  moderationPath,
} from "#formats/addresses/annotated-path.ts";
import type { AnnotationView } from "#persistence/annotation/annotation-view.ts";

/** An annotation that stands, with whole addresses; undefined once it is withdrawn or hidden. */
export function describeAnnotation(
  origin: string,
  city: string,
  annotation: AnnotationView,
): DescribedAnnotation | undefined {
  const { number, kind, author, at, changedAt, settled, answers, target, judged, said } =
    annotation;
  if (!said || !author) return undefined;
  const id = (of: number) => `${origin}${annotationPath(city, of)}`;
  const { release, version } = judged;
  return {
    id: id(number),
    kind,
    body: said.body,
    author,
    created: at.toISOString(),
    modified: changedAt.toISOString(),
    isResolved: settled?.kind === "resolved",
    target:
      answers === null
        ? {
            source: `${origin}${annotatedPath(city, target)}`,
            judged: `${origin}${judgedPath(city, target, judged)}`,
            state: version === null ? `release ${release}` : `version ${version}`,
            passage: said.passage,
          }
        : { answers: id(answers) },
  };
}

/** What stands at the address of one that was withdrawn or hidden. */
export function describeTombstone(
  origin: string,
  city: string,
  { number, hiding, withdrawal }: AnnotationView,
): DescribedTombstone {
  const gone = hiding ?? withdrawal;
  return {
    id: `${origin}${annotationPath(city, number)}`,
    at: gone?.at.toISOString() ?? "",
    reason: gone?.reason ?? "",
    moderated: hiding && {
      rule: `${origin}${moderationPath(city)}#${hiding.rule}`,
      quality: hiding.by,
    },
  };
}
