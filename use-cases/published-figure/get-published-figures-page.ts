import {
  type Contradiction,
  contradictions,
  type PublishedYearlyCost,
  publishedYearlyCosts,
} from "#domain/indicator/published-yearly-cost.ts";
import {
  type AttemptedSeries,
  requestsPerPublishedCamera,
} from "#domain/indicator/requests-per-published-camera.ts";
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import {
  listPublishedFigures,
  type PublishedFigureRow,
} from "#persistence/published-figure-queries.ts";
import { type Correction, listCorrections } from "#persistence/release/list-corrections.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type PublishedFiguresPage = {
  city: City;
  figures: PublishedFigureRow[];
  requestsPerCamera: AttemptedSeries<PublishedFigureRow>;
  yearlyCosts: PublishedYearlyCost<PublishedFigureRow>[];
  contradictions: Contradiction<PublishedFigureRow>[];
  /** Figures that said something else before, or are withdrawn. */
  corrections: Correction[];
  sources: SourceRow[];
};

/** What has been said of a city's cameras, what may be computed from it, and what may not. */
export function getPublishedFiguresPage(
  slug: string,
  asked?: number,
): Promise<PublishedFiguresPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const figures = await listPublishedFigures(sql, city.id, releaseOf(city));
    return {
      city,
      figures,
      requestsPerCamera: requestsPerPublishedCamera(figures),
      yearlyCosts: publishedYearlyCosts(figures),
      contradictions: contradictions(figures),
      corrections: await listCorrections(sql, city.id, "published-figure", {
        from: 1,
        to: city.release,
      }),
      sources: await findSources(sql, [...new Set(figures.map(({ sourceId }) => sourceId))]),
    };
  });
}
