import { scanCameras } from "#domain/dataset/camera-facets.ts";
import {
  type CameraFilter,
  formatCameraFilter,
  matchesText,
} from "#domain/dataset/camera-filter.ts";
import { createScanRoom, type ScanRoom } from "#domain/dataset/facet-counts.ts";
import type { FacetBox, FacetSource } from "#domain/dataset/facet-source.ts";
import type { CameraIndex } from "./camera-index.ts";

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
  /** The release is asked for by its number, and read as on the day that it was published. */
  isNamed?: boolean;
  /** Throws `ReleaseNotReady` rather than read an earlier release whole. */
  onlyReady?: boolean;
};

/** Rows of an index, and what is counted beside them. */
export type Chosen = {
  rows: number[];
  matching: number;
  facets: Record<string, { value: string; cameras: number }[]>;
  grid: number[] | null;
};
/** Whether a row holds the words that are searched. */
export type WordMatcher = (row: number) => boolean;

function asksForAll({ filter, box, facets = [], grid }: CameraSearch): boolean {
  return !box && !grid && facets.length === 0 && formatCameraFilter(filter).size === 0;
}

/** The rows of a page, in the order of their references; nothing but the index is looked at. */
export function choose(
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

export function wordMatcher(
  words: readonly string[],
  { filter }: CameraSearch,
): WordMatcher | undefined {
  if (filter.text === "") return undefined;
  return (row) => matchesText(filter.text, words[row] ?? "");
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
): Chosen["facets"] {
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
