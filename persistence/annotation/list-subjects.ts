import type { AnnotationTarget } from "#domain/annotation/annotation-content.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { listPublicSources } from "#persistence/annotation/find-public-source.ts";
import { type City, listDistricts, releaseOf } from "#persistence/city-queries.ts";
import type { ReadSql } from "#persistence/database.ts";
import { listEvaluations, publishedVersions } from "#persistence/evaluation/evaluation-queries.ts";
import { listPublishedFigures } from "#persistence/published-figure-queries.ts";

/** What can be annotated in a city, but its cameras. */
export async function listSubjects(
  sql: ReadSql,
  city: City,
): Promise<(AnnotationTarget & { name: string | undefined })[]> {
  const release = releaseOf(city);
  const evaluations = (await listEvaluations(sql, city.id)).flatMap((row) => {
    const version = publishedVersions(row).at(-1);
    return version
      ? [{ kind: "evaluation" as const, reference: row.slug, name: version.content.title }]
      : [];
  });
  const districts = await listDistricts(sql, city.id, release);
  const figures = await listPublishedFigures(sql, city.id, release);
  const documents = await listPublicSources(sql, city.id, release);
  return [
    ...evaluations,
    ...indicators.map(({ id }) => ({ kind: "figure" as const, reference: id, name: undefined })),
    ...districts.map(({ code, name }) => ({ kind: "district" as const, reference: code, name })),
    ...figures.map(({ reference, measure }) => ({
      kind: "published-figure" as const,
      reference,
      name: measure,
    })),
    ...documents.map(({ key, title }) => ({
      kind: "document" as const,
      reference: key,
      name: title,
    })),
  ];
}
