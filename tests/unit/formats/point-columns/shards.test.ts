import { describe, expect, test } from "vitest";
import { inMortonOrder } from "#formats/point-columns/arrange-points.ts";
import { decodePointColumns } from "#formats/point-columns/decode-point-columns.ts";
import { encodePointColumns } from "#formats/point-columns/encode-point-columns.ts";
import type { ColumnarPoints } from "#formats/point-columns/point-columns.ts";
import { buildOverview } from "#formats/point-columns/shards.ts";

function scattered(count: number): ColumnarPoints {
  const at = (i: number, step: number) => (i * step) % 1_000_003;
  return inMortonOrder({
    about: { city: "pays" },
    count,
    positions: {
      longitude: Int32Array.from({ length: count }, (_, i) => at(i, 7919) - 400_000),
      latitude: Int32Array.from({ length: count }, (_, i) => 4_300_000 + at(i, 104_729)),
    },
    columns: [
      {
        name: "status",
        kind: "codes",
        values: Uint8Array.from({ length: count }, (_, i) => i % 3),
      },
    ],
  });
}

const options = { facets: ["status"], maximumCells: 64, maximumShardPoints: 500 };

describe("the overview of a large set", () => {
  const points = scattered(10_000);
  const { cells, shards } = buildOverview(points, options);
  const column = (name: string) =>
    cells.columns.find((c) => c.name === name)?.values as Uint32Array;
  const sum = (values: Uint32Array) => values.reduce((a, b) => a + b, 0);

  test("has at most as many cells as asked, and counts every point once", () => {
    expect(cells.count).toBeGreaterThan(16);
    expect(cells.count).toBeLessThanOrEqual(64);
    expect(sum(column("total"))).toBe(10_000);
  });

  test("counts every facet value in every cell", () => {
    for (let cell = 0; cell < cells.count; cell++) {
      const parts = [0, 1, 2].map((code) => column(`status:${code}`)[cell] as number);
      expect(parts.reduce((a, b) => a + b)).toBe(column("total")[cell]);
    }
    expect(sum(column("status:0"))).toBe(3334);
  });

  test("is itself a point-columns file", () => {
    expect(decodePointColumns(encodePointColumns(cells)).count).toBe(cells.count);
  });

  test("its shards cover the rows in order, without gap or overlap, none too large", () => {
    expect(shards[0]?.start).toBe(0);
    expect(shards.at(-1)?.end).toBe(10_000);
    shards.forEach((shard, i) => {
      expect(shard.end - shard.start).toBeLessThanOrEqual(500);
      if (i > 0) expect(shard.start).toBe(shards[i - 1]?.end);
    });
    expect(shards.length).toBeLessThan(60);
  });

  test("every point lies in the box of its shard", () => {
    for (const { start, end, bbox } of shards) {
      for (let i = start; i < end; i++) {
        const x = points.positions?.longitude[i] as number;
        const y = points.positions?.latitude[i] as number;
        expect(x >= bbox[0] && x <= bbox[2] && y >= bbox[1] && y <= bbox[3]).toBe(true);
      }
    }
  });

  test("a hundred cameras on one pole stay one shard larger than the limit rather than none", () => {
    const pole: ColumnarPoints = {
      about: {},
      count: 100,
      positions: { latitude: new Int32Array(100), longitude: new Int32Array(100) },
      columns: [],
    };
    const view = buildOverview(pole, { facets: [], maximumCells: 4, maximumShardPoints: 10 });
    expect(view.shards).toEqual([{ start: 0, end: 100, bbox: [0, 0, 0, 0] }]);
    expect(view.cells.count).toBe(1);
  });

  test("nothing gives nothing", () => {
    const view = buildOverview(scattered(0), options);
    expect(view.shards).toEqual([]);
    expect(view.cells.count).toBe(0);
  });
});
