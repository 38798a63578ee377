import { z } from "zod";
import type { Dataset, Words } from "../dataset.ts";
import {
  type ApiForm,
  boxParameter,
  cursorParameter,
  fieldsParameter,
  filterParameters,
  formatParameter,
  limitParameter,
  releaseParameter,
} from "./common-parameters.ts";
import type { ApiParameter } from "./parameter.ts";
import { featureSchema, rowSchema } from "./row-schema.ts";

/** One address of the API: what it takes and what it answers with, in each form. The first form is the usual one. */
export type ApiResource = {
  /** The operation's name in the OpenAPI document; the server answers by it. */
  readonly id: string;
  /** Below `/api/v1`; `{city}` and other names stand for one part each. */
  readonly path: string;
  readonly summary: Words;
  readonly description: Words;
  readonly parameters: readonly ApiParameter[];
  readonly forms: readonly ApiForm[];
  readonly answers: Readonly<Partial<Record<ApiForm, z.ZodType>>>;
  /** The dataset that it lists, where it does. */
  readonly dataset?: Dataset;
};

const link = z.object({ rel: z.string(), href: z.string(), type: z.string().optional() });

/** What surrounds every answer about a city: which release it shows, and where words and sources are explained. */
const about = {
  city: z.string().describe("The city, as in its addresses."),
  release: z.int().describe("The release that the answer was read from; 0 before the first."),
  published_at: z.iso.datetime().nullable().describe("When that release was published (UTC)."),
};
const counted = {
  matched: z.int().describe("Rows that pass the filters."),
  returned: z.int().describe("Rows of this page."),
  next: z.string().nullable().describe("Address of the next page; null on the last."),
};
const explained = {
  dataset: z.string(),
  dictionary: z.string().describe("Where every column is explained."),
  sources: z.string().describe("Where the keys of the column source lead."),
};
const linkedData = { "@context": z.string(), "@id": z.string(), "@type": z.string() };

const cameraCounts = {
  facets: z
    .record(z.string(), z.array(z.object({ value: z.string(), cameras: z.int() })))
    .optional()
    .describe("Cameras of each value of the facets asked for."),
  grid: z
    .array(z.int())
    .optional()
    .describe("Cameras of each cell, row by row from the north-west."),
};

function listSchemas(dataset: Dataset): ApiResource["answers"] {
  const extra = dataset.id === "cameras" ? cameraCounts : {};
  const rows = z.array(rowSchema(dataset));
  const json = z.object({ ...about, ...explained, ...counted, ...extra, rows });
  const jsonld = json.extend(linkedData);
  if (dataset.place === undefined) return { json, jsonld };
  const geojson = z.object({
    type: z.literal("FeatureCollection"),
    ...about,
    ...explained,
    numberMatched: z.int(),
    numberReturned: z.int(),
    ...extra,
    links: z.array(link),
    features: z.array(featureSchema(dataset)),
  });
  return { geojson, json, jsonld };
}

/** The list of a dataset's rows: everything about it follows from the dataset's declaration. */
export function listResource(
  dataset: Dataset,
  filters: readonly ApiParameter[] = filterParameters(dataset),
): ApiResource {
  const forms: readonly ApiForm[] =
    dataset.place === undefined ? ["json", "jsonld"] : ["geojson", "json", "jsonld"];
  return {
    id: `list-${dataset.id}`,
    path: `/cities/{city}/${dataset.id}`,
    summary: dataset.title,
    description: dataset.description,
    parameters: [
      ...filters,
      ...(dataset.place === undefined ? [] : [boxParameter]),
      limitParameter,
      cursorParameter,
      fieldsParameter(dataset),
      releaseParameter,
      formatParameter(forms),
    ],
    forms,
    answers: listSchemas(dataset),
    dataset,
  };
}

/** One row of a dataset by its key. */
export function rowResource(
  dataset: Dataset,
  { id, name, summary }: { id: string; name: string; summary: Words },
): ApiResource {
  const forms: readonly ApiForm[] = ["geojson", "json", "jsonld"];
  const json = z.object({ ...about, ...explained, row: rowSchema(dataset) });
  return {
    id,
    path: `/cities/{city}/${dataset.id}/{${name}}`,
    summary,
    description: dataset.description,
    parameters: [fieldsParameter(dataset), releaseParameter, formatParameter(forms)],
    forms,
    answers: {
      geojson: (featureSchema(dataset) as z.ZodObject).extend({ ...about, ...explained }),
      json,
      jsonld: json.extend(linkedData),
    },
    dataset,
  };
}

/** An answer with a shape of its own, in JSON alone. */
export function jsonResource(resource: {
  id: string;
  path: string;
  summary: Words;
  description: Words;
  parameters?: readonly ApiParameter[];
  answer: z.ZodType;
}): ApiResource {
  const { answer, parameters = [], ...rest } = resource;
  const forms: readonly ApiForm[] = ["json"];
  return {
    ...rest,
    parameters: [...parameters, formatParameter(forms)],
    forms,
    answers: { json: answer },
  };
}

export const aboutCity = about;
export const countedRows = counted;
