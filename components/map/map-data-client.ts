import { decodePointColumns } from "#formats/point-columns/decode-point-columns.ts";
import { joinColumns, joinRows } from "#formats/point-columns/join-points.ts";
import type { ColumnarPoints, PointBox } from "#formats/point-columns/point-columns.ts";

/** Where the immutable files of one release lie: `/map-data/{city}/{version}`. */
export type MapDataAddress = { base: string; isSharded: boolean };

type Shard = { count: number; bbox: PointBox };

export type MapDataClient = {
  /** Everything at once for a city; for a country, the coarse grid. `isCells` tells them apart. */
  start: () => Promise<{ points: ColumnarPoints; isCells: boolean }>;
  /** The columns that come after the positions; undefined for a country. */
  details: () => Promise<ColumnarPoints> | undefined;
  /** The cameras of a box, when few enough to be worth loading; null: stay with the grid. */
  within: (box: PointBox) => Promise<ColumnarPoints> | null;
  /** The public reference of each row of what was last drawn. */
  references: () => Promise<readonly string[]>;
};

/** More cameras than this are not loaded for one view: the grid says enough at that distance. */
const mostWithin = 220_000;

export function createMapDataClient(address: MapDataAddress): MapDataClient {
  const get = rememberingGet(address.base);
  let shards: readonly Shard[] = [];
  let shown: readonly number[] = [];
  const whole = async () => {
    const core = await get("cameras.bin");
    return { points: core, isCells: false };
  };
  const overview = async () => {
    const cells = await get("overview.bin");
    shards = readShards(cells.about);
    return { points: cells, isCells: true };
  };
  const files = (name: string) =>
    address.isSharded ? shown.map((shard) => get(`${shard}/${name}`)) : [get(name)];
  return {
    start: address.isSharded ? overview : whole,
    details: () => (address.isSharded ? undefined : get("details.bin")),
    within(box) {
      const wanted = shards.flatMap((shard, i) => (meets(shard.bbox, box) ? [i] : []));
      const count = wanted.reduce((sum, i) => sum + (shards[i]?.count ?? 0), 0);
      if (wanted.length === 0 || count > mostWithin) return null;
      shown = wanted;
      return Promise.all(
        wanted.map(async (i) => {
          const [core, more] = await Promise.all([
            get(`${i}/cameras.bin`),
            get(`${i}/details.bin`),
          ]);
          return joinColumns(core, more);
        }),
      ).then((parts) => joinRows(parts) as ColumnarPoints);
    },
    async references() {
      const parts = await Promise.all(files("references.bin"));
      return parts.flatMap((part) => (part.columns[0]?.values ?? []) as readonly string[]);
    },
  };
}

/** Each file is fetched and decoded once; a failure is not remembered. */
function rememberingGet(base: string) {
  const files = new Map<string, Promise<ColumnarPoints>>();
  return (name: string): Promise<ColumnarPoints> => {
    const known = files.get(name);
    if (known) return known;
    const file = fetch(`${base}/${name}`).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} ${name}`);
      return decodePointColumns(new Uint8Array(await response.arrayBuffer()));
    });
    files.set(name, file);
    file.catch(() => files.delete(name));
    return file;
  };
}

/** The overview carries its shards as `[[count, west, south, east, north], …]`. */
function readShards(about: ColumnarPoints["about"]): Shard[] {
  const rows: [number, number, number, number, number][] = JSON.parse(about.shards ?? "[]");
  return rows.map(([count, ...bbox]) => ({ count, bbox }));
}

function meets(a: PointBox, b: PointBox): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
