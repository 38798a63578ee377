import { foldText } from "#domain/dataset/camera-filter.ts";
import type { DatasetRow } from "#domain/dataset/dataset.ts";
import { type PublicCamera, toPublicCamera } from "#domain/dataset/public-camera.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { cameraRowOf, registeredCamera, sourceOfCamera } from "#persistence/camera-cells.ts";
import {
  type CameraIndex,
  cameraIndexOf,
  guessCameraIndex,
  hasCameraIndex,
  isSameRelease,
  rememberCity,
} from "#persistence/camera-index.ts";
import {
  type CameraReading,
  findCamerasById,
  identifiedCells,
  searchCameraIds,
} from "#persistence/camera-queries.ts";
import { rowLines, rowTextOf, sourceOfLine } from "#persistence/camera-row-texts.ts";
import {
  type CameraSearch,
  type Chosen,
  choose,
  type WordMatcher,
  wordMatcher,
} from "#persistence/choose-cameras.ts";
import { type City, findCity, findCityWithCameras, releaseOf } from "#persistence/city-queries.ts";
import { type ReadSql, readOnce, readSql } from "#persistence/database.ts";
import { sourceKeysOf } from "#persistence/fact-rows/source-keys.ts";
import { loadMapContext } from "#persistence/map-context.ts";

/** An earlier release, or one as of an earlier day, that is not in memory: reading it takes as long as reading every camera. */
export class ReleaseNotReady extends Error {}

type Found = Omit<Chosen, "rows"> & {
  city: City;
  release: number;
  /** West, south, east, north of every public position, in degrees; null when there is none. */
  box: readonly [number, number, number, number] | null;
};

export type CamerasFound = Found & { cameras: PublicCamera[] };
type CameraRowsFound<Row> = Found & { rows: Row[] };

const mostFoundByWords = 20_000;

/**
 * Cameras of a release that pass a filter, in the order of their references, with how many there are
 * and, when asked, the counts of each facet and of a grid. Undefined when there is no such city or release.
 */
export async function findCameras(search: CameraSearch): Promise<CamerasFound | undefined> {
  const found = await find(search, identifiedCells);
  if (!found) return undefined;
  const { read, ...rest } = found;
  return { ...rest, cameras: read.map((camera) => toPublicCamera(registeredCamera(camera))) };
}

/** The same as rows of the open dataset. */
export async function findCameraRows(
  search: CameraSearch,
): Promise<CameraRowsFound<DatasetRow> | undefined> {
  const found = await find(search, identifiedCells);
  if (!found) return undefined;
  const { read, ...rest } = found;
  const keys = await keysOf(read.map(sourceOfCamera));
  return { ...rest, rows: read.map((camera) => cameraRowOf(camera, keys)) };
}

/** The same, each row as the API writes it in JSON. */
export async function findCameraRowTexts(
  search: CameraSearch,
): Promise<CameraRowsFound<string> | undefined> {
  const found = await find(search, rowLines);
  if (!found) return undefined;
  const { read, ...rest } = found;
  const keys = await keysOf(read.map(sourceOfLine));
  return { ...rest, rows: read.map((line) => rowTextOf(line, keys)) };
}

function keysOf(documents: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return readOnce((sql) => sourceKeysOf(sql, documents));
}

type Read<One> = Found & { read: One[] };

async function find<One>(
  search: CameraSearch,
  reading: CameraReading<One>,
): Promise<Read<One> | undefined> {
  return (await findAtOnce(search, reading)) ?? (await findStepByStep(search, reading));
}

/**
 * What is in memory chooses the cameras, and one statement reads them together with the release that stands. Undefined where
 * the memory does not answer, or another release has come.
 */
async function findAtOnce<One>(
  search: CameraSearch,
  reading: CameraReading<One>,
): Promise<Read<One> | undefined> {
  const asked = { slug: search.city, release: search.release };
  const guess = guessCameraIndex(asked, search.isNamed ? undefined : search.today);
  if (!guess) return undefined;
  const { index } = guess;
  if (search.filter.text !== "" && !index.words) return undefined;
  const chosen = choose(index, search, index.words && wordMatcher(index.words, search));
  const found = await readOnce((sql) =>
    findCityWithCameras(sql, asked, idsOf(index, chosen), reading),
  );
  if (!found || !isSameRelease(found.city, guess.city)) return undefined;
  return asFound(found.city, index, chosen, found.cameras);
}

function findStepByStep<One>(
  search: CameraSearch,
  reading: CameraReading<One>,
): Promise<Read<One> | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, search.city, search.release);
    if (!city) return undefined;
    const publishedOn = city.publishedAt ? dayIn(city.timezone, city.publishedAt) : search.today;
    const day = search.isNamed ? publishedOn : search.today;
    const isApart = city.release !== city.latestRelease || day !== search.today;
    if (search.onlyReady && isApart && !hasCameraIndex(city, day)) throw new ReleaseNotReady();
    const index = await cameraIndexOf(sql, city, () => loadMapContext(sql, city, day), day);
    rememberCity({ slug: search.city, release: search.release }, city, publishedOn);
    const chosen = choose(index, search, await foundByWords(sql, city, index, search));
    const release = releaseOf(city);
    const read = await findCamerasById(sql, city.id, release, idsOf(index, chosen), reading);
    return asFound(city, index, chosen, read);
  });
}

function idsOf({ ids }: CameraIndex, { rows }: Chosen): string[] {
  return rows.map((row) => String(ids[row]));
}

function asFound<One>(
  city: City,
  { box }: CameraIndex,
  { matching, facets, grid }: Chosen,
  read: One[],
): Read<One> {
  return { city, release: city.release, matching, facets, grid, box, read };
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
