import KDBush from "kdbush";
import { type CameraColumns, createCameraColumns } from "#domain/dataset/camera-columns.ts";
import { type MapContext, toFilterableCamera, toMapCamera } from "#domain/dataset/map-camera.ts";
import { toPublicCamera } from "#domain/dataset/public-camera.ts";
import { streamIndexedCameras } from "./camera-queries.ts";
import { type City, releaseOf } from "./city-queries.ts";
import type { ReadSql } from "./database.ts";

/**
 * All public cameras of a release in columns, in memory: what lists, facets and boxes are answered from.
 * About 40 bytes a camera; the words that a search looks at are kept only while they are cheap.
 */
export type CameraIndex = {
  key: string;
  /** Rows in the order of the references. */
  ids: BigInt64Array;
  columns: CameraColumns;
  /** Words of each row, or undefined above `mostWords` cameras: then the search asks PostgreSQL. */
  words: readonly string[] | undefined;
  /** Rows that have a public position, for boxes. */
  tree: KDBush;
  treeRows: Uint32Array;
  /** West, south, east, north of the public positions, in degrees. */
  box: readonly [number, number, number, number] | null;
};

const mostWords = 100_000;
/** Outside any box: a camera without a public position never falls in one. */
const nowhere = -21474.83648;

type Kept = { building: Promise<CameraIndex>; built?: CameraIndex };
type CityRead = Pick<City, "id" | "release">;
/** With the day that it was published, on which it is read when it is asked for by its number. */
type CityKnown = CityRead & { publishedOn: string };

// Next bundles this file apart from the server's own copy: the process holds one index for pages, lists and maps.
const holder = globalThis as typeof globalThis & {
  contrechampIndexes?: { kept: Map<string, Kept>; read: Map<string, CityKnown> };
};
holder.contrechampIndexes ??= { kept: new Map(), read: new Map() };
/** Indexes, and what each city was when it was last read, by its address. */
const { kept, read } = holder.contrechampIndexes;
const mostIndexes = 8;
const mostRead = 200;

function keyOf({ id, release }: CityRead, today: string): string {
  return `${id}/${release}/${today}`;
}

/** Whether the index of a release is in memory already, or being built. */
export function hasCameraIndex(city: City, today: string): boolean {
  return kept.has(keyOf(city, today));
}

/** Release asked for; undefined for the latest. */
type Asked = { slug: string; release: number | undefined };

/**
 * The city as it was when it was last read, with its index, without asking PostgreSQL: a guess, which whoever uses it
 * compares with what stands there now (`isSameRelease`). Without a day, as on the day that the release was published.
 */
export function guessCameraIndex(
  { slug, release }: Asked,
  today: string | undefined,
): { city: CityRead; index: CameraIndex } | undefined {
  const city = read.get(`${slug}/${release ?? ""}`);
  const index = city && kept.get(keyOf(city, today ?? city.publishedOn))?.built;
  return index && { city, index };
}

export function rememberCity({ slug, release }: Asked, city: City, publishedOn: string): void {
  const address = `${slug}/${release ?? ""}`;
  read.delete(address);
  read.set(address, { id: city.id, release: city.release, publishedOn });
  for (const oldest of read.keys()) {
    if (read.size <= mostRead) break;
    read.delete(oldest);
  }
}

export function isSameRelease(one: CityRead, other: CityRead): boolean {
  return one.id === other.id && one.release === other.release;
}

/** The index of a city's current release on a day, built once and shared by all who ask. */
export function cameraIndexOf(
  sql: ReadSql,
  city: City,
  loadContext: () => Promise<MapContext>,
  today: string,
): Promise<CameraIndex> {
  const key = keyOf(city, today);
  const cached = kept.get(key);
  if (cached) return cached.building;
  const building = loadContext().then((context) => buildIndex(sql, city, context, key));
  const entry: Kept = { building };
  kept.set(key, entry);
  building.then(
    (index) => {
      entry.built = index;
    },
    () => kept.delete(key),
  );
  for (const old of kept.keys()) {
    if (kept.size <= mostIndexes) break;
    kept.delete(old);
  }
  return building;
}

async function buildIndex(
  sql: ReadSql,
  city: City,
  context: MapContext,
  key: string,
): Promise<CameraIndex> {
  const columns = createCameraColumns();
  const ids: bigint[] = [];
  const words: string[] = [];
  const located: number[] = [];
  for await (const batch of streamIndexedCameras(sql, city.id, releaseOf(city))) {
    for (const registered of batch) {
      const camera = toPublicCamera(registered);
      const facets = toFilterableCamera(camera, context);
      const point = toMapCamera(camera, context, facets);
      if (point) located.push(ids.length);
      columns.add(
        point ?? {
          ...facets,
          reference: camera.reference,
          longitude: nowhere,
          latitude: nowhere,
          costPerOutcome: "unknown",
          heads: [],
          precision: camera.publishedPrecision,
        },
      );
      ids.push(BigInt(camera.id));
      if (words.length < mostWords) words.push(facets.words);
    }
  }
  const finished = columns.finish();
  return {
    key,
    ids: BigInt64Array.from(ids),
    columns: finished,
    words: ids.length <= mostWords ? words : undefined,
    ...plant(finished, located),
  };
}

function plant(columns: CameraColumns, located: readonly number[]) {
  const treeRows = Uint32Array.from(located);
  const tree = new KDBush(Math.max(1, treeRows.length), 64, Int32Array);
  const { longitude, latitude } = columns.positions;
  for (const row of treeRows) tree.add(longitude[row] as number, latitude[row] as number);
  // The tree refuses to be empty: one point outside every box stands for none.
  if (treeRows.length === 0) tree.add(-2147483648, -2147483648);
  tree.finish();
  return { tree, treeRows, box: boxOf(longitude, latitude, treeRows) };
}

function boxOf(longitude: Int32Array, latitude: Int32Array, rows: Uint32Array): CameraIndex["box"] {
  if (rows.length === 0) return null;
  let [west, south, east, north] = [180e5, 90e5, -180e5, -90e5];
  for (const row of rows) {
    west = Math.min(west, longitude[row] as number);
    east = Math.max(east, longitude[row] as number);
    south = Math.min(south, latitude[row] as number);
    north = Math.max(north, latitude[row] as number);
  }
  return [west / 1e5, south / 1e5, east / 1e5, north / 1e5];
}
