import { mediaTypes } from "#domain/dataset/api/openapi.ts";
import { toFeature, toJsonRow } from "#domain/dataset/api/row-schema.ts";
import type { Dataset, DatasetRow } from "#domain/dataset/dataset.ts";
import type { City } from "#persistence/city-queries.ts";
import {
  type ApiAnswer,
  type ApiRequest,
  aboutCity,
  addressOfRequest,
  explained,
  linkedData,
} from "./answer.ts";
import { writeCursor } from "./cursor.ts";

export type ListFound = {
  city: City;
  matched: number;
  /** Rows, or rows that are JSON already: only for forms that say every column. */
  rows: readonly DatasetRow[] | { texts: readonly string[] };
  /** Where the next page starts. */
  next: string | undefined;
  /** Counts beside the rows. */
  more?: Readonly<Record<string, unknown>>;
};

/** A page of rows in the form asked for. */
export function listAnswer(request: ApiRequest, dataset: Dataset, found: ListFound): ApiAnswer {
  const { city, matched } = found;
  const { rows, texts } =
    "texts" in found.rows ? { rows: [], ...found.rows } : { rows: found.rows, texts: undefined };
  const fields = request.values.fields as readonly string[] | undefined;
  const next =
    found.next === undefined
      ? undefined
      : addressOfRequest(request, {
          cursor: writeCursor({ release: city.release, after: found.next }),
        });
  const head = { ...aboutCity(city), ...explained(request) };
  if (request.form === "geojson") {
    const type = mediaTypes.geojson;
    const links = [
      { rel: "self", href: addressOfRequest(request), type },
      ...(next === undefined ? [] : [{ rel: "next", href: next, type }]),
    ];
    return {
      kind: "answer",
      next,
      body: {
        type: "FeatureCollection",
        ...head,
        numberMatched: matched,
        numberReturned: rows.length,
        ...found.more,
        links,
        features: rows.map((row) => toFeature(dataset, row, fields)),
      },
    };
  }
  return {
    kind: "answer",
    next,
    body: {
      ...(request.form === "jsonld" ? linkedData(request) : {}),
      ...head,
      matched,
      returned: texts?.length ?? rows.length,
      next: next ?? null,
      ...found.more,
      ...(texts ? {} : { rows: rows.map((row) => toJsonRow(dataset, row, fields)) }),
    },
    rowTexts: texts,
  };
}
