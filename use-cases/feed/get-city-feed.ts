import { evaluationText } from "#formats/markdown/evaluation-html.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { listAnnotations } from "#persistence/annotation/annotation-queries.ts";
import { type AnnotationView, viewAnnotations } from "#persistence/annotation/annotation-view.ts";
import { SubjectReader } from "#persistence/annotation/read-subject.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import {
  type EvaluationRow,
  listEvaluations,
  listReplies,
  publishedVersions,
} from "#persistence/evaluation/evaluation-queries.ts";
import { listReleases } from "#persistence/release-queries.ts";

/** A public act of a city, as its feed tells it. */
export type CityAct = { at: Date } & (
  | { kind: "evaluation" | "evaluation-withdrawn"; slug: string; title: string; number: number }
  | { kind: "reply"; slug: string; title: string; name: string; body: string; number: number }
  | { kind: "release"; number: number; note: string }
  | { kind: "annotation"; annotation: AnnotationView }
);

export type CityFeed = { city: City; acts: CityAct[] };

const MOST_ACTS = 50;

/** The latest opinions, withdrawals, replies, annotations and releases of a city, the latest first. */
export function getCityFeed(slug: string, now: Date): Promise<CityFeed | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    if (!city) return undefined;
    const acts: CityAct[] = [];
    for (const row of await listEvaluations(sql, city.id)) acts.push(...(await actsOf(sql, row)));
    for (const { number, publishedAt, note } of await listReleases(sql, city.id, MOST_ACTS)) {
      acts.push({ kind: "release", at: publishedAt, number, note });
    }
    const rows = await listAnnotations(sql, city.id, {}, { limit: MOST_ACTS, offset: 0 });
    const subjects = new SubjectReader(sql, city, dayIn(city.timezone, now));
    for (const annotation of await viewAnnotations(rows, city, subjects, evaluationText)) {
      acts.push({ kind: "annotation", at: annotation.changedAt, annotation });
    }
    acts.sort((a, b) => b.at.getTime() - a.at.getTime());
    return { city, acts: acts.slice(0, MOST_ACTS) };
  });
}

/** Versions, withdrawal and replies of an evaluation; nothing while nothing of it is public. */
async function actsOf(sql: ReadSql, row: EvaluationRow): Promise<CityAct[]> {
  const { slug, withdrawal } = row;
  const published = publishedVersions(row);
  const last = published.at(-1);
  if (!last) return [];
  const { title } = last.content;
  const acts = published.flatMap(({ number, publishedAt: at, content }): CityAct[] =>
    at ? [{ kind: "evaluation", at, slug, title: content.title, number }] : [],
  );
  for (const { at, name, body, versionNumber: number } of await listReplies(sql, row.id)) {
    acts.push({ kind: "reply", at, slug, title, name, body, number });
  }
  if (withdrawal) {
    acts.push({
      kind: "evaluation-withdrawn",
      at: withdrawal.at,
      slug,
      title,
      number: last.number,
    });
  }
  return acts;
}
