import { pathOf } from "./address-of.ts";

type AnnotationTarget = {
  readonly kind: "evaluation" | "figure" | "camera" | "district" | "published-figure" | "document";
  readonly reference: string;
};

/** Page on which something annotated is read, without language. */
export function annotatedPath(city: string, { kind, reference }: AnnotationTarget): string {
  switch (kind) {
    case "evaluation":
      return pathOf(city, "evaluations", reference);
    case "camera":
      return pathOf(city, "cameras", reference);
    case "district":
      return pathOf(city, "districts", reference);
    case "figure":
      return pathOf(city, "indicators", reference);
    case "published-figure":
      return pathOf(city, "published-figures");
    case "document":
      return pathOf(city, "credits");
  }
}

/** The same as it was when it was judged. */
export function judgedPath(
  city: string,
  target: AnnotationTarget,
  { release, version }: { release: number; version: number | null },
): string {
  const state = version === null ? `release=${release}` : `version=${version}`;
  return `${annotatedPath(city, target)}?${state}`;
}

export function annotationPath(city: string, number: number): string {
  return pathOf(city, "annotations", String(number));
}

/** Rules and acts of moderation, for everybody. */
export function moderationPath(city: string): string {
  return pathOf(city, "annotations", "moderation");
}

/** Where those who may write annotate something. */
export function annotatePath(city: string, { kind, reference }: AnnotationTarget): string {
  const query = new URLSearchParams({ on: kind, reference });
  return `${pathOf(city, "committee", "annotations", "new")}?${query}`;
}
