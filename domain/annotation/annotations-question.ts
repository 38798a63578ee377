import {
  type AnnotatedKind,
  type AnnotationKind,
  annotatedKinds,
  annotationKinds,
} from "./annotation-content.ts";

/** Which annotations an address asks for: by type, by what they are about, and a page of them. */
export type AnnotationsQuestion = {
  kind?: AnnotationKind | undefined;
  on?: AnnotatedKind | undefined;
  reference?: string | undefined;
  page: number;
};

const PAGE = /^[1-9]\d{0,5}$/;

/** What is not understood is not asked. A reference alone names nothing. */
export function parseAnnotationsQuestion(query: URLSearchParams): AnnotationsQuestion {
  const kind = annotationKinds.find((known) => known === query.get("type"));
  const on = annotatedKinds.find((known) => known === query.get("on"));
  const reference = (on && query.get("reference")?.slice(0, 200)) || undefined;
  const page = query.get("page") ?? "";
  return { kind, on, reference, page: PAGE.test(page) ? Number(page) : 1 };
}

/** The same question in one spelling. */
export function formatAnnotationsQuestion(question: AnnotationsQuestion): URLSearchParams {
  const { kind, on, reference, page } = question;
  const query = new URLSearchParams();
  if (kind) query.set("type", kind);
  if (on) query.set("on", on);
  if (reference) query.set("reference", reference);
  if (page > 1) query.set("page", String(page));
  return query;
}
