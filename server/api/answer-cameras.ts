import { z } from "zod";
import { parseCameraFilter } from "#domain/dataset/camera-filter.ts";
import type { PublicCamera } from "#domain/dataset/public-camera.ts";
import { findCameras } from "#use-cases/camera/find-cameras.ts";

/** An answer of the open-data API: bytes are made by the front (compression, ETag). */
export type ApiAnswer = {
  status: number;
  contentType: string;
  body: unknown;
  cacheSeconds: number;
};

const mostCameras = 1_000;
const countableFacets = [
  "district",
  "operator",
  "purpose",
  "type",
  "status",
  "authorisation",
  "cost",
  "outcome",
  "year",
] as const;

const box = z
  .string()
  .transform((text) => text.split(",").map(Number))
  .pipe(
    z
      .tuple([z.number().min(-180), z.number().min(-90), z.number().max(180), z.number().max(90)])
      .refine(([west, south, east, north]) => west <= east && south <= north, {
        error: "bbox is west,south,east,north in degrees (WGS 84), west ≤ east and south ≤ north",
      }),
  );

const grid = z
  .string()
  .regex(/^\d{1,3}x\d{1,3}$/, { error: "grid is columns x rows, for instance 24x16" })
  .transform((text) => {
    const [columns = 0, rows = 0] = text.split("x").map(Number);
    return { columns, rows };
  })
  .refine(({ columns, rows }) => columns >= 1 && rows >= 1 && columns * rows <= 10_000, {
    error: "a grid has at most 10,000 cells",
  });

const querySchema = z.object({
  bbox: box.optional(),
  grid: grid.optional(),
  limit: z.coerce.number().int().min(0).max(mostCameras).default(50),
  offset: z.coerce.number().int().min(0).max(100_000_000).default(0),
  facets: z
    .string()
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.enum(countableFacets)))
    .default([]),
});

/**
 * `GET /api/v1/cities/{city}/cameras`: cameras of the current release as GeoJSON, filtered as the map is, in the
 * order of their references. `bbox` keeps those with a public position inside; `facets` and `grid` add counts.
 */
export async function answerCameras(
  city: string,
  query: URLSearchParams,
  today: string,
): Promise<ApiAnswer> {
  const parameters = querySchema.safeParse(Object.fromEntries(query));
  if (!parameters.success) {
    const issue = parameters.error.issues[0];
    return problem(
      400,
      "invalid-parameter",
      `${issue?.path.join(".") ?? "query"}: ${issue?.message ?? "invalid"}`,
    );
  }
  const { bbox, ...rest } = parameters.data;
  const found = await findCameras({
    city,
    filter: parseCameraFilter(query),
    today,
    limit: rest.limit,
    offset: rest.offset,
    facets: rest.facets,
    ...(bbox ? { box: bbox } : {}),
    ...(rest.grid ? { grid: rest.grid } : {}),
  });
  if (!found) return problem(404, "city-not-found", `No city is called ${city} here.`);
  return {
    status: 200,
    contentType: "application/geo+json; charset=utf-8",
    cacheSeconds: 60,
    body: {
      type: "FeatureCollection",
      release: found.release,
      numberMatched: found.matching,
      numberReturned: found.cameras.length,
      ...(rest.facets.length > 0 ? { facets: found.facets } : {}),
      ...(found.grid ? { grid: found.grid } : {}),
      features: found.cameras.map(toFeature),
    },
  };
}

/** The private identity and the source's number stay home; a camera without a public point has a null geometry. */
function toFeature(camera: PublicCamera) {
  const { id: _id, sourceId: _sourceId, position, ...properties } = camera;
  return {
    type: "Feature",
    id: camera.reference,
    geometry: position && { type: "Point", coordinates: [position.longitude, position.latitude] },
    properties: { ...properties, positionPrecision: position?.precision ?? null },
  };
}

function problem(status: number, type: string, detail: string): ApiAnswer {
  return {
    status,
    contentType: "application/problem+json; charset=utf-8",
    cacheSeconds: 0,
    body: {
      type: `urn:contrechamp:problem:${type}`,
      title: type.replaceAll("-", " "),
      status,
      detail,
    },
  };
}
