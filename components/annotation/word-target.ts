import type { AnnotationTarget } from "#domain/annotation/annotation-content.ts";

export type NamedTarget = AnnotationTarget & { name: string | undefined };

type Words = ((key: string, values?: Record<string, string>) => string) & {
  has(key: string): boolean;
};
type Given = { t: unknown; indicators: unknown; measures: (text: string) => string };

/** What is annotated, in words: "camera VT-0003", "the opinion “The market square”". */
export function wordTarget(given: Given): (target: NamedTarget) => string {
  const t = given.t as Words;
  const indicators = given.indicators as Words;
  const { measures } = given;
  return ({ kind, reference, name }) => {
    if (kind === "figure") {
      const key = `${reference}.name`;
      return t(kind, { name: indicators.has(key) ? indicators(key) : reference });
    }
    const named = name === undefined ? reference : name;
    return t(kind, { name: kind === "published-figure" ? measures(named) : named, reference });
  };
}
