import { type FacetBox, type FacetSource, scanCameras } from "#domain/dataset/camera-facets.ts";
import {
  type CameraFilter,
  foldText,
  formatCameraFilter,
  matchesText,
} from "#domain/dataset/camera-filter.ts";
import { type PublicCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import { type CameraIndex, cameraIndexOf, hasCameraIndex } from "#persistence/camera-index.ts";
import { findCamerasById, searchCameraIds } from "#persistence/camera-queries.ts";
import { type City, findCity, releaseOf } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { loadMapContext } from "#persistence/map-context.ts";
import { sourceKeysOf } from "#persistence/open-data/source-keys.ts";

export type CameraSearch = {
  city: string;
  /** The latest when absent. */
  release?: number | undefined;
  filter: CameraFilter;
  /** West, south, east, north, in degrees. Cameras without a public position are in no box. */
  box?: readonly [number, number, number, number] | undefined;
  limit: number;
  offset?: number;
  /** Facets to count, when asked. */
  facets?: readonly string[];
  grid?: { columns: number; rows: number };
  today: string;
  /** Throws `ReleaseNotReady` rather than read an earlier release whole. */
  onlyReady?: boolean;
};

/** An earlier release that is not in memory: reading it takes as long as reading every camera. */
export class ReleaseNotReady extends Error {}

export type CamerasFound = {
  city: City;
  release: number;
  matching: number;
  cameras: PublicCamera[];
  /** Public keys of the documents that the cameras rest on, by their numbers. */
  sources: ReadonlyMap<number, string>;
  facets: Record<string, { value: string; cameras: number }[]>;
  grid: number[] | null;
  /** West, south, east, north of every public position, in degrees; null when there is none. */
  box: readonly [number, number, number, number] | null;
};

const mostFoundByWords = 20_000;

/**
 * Cameras of a release that pass a filter, in the order of their references, with how many there are
 * and, when asked, the counts of each facet and of a grid. Undefined when there is no such city or release.
 */
export function findCameras(search: CameraSearch): Promise<CamerasFound | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, search.city, search.release);
    if (!city) return undefined;
    const isEarlier = city.release !== city.latestRelease;
    if (search.onlyReady && isEarlier && !hasCameraIndex(city, search.today))
      throw new ReleaseNotReady();
    const index = await cameraIndexOf(
      sql,
      city,
      () => loadMapContext(sql, city, search.today),
      search.today,
    );
    const chosen = asksForAll(search)
      ? chooseAll(index, search)
      : await choose(sql, city, index, search);
    const registered = await findCamerasById(
      sql,
      city.id,
      releaseOf(city),
      chosen.rows.map((row) => String(index.ids[row])),
    );
    return {
      city,
      release: city.release,
      matching: chosen.matching,
      cameras: registered.map(toPublicCamera),
      sources: await sourceKeysOf(
        sql,
        registered.map(({ sourceId }) => sourceId),
      ),
      facets: chosen.facets,
      grid: chosen.grid,
      box: index.box,
    };
  });
}

type Chosen = Pick<CamerasFound, "matching" | "facets" | "grid"> & { rows: number[] };

function asksForAll({ filter, box, facets = [], grid }: CameraSearch): boolean {
  return !box && !grid && facets.length === 0 && formatCameraFilter(filter).size === 0;
}

/** A page of everything: nothing is looked at but the page. */
function chooseAll({ ids }: CameraIndex, { offset = 0, limit }: CameraSearch): Chosen {
  const length = Math.max(0, Math.min(limit, ids.length - offset));
  const rows = Array.from({ length }, (_, i) => offset + i);
  return { rows, matching: ids.length, facets: {}, grid: null };
}

async function choose(
  sql: ReadSql,
  city: City,
  index: CameraIndex,
  search: CameraSearch,
): Promise<Chosen> {
  const candidates = rowsInBox(index, search.box);
  const source = candidates ? gather(index, candidates) : index.columns;
  const scan = scanCameras(source, search.filter, {
    count: search.facets ?? [],
    found: await foundByWords(sql, city, index, candidates, search.filter.text),
    ...(search.box ? { box: toUnits(search.box) } : {}),
    ...(search.grid ? { grid: search.grid } : {}),
  });
  return {
    rows: matchingRows(scan.fails, candidates, search.offset ?? 0, search.limit),
    matching: scan.matching,
    facets: wordCounts(source, scan.counts),
    grid: scan.bins ? [...scan.bins] : null,
  };
}

function toUnits([west, south, east, north]: readonly [number, number, number, number]): FacetBox {
  return [
    Math.floor(west * 1e5),
    Math.floor(south * 1e5),
    Math.ceil(east * 1e5),
    Math.ceil(north * 1e5),
  ];
}

/** Above this share of the ground, looking at every camera is quicker than gathering those of the box. */
const mostGathered = 0.2;

function areaOf([west, south, east, north]: readonly [number, number, number, number]): number {
  return Math.max(0, east - west) * Math.max(0, north - south);
}

/** Rows in the box, in order of reference; undefined when everything, or nearly, is to be looked at. */
function rowsInBox(index: CameraIndex, box: CameraSearch["box"]): Uint32Array | undefined {
  if (!box || (index.box && areaOf(box) > mostGathered * areaOf(index.box))) return undefined;
  const [west, south, east, north] = toUnits(box);
  const hits = index.tree.range(west, south, east, north);
  return Uint32Array.from(hits, (hit) => index.treeRows[hit] as number).sort();
}

/** The columns of some rows only: a street of a country is filtered as if the country were that street. */
function gather(index: CameraIndex, rows: Uint32Array): FacetSource {
  const pick = <Values extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
    values: Values,
  ): Values => {
    const picked = new (values.constructor as new (length: number) => Values)(rows.length);
    for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i] as number] as number;
    return picked;
  };
  const { positions, columns } = index.columns;
  return {
    count: rows.length,
    positions: { longitude: pick(positions.longitude), latitude: pick(positions.latitude) },
    columns: columns.flatMap((column) =>
      column.kind === "text" ? [] : [{ ...column, values: pick(column.values) }],
    ),
  };
}

async function foundByWords(
  sql: ReadSql,
  city: City,
  index: CameraIndex,
  candidates: Uint32Array | undefined,
  text: string,
): Promise<Uint8Array | null> {
  if (text === "") return null;
  const count = candidates?.length ?? index.ids.length;
  const isFound = await wordMatcher(sql, city, index, text);
  return Uint8Array.from({ length: count }, (_, i) => (isFound(candidates?.[i] ?? i) ? 1 : 0));
}

async function wordMatcher(
  sql: ReadSql,
  city: City,
  index: CameraIndex,
  text: string,
): Promise<(row: number) => boolean> {
  const { words, ids } = index;
  if (words) return (row) => matchesText(text, words[row] ?? "");
  const found = await searchCameraIds(
    sql,
    city.id,
    releaseOf(city),
    foldText(text).split(" "),
    mostFoundByWords,
  );
  return (row) => found.has(ids[row] as bigint);
}

function matchingRows(
  fails: Uint16Array,
  candidates: Uint32Array | undefined,
  offset: number,
  limit: number,
): number[] {
  const rows: number[] = [];
  let passed = 0;
  for (let i = 0; i < fails.length && rows.length < limit; i++) {
    if (fails[i] !== 0) continue;
    if (passed >= offset) rows.push(candidates?.[i] ?? i);
    passed += 1;
  }
  return rows;
}

function wordCounts(
  source: FacetSource,
  counts: ReadonlyMap<string, Uint32Array>,
): CamerasFound["facets"] {
  return Object.fromEntries(
    [...counts].map(([name, values]) => {
      const dictionary = source.columns.find((column) => column.name === name)?.dictionary ?? [];
      return [
        name,
        dictionary.flatMap((value, code) =>
          values[code] ? [{ value, cameras: values[code] }] : [],
        ),
      ];
    }),
  );
}
