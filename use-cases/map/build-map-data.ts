import { coreColumns, detailColumns, nameColumns } from "#domain/dataset/camera-columns.ts";
import {
  inMortonOrder,
  onlyColumns,
  pickPoints,
  slicePoints,
} from "#formats/point-columns/arrange-points.ts";
import { encodePointColumns } from "#formats/point-columns/encode-point-columns.ts";
import type { ColumnarPoints } from "#formats/point-columns/point-columns.ts";
import { buildOverview } from "#formats/point-columns/shards.ts";
import { cameraIndexOf } from "#persistence/camera-index.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { loadMapContext } from "#persistence/map-context.ts";

export type MapDataFile = { name: string; bytes: Uint8Array };

/** Above this many located cameras a city is a country: the map gets a coarse grid first and shards on demand. */
const shardedFrom = 50_000;
const mostCells = 4_000;
const mostInShard = 20_000;

/**
 * The files that the map of a city draws from, as of its current release and read against a day: public cameras only,
 * at the precision that the city publishes. undefined when the release asked is not the current one.
 */
export function buildMapData(
  citySlug: string,
  release: number,
  today: string,
): Promise<MapDataFile[] | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city || city.release !== release) return undefined;
    const points = await gatherPoints(sql, city, today);
    return points.count > shardedFrom ? shardedFiles(points) : wholeFiles(points, "");
  });
}

/** The located cameras of the index that lists and facets are answered from, so that a release is read once. */
async function gatherPoints(sql: ReadSql, city: City, today: string): Promise<ColumnarPoints> {
  const { columns, treeRows } = await cameraIndexOf(
    sql,
    city,
    () => loadMapContext(sql, city, today),
    today,
  );
  const about = { city: city.slug, release: String(city.release), day: today };
  return inMortonOrder(pickPoints({ about, ...columns }, treeRows));
}

function wholeFiles(points: ColumnarPoints, folder: string): MapDataFile[] {
  const file = (name: string, columns: readonly string[], withPositions: boolean) => ({
    name: `${folder}${name}`,
    bytes: encodePointColumns(onlyColumns(points, columns, withPositions)),
  });
  return [
    file("cameras.bin", coreColumns, true),
    file("details.bin", detailColumns, false),
    file("references.bin", nameColumns, false),
  ];
}

/** The grid with the counts of the first columns, then each shard like a city of its own. */
function shardedFiles(points: ColumnarPoints): MapDataFile[] {
  const { cells, shards } = buildOverview(points, {
    facets: ["status", "type", "year", "authorisation"],
    maximumCells: mostCells,
    maximumShardPoints: mostInShard,
  });
  const boxes = shards.map(({ start, end, bbox }) => [end - start, ...bbox]);
  const overview = { ...cells, about: { ...cells.about, shards: JSON.stringify(boxes) } };
  return [
    { name: "overview.bin", bytes: encodePointColumns(overview) },
    ...shards.flatMap(({ start, end }, i) => wholeFiles(slicePoints(points, start, end), `${i}/`)),
  ];
}
