import type { AnnotationTarget } from "#domain/annotation/annotation-content.ts";
import type { AnnotationsQuestion } from "#domain/annotation/annotations-question.ts";
import { evaluationText } from "#formats/markdown/evaluation-html.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import {
  type AnnotationFilter,
  countAnnotations,
  findThread,
  listAnnotations,
} from "#persistence/annotation/annotation-queries.ts";
import { type AnnotationView, viewAnnotations } from "#persistence/annotation/annotation-view.ts";
import { SubjectReader } from "#persistence/annotation/read-subject.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";

export const ANNOTATIONS_PER_PAGE = 20;

export type AnnotationsAsked = AnnotationsQuestion & {
  /** Withdrawn ones are left out of what machines read. */
  standing?: boolean | undefined;
};

export type AnnotationsPage = { city: City; total: number; annotations: AnnotationView[] };

/** Annotations of a city, the latest first; undefined when there is no such city. */
export function getAnnotationsPage(
  slug: string,
  { page, ...filter }: AnnotationsAsked,
  now: Date,
): Promise<AnnotationsPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    if (!city) return undefined;
    const total = await countAnnotations(sql, city.id, filter);
    const rows = await listAnnotations(sql, city.id, filter, {
      limit: ANNOTATIONS_PER_PAGE,
      offset: (page - 1) * ANNOTATIONS_PER_PAGE,
    });
    const subjects = new SubjectReader(sql, city, dayIn(city.timezone, now));
    return {
      city,
      total,
      annotations: await viewAnnotations(rows, city, subjects, evaluationText),
    };
  });
}

export type AnnotationPage = { city: City; annotation: AnnotationView; thread: AnnotationView[] };

/** One annotation with the thread that it stands in; undefined when there never was one of that number. */
export function getAnnotationPage(
  slug: string,
  number: number,
  now: Date,
): Promise<AnnotationPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    if (!city) return undefined;
    const rows = await findThread(sql, city.id, number);
    const subjects = new SubjectReader(sql, city, dayIn(city.timezone, now));
    const thread = await viewAnnotations(rows, city, subjects, evaluationText);
    const annotation = thread.find((one) => one.number === number);
    return annotation && { city, annotation, thread };
  });
}

/** Every thread on one thing, or on all things of a kind, the oldest first. */
export function getAnnotationsOn(
  slug: string,
  { kind, reference }: Pick<AnnotationTarget, "kind"> & { reference?: string },
  now: Date,
): Promise<AnnotationView[]> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    if (!city) return [];
    const filter: AnnotationFilter = { on: kind, reference };
    const rows = (await listAnnotations(sql, city.id, filter)).reverse();
    const subjects = new SubjectReader(sql, city, dayIn(city.timezone, now));
    return viewAnnotations(rows, city, subjects, evaluationText);
  });
}
