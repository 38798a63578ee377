import { scanCameras } from "#domain/dataset/camera-facets.ts";
import {
  type CameraFilter,
  foldText,
  formatCameraFilter,
  matchesText,
} from "#domain/dataset/camera-filter.ts";
import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { createScanRoom, type ScanRoom } from "#domain/dataset/facet-counts.ts";
import type { FacetBox, FacetSource } from "#domain/dataset/facet-source.ts";
import { type PublicCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import {
  type CameraCells,
  cameraRowOf,
  registeredCamera,
  sourceOfCamera,
} from "#persistence/camera-cells.ts";
import {
  type CameraIndex,
  cameraIndexOf,
  guessCameraIndex,
  hasCameraIndex,
  isSameRelease,
  rememberCity,
} from "#persistence/camera-index.ts";
import { findCameraCells, searchCameraIds } from "#persistence/camera-queries.ts";
import { type City, findCity, findCityWithCameras, releaseOf } from "#persistence/city-queries.ts";
import { type ReadSql, readOnce, readSql } from "#persistence/database.ts";
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

type Found = {
  city: City;
  release: number;
  matching: number;
  facets: Record<string, { value: string; cameras: number }[]>;
  grid: number[] | null;
  /** West, south, east, north of every public position, in degrees; null when there is none. */
  box: readonly [number, number, number, number] | null;
};

export type CamerasFound = Found & { cameras: PublicCamera[] };
export type CameraRowsFound = Found & { rows: DatasetRow[] };

const mostFoundByWords = 20_000;

/**
 * Cameras of a release that pass a filter, in the order of their references, with how many there are
 * and, when asked, the counts of each facet and of a grid. Undefined when there is no such city or release.
 */
export async function findCameras(search: CameraSearch): Promise<CamerasFound | undefined> {
  const found = await find(search);
  if (!found) return undefined;
  const { cells, ...rest } = found;
  return { ...rest, cameras: cells.map((camera) => toPublicCamera(registeredCamera(camera))) };
}

/** The same as rows of the open dataset. */
export async function findCameraRows(search: CameraSearch): Promise<CameraRowsFound | undefined> {
  const found = await find(search);
  if (!found) return undefined;
  const { cells, ...rest } = found;
  const documents = cells.map(sourceOfCamera);
  const keys = await readOnce((sql) => sourceKeysOf(sql, documents));
  return { ...rest, rows: cells.map((camera) => cameraRowOf(camera, keys)) };
}

type CellsFound = Found & { cells: CameraCells[] };

async function find(search: CameraSearch): Promise<CellsFound | undefined> {
  return (await findAtOnce(search)) ?? (await findStepByStep(search));
}

/**
 * What is in memory chooses the cameras, and one statement reads them together with the release that stands. Undefined where
 * the memory does not answer, or another release has come.
 */
async function findAtOnce(search: CameraSearch): Promise<CellsFound | undefined> {
  const guess = guessCameraIndex({ slug: search.city, release: search.release }, search.today);
  if (!guess) return undefined;
  const { index } = guess;
  if (search.filter.text !== "" && !index.words) return undefined;
  const chosen = choose(index, search, index.words ? wordMatcher(index.words, search) : undefined);
  const found = await readOnce((sql) =>
    findCityWithCameras(sql, search.city, search.release, idsOf(index, chosen)),
  );
  if (!found || !isSameRelease(found.city, guess.city)) return undefined;
  return asFound(found.city, index, chosen, found.cameras);
}

function findStepByStep(search: CameraSearch): Promise<CellsFound | undefined> {
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
    rememberCity({ slug: search.city, release: search.release }, city);
    const chosen = choose(index, search, await foundByWords(sql, city, index, search));
    const cells = await findCameraCells(sql, city.id, releaseOf(city), idsOf(index, chosen));
    return asFound(city, index, chosen, cells);
  });
}

function idsOf({ ids }: CameraIndex, { rows }: Chosen): string[] {
  return rows.map((row) => String(ids[row]));
}

function asFound(
  city: City,
  { box }: CameraIndex,
  { matching, facets, grid }: Chosen,
  cells: CameraCells[],
): CellsFound {
  return { city, release: city.release, matching, facets, grid, box, cells };
}

type Chosen = Pick<Found, "matching" | "facets" | "grid"> & { rows: number[] };
/** Whether a row holds the words that are searched. */
type WordMatcher = (row: number) => boolean;

function asksForAll({ filter, box, facets = [], grid }: CameraSearch): boolean {
  return !box && !grid && facets.length === 0 && formatCameraFilter(filter).size === 0;
}

function choose(
  index: CameraIndex,
  search: CameraSearch,
  hasWords: WordMatcher | undefined,
): Chosen {
  return asksForAll(search) ? chooseAll(index, search) : chooseSome(index, search, hasWords);
}

/** A page of everything: nothing is looked at but the page. */
function chooseAll({ ids }: CameraIndex, { offset = 0, limit }: CameraSearch): Chosen {
  const length = Math.max(0, Math.min(limit, ids.length - offset));
  const rows = Array.from({ length }, (_, i) => offset + i);
  return { rows, matching: ids.length, facets: {}, grid: null };
}

let room = createScanRoom(0);

/** One for all: nobody else scans before what a scan found is told. */
function roomFor(count: number): ScanRoom {
  if (room.fails.length < count) room = createScanRoom(count);
  return room;
}

function chooseSome(
  index: CameraIndex,
  search: CameraSearch,
  hasWords: WordMatcher | undefined,
): Chosen {
  const candidates = rowsInBox(index, search.box);
  const source = candidates ? gather(index, candidates) : index.columns;
  const scan = scanCameras(source, search.filter, {
    room: roomFor(source.count),
    count: search.facets ?? [],
    found: hasWords ? markFound(source.count, candidates, hasWords) : null,
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

function markFound(
  count: number,
  candidates: Uint32Array | undefined,
  hasWords: WordMatcher,
): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => (hasWords(candidates?.[i] ?? i) ? 1 : 0));
}

function wordMatcher(words: readonly string[], { filter }: CameraSearch): WordMatcher | undefined {
  if (filter.text === "") return undefined;
  return (row) => matchesText(filter.text, words[row] ?? "");
}

/** Words that are too many to be kept in memory are searched by PostgreSQL. */
async function foundByWords(
  sql: ReadSql,
  city: City,
  { words, ids }: CameraIndex,
  search: CameraSearch,
): Promise<WordMatcher | undefined> {
  if (words || search.filter.text === "") return words && wordMatcher(words, search);
  const found = await searchCameraIds(
    sql,
    city.id,
    releaseOf(city),
    foldText(search.filter.text).split(" "),
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
