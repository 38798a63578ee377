import { toJsonRow } from "#domain/dataset/api/row-schema.ts";
import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { indicatorsDataset } from "#domain/dataset/declared/indicators.ts";
import { describeIndicator } from "#use-cases/open-data/describe-indicator.ts";
import { type ApiAnswer, type ApiRequest, aboutCity, problem } from "./answer.ts";

/** `GET /api/v1/cities/{city}/indicators/{indicator}`: what the page of an indicator tells, for machines. */
export async function answerIndicator({ names, values, origin }: ApiRequest): Promise<ApiAnswer> {
  const { city: slug = "", indicator: id = "" } = names;
  const found = await describeIndicator(slug, values.release as number | undefined, id);
  if (found.kind !== "found") return problem(found.kind);
  const { city, indicator, texts, rows, inputs } = found;
  const { family, method, reading, methodology } = indicator;
  const of = (kinds: readonly string[]) =>
    rows.filter(({ area_kind }) => kinds.includes(String(area_kind))).map(say);
  const latest = rows.find((row) => row.latest === true);
  return {
    kind: "answer",
    body: {
      ...aboutCity(city),
      dictionary: `${origin}/data/dictionary#${indicatorsDataset.id}`,
      sources: `${origin}/api/v1/cities/${encodeURIComponent(slug)}/sources`,
      indicator: id,
      family,
      ...texts,
      method,
      reading,
      page: `${origin}/${slug}/indicators/${id}`,
      methodology: `${origin}/methodology#${methodology}`,
      latest: latest ? say(latest) : null,
      history: of(["city", "districts"]),
      districts: of(["district"]),
      inputs: inputs.map(({ known, ...input }) => ({ ...input, known: known ?? null })),
    },
  };
}

const say = (row: DatasetRow) => toJsonRow(indicatorsDataset, row);
