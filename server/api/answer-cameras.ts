import { toFeature, toJsonRow } from "#domain/dataset/api/row-schema.ts";
import { parseCameraFilter } from "#domain/dataset/camera-filter.ts";
import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { camerasDataset } from "#domain/dataset/declared/cameras.ts";
import {
  findCameraRows,
  findCameraRowTexts,
  ReleaseNotReady,
} from "#use-cases/camera/find-cameras.ts";
import { findCameraRow } from "#use-cases/open-data/find-camera-row.ts";
import { findOpenCity } from "#use-cases/open-data/list-open-cities.ts";
import { QueueFull, RenderQueue } from "../http/render-queue.ts";
import {
  type ApiAnswer,
  type ApiRequest,
  aboutCity,
  explained,
  linkedData,
  problem,
} from "./answer.ts";
import { type ListFound, listAnswer } from "./list-answer.ts";
import { isFailure, pageAsked } from "./page-asked.ts";

/** Earlier releases are read one at a time: each may have to be read whole before its first row is known. */
const earlier = new RenderQueue(1, 8);
const WHOLE = /^\d{1,9}$/;

/**
 * `GET /api/v1/cities/{city}/cameras`: filtered as the map is, in the order of their references. `bbox` keeps those with
 * a public position inside; `facets` and `grid` add counts.
 */
export async function answerCameras(request: ApiRequest): Promise<ApiAnswer> {
  const asked = pageAsked(request);
  if (isFailure(asked)) return asked;
  const { release, after = "0", limit } = asked;
  if (!WHOLE.test(after))
    return problem("invalid-parameter", "cursor: not a cursor of this list", {
      parameter: "cursor",
    });
  const part = { release, offset: Number(after), limit };
  try {
    return await search(request, { ...part, onlyReady: true });
  } catch (failure) {
    if (!(failure instanceof ReleaseNotReady)) throw failure;
  }
  try {
    return await earlier.run(() => search(request, part));
  } catch (failure) {
    if (failure instanceof QueueFull) return problem("busy");
    throw failure;
  }
}

type Part = { release: number | undefined; offset: number; limit: number; onlyReady?: boolean };

async function search(request: ApiRequest, part: Part): Promise<ApiAnswer> {
  const { values, names, today } = request;
  const { city = "" } = names;
  const facets = values.facets as readonly string[];
  const box = values.bbox as readonly [number, number, number, number] | undefined;
  const [columns = 0, rows = 0] = String(values.grid ?? "")
    .split("x")
    .map(Number);
  const isWhole = request.form !== "geojson" && values.fields === undefined;
  const found = await (isWhole ? findCameraRowTexts : findCameraRows)({
    city,
    filter: parseCameraFilter(request.query),
    today,
    // A cursor goes on with the day that its first page was judged on.
    isNamed: values.release !== undefined,
    facets,
    ...part,
    ...(box ? { box } : {}),
    ...(rows > 0 ? { grid: { columns, rows } } : {}),
  });
  if (!found) return problem((await findOpenCity(city)) ? "release-not-found" : "city-not-found");
  const end = part.offset + found.rows.length;
  return listAnswer(request, camerasDataset, {
    city: found.city,
    matched: found.matching,
    rows: asRows(found.rows),
    next: part.limit > 0 && end < found.matching ? String(end) : undefined,
    more: {
      ...(facets.length > 0 ? { facets: found.facets } : {}),
      ...(found.grid ? { grid: found.grid } : {}),
    },
  });
}

function asRows(rows: DatasetRow[] | string[]): ListFound["rows"] {
  return typeof rows[0] === "string" ? { texts: rows as string[] } : (rows as DatasetRow[]);
}

/** `GET /api/v1/cities/{city}/cameras/{reference}`: a camera that was renumbered is answered under its new number. */
export async function answerCamera(request: ApiRequest): Promise<ApiAnswer> {
  const { city = "", reference = "" } = request.names;
  const found = await findCameraRow(city, request.values.release as number | undefined, reference);
  if (found.kind === "renumbered") {
    const path = [city, "cameras", found.reference].map(encodeURIComponent).join("/");
    const query = request.query.size > 0 ? `?${request.query}` : "";
    return { kind: "moved", location: `${request.origin}/api/v1/cities/${path}${query}` };
  }
  if (found.kind !== "found") return problem(found.kind);
  const fields = request.values.fields as readonly string[] | undefined;
  const head = { ...aboutCity(found.city), ...explained(request) };
  if (request.form === "geojson")
    return { kind: "answer", body: { ...toFeature(camerasDataset, found.row, fields), ...head } };
  const row = toJsonRow(camerasDataset, found.row, fields);
  const linked = request.form === "jsonld" ? linkedData(request) : {};
  return { kind: "answer", body: { ...linked, ...head, row } };
}
