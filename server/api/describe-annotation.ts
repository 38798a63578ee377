import type { DescribedAnnotation } from "#domain/annotation/web-annotation.ts";
import { annotatedPath, annotationPath, judgedPath } from "#formats/addresses/annotated-path.ts";
import type { AnnotationView } from "#persistence/annotation/annotation-view.ts";

/** An annotation that stands, with whole addresses; undefined once it is withdrawn. */
export function describeAnnotation(
  origin: string,
  city: string,
  annotation: AnnotationView,
): DescribedAnnotation | undefined {
  const { number, kind, author, at, changedAt, settled, answers, target, judged, said } =
    annotation;
  if (!said) return undefined;
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
