import type { Box, PagedDataset } from "#persistence/open-data/dataset-rows.ts";
import { findRows } from "#use-cases/open-data/find-rows.ts";
import { type ApiAnswer, type ApiRequest, problem } from "./answer.ts";
import { listAnswer } from "./list-answer.ts";
import { isFailure, pageAsked } from "./page-asked.ts";

/** `GET /api/v1/cities/{city}/{dataset}`: rows as of a release, kept by the values of columns. */
export async function answerDataset(
  request: ApiRequest,
  dataset: PagedDataset,
): Promise<ApiAnswer> {
  const asked = pageAsked(request);
  if (isFailure(asked)) return asked;
  const { release, after, limit } = asked;
  const { city = "" } = request.names;
  const filters: Record<string, readonly string[]> = {};
  for (const { name, isFilter } of dataset.columns) {
    const values = request.values[name] as readonly string[] | undefined;
    if (isFilter && values !== undefined) filters[name] = values;
  }
  const box = request.values.bbox as Box | undefined;
  // A page after the first stays with what the first showed: acts of today when no release was named.
  const untilNow = dataset.goesOnBetweenReleases === true && request.values.release === undefined;
  const found = await findRows(city, release, dataset, { filters, box, after, limit, untilNow });
  return found.kind === "found" ? listAnswer(request, dataset, found) : problem(found.kind);
}
