import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cameraPurposes, cameraStatuses, cameraTypes } from "#domain/camera/camera-vocabulary.ts";
import { authorisationStates } from "#domain/compliance/authorisation-state.ts";
import { createCameraColumns, type MapCamera, sectorBits } from "#domain/dataset/camera-columns.ts";
import { scanCameras } from "#domain/dataset/camera-facets.ts";
import {
  type CameraFilter,
  matchesCameraFilter,
  noFilter,
  parseCameraFilter,
} from "#domain/dataset/camera-filter.ts";
import { createScanRoom } from "#domain/dataset/facet-counts.ts";
import { costBands, outcomeBands } from "#domain/dataset/map-vocabulary.ts";

const anyCamera: fc.Arbitrary<MapCamera> = fc.record({
  reference: fc.constant("R"),
  longitude: fc.double({ min: 4, max: 5, noNaN: true }),
  latitude: fc.double({ min: 45, max: 46, noNaN: true }),
  district: fc.constantFrom("centre", "nord", null),
  operator: fc.constantFrom("Ville", "Métropole", null),
  purposes: fc.subarray([...cameraPurposes], { maxLength: 3 }),
  type: fc.constantFrom(...cameraTypes),
  status: fc.constantFrom(...cameraStatuses),
  authorisation: fc.constantFrom(...authorisationStates),
  year: fc.constantFrom(0, 1998, 2010, 2020),
  cost: fc.constantFrom(...costBands),
  outcome: fc.constantFrom(...outcomeBands),
  costPerOutcome: fc.constant("unknown"),
  heads: fc.constant([]),
  precision: fc.constant("exact"),
});

/** As the index writes the position of a camera that has none. */
const nowhere = -21474.83648;

const anyFilter: fc.Arbitrary<CameraFilter> = fc.record({
  district: fc.subarray(["centre", "nord"]),
  operator: fc.subarray(["Ville", "Métropole", "Personne"]),
  purpose: fc.subarray([...cameraPurposes]),
  type: fc.subarray([...cameraTypes]),
  status: fc.subarray([...cameraStatuses]),
  authorisation: fc.subarray([...authorisationStates]),
  cost: fc.subarray([...costBands]),
  outcome: fc.subarray([...outcomeBands]),
  from: fc.constantFrom(null, 1998, 2011),
  to: fc.constantFrom(null, 2010, 2020),
  text: fc.constant(""),
});

function columnsOf(cameras: readonly MapCamera[]) {
  const columns = createCameraColumns();
  for (const camera of cameras) columns.add(camera);
  return columns.finish();
}

describe("the scan over columns", () => {
  test("shows exactly the cameras that the filter of the server's list shows", () => {
    fc.assert(
      fc.property(fc.array(anyCamera, { maxLength: 40 }), anyFilter, (cameras, filter) => {
        const { fails, matching } = scanCameras(columnsOf(cameras), filter);
        const shown = cameras.map((camera) =>
          matchesCameraFilter(filter, { ...camera, words: "" }),
        );
        expect([...fails].map((fail) => fail === 0)).toEqual(shown);
        expect(matching).toBe(shown.filter(Boolean).length);
      }),
    );
  });

  test("a facet counts what its values would show, the other facets staying as they are", () => {
    fc.assert(
      fc.property(fc.array(anyCamera, { maxLength: 40 }), anyFilter, (cameras, filter) => {
        const counts = scanCameras(columnsOf(cameras), filter, {
          count: ["type", "purpose"],
        }).counts;
        const would = (changed: Partial<CameraFilter>) =>
          cameras.filter((camera) =>
            matchesCameraFilter({ ...filter, ...changed }, { ...camera, words: "" }),
          ).length;
        expect([...(counts.get("type") ?? [])]).toEqual(
          cameraTypes.map((type) => would({ type: [type] })),
        );
        expect([...(counts.get("purpose") ?? [])]).toEqual(
          cameraPurposes.map((purpose) => would({ purpose: [purpose] })),
        );
      }),
    );
  });

  test("every matching camera of the box falls in one cell of the grid", () => {
    fc.assert(
      fc.property(fc.array(anyCamera, { maxLength: 40 }), anyFilter, (cameras, filter) => {
        const box = [420_000, 4_530_000, 480_000, 4_570_000] as const;
        const scan = scanCameras(columnsOf(cameras), filter, {
          box,
          grid: { columns: 7, rows: 5 },
        });
        expect(scan.bins?.reduce((a, b) => a + b, 0)).toBe(scan.matching);
      }),
    );
  });

  test("whatever the box, the search and the room, a facet counts who passes all else, and the grid who passes", () => {
    const room = createScanRoom(40);
    const anyBox = fc.constantFrom(
      [420_000, 4_530_000, 480_000, 4_570_000] as const,
      [400_000, 4_500_000, 500_000, 4_600_000] as const,
      undefined,
    );
    const anywhere = fc.record({
      camera: anyCamera,
      isPlaced: fc.boolean(),
      isFound: fc.constantFrom(true, true, false),
    });
    const many = fc.array(anywhere, { maxLength: 40 });
    fc.assert(
      fc.property(many, anyFilter, anyBox, (given, filter, box) => {
        const cameras = given.map(({ camera, isPlaced }) =>
          isPlaced ? camera : { ...camera, longitude: nowhere, latitude: nowhere },
        );
        const isShown = (camera: MapCamera, i: number, by: CameraFilter) => {
          const x = Math.round(camera.longitude * 1e5);
          const y = Math.round(camera.latitude * 1e5);
          const [west, south, east, north] = box ?? [-Infinity, -Infinity, Infinity, Infinity];
          return (
            given[i]?.isFound === true &&
            matchesCameraFilter(by, { ...camera, words: "" }) &&
            x >= west &&
            x <= east &&
            y >= south &&
            y <= north
          );
        };
        const would = (by: CameraFilter) =>
          cameras.filter((camera, i) => isShown(camera, i, by)).length;
        const scan = scanCameras(columnsOf(cameras), filter, {
          count: ["status", "type", "purpose", "operator"],
          found: Uint8Array.from(given, ({ isFound }) => Number(isFound)),
          room,
          ...(box ? { box, grid: { columns: 3, rows: 2 } } : {}),
        });
        expect(scan.matching).toBe(would(filter));
        expect([...scan.fails].map((bits) => bits === 0)).toEqual(
          cameras.map((camera, i) => isShown(camera, i, filter)),
        );
        if (box) expect(scan.bins?.reduce((a, b) => a + b, 0)).toBe(scan.matching);
        expect([...(scan.counts.get("status") ?? [])]).toEqual(
          cameraStatuses.map((status) => would({ ...filter, status: [status] })),
        );
        expect([...(scan.counts.get("type") ?? [])]).toEqual(
          cameraTypes.map((type) => would({ ...filter, type: [type] })),
        );
        expect([...(scan.counts.get("purpose") ?? [])]).toEqual(
          cameraPurposes.map((purpose) => would({ ...filter, purpose: [purpose] })),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("a column is counted once and its counts are the asker's own", () => {
    const all = columnsOf(fc.sample(anyCamera, 9));
    const ask = () => scanCameras(all, noFilter, { count: ["type"] }).counts.get("type");
    const first = ask();
    first?.fill(0);
    expect(ask()?.reduce((a, b) => a + b, 0)).toBe(9);
  });

  test("a facet whose column has not arrived yet hides nothing", () => {
    const all = columnsOf(fc.sample(anyCamera, 5));
    const core = { ...all, columns: all.columns.filter(({ name }) => name === "status") };
    expect(scanCameras(core, parseCameraFilter(new URLSearchParams("type=dome"))).matching).toBe(5);
  });

  test("cameras without a place fall outside no box, and in no cell of its grid", () => {
    const all = { ...columnsOf(fc.sample(anyCamera, 5)), positions: null };
    const box = [0, 0, 10, 10] as const;
    const scan = scanCameras(all, noFilter, { box, grid: { columns: 2, rows: 2 } });
    expect(scan.matching).toBe(5);
    expect([...(scan.bins ?? [])]).toEqual([0, 0, 0, 0]);
  });

  test("a search that found nothing shows nothing", () => {
    const all = columnsOf(fc.sample(anyCamera, 5));
    expect(scanCameras(all, noFilter, { found: new Uint8Array(5) }).matching).toBe(0);
  });
});

describe("directions in sixteen sectors", () => {
  test.each([
    ["north", [{ from: 0 }], 1],
    ["359°, which is nearer north", [{ from: 359 }], 1],
    ["south", [{ from: 180 }], 1 << 8],
    ["from 350° to 10°, all of it within the sector of north", [{ from: 350, to: 10 }], 1],
    ["from 340° to 20°, across north", [{ from: 340, to: 20 }], 0b1000_0000_0000_0011],
    ["all around", [{ from: 0, to: 360 }], 0xffff],
    ["two heads, north and south", [{ from: 0 }, { from: 180 }], 0b1_0000_0001],
    ["not published", [], 0],
    ["a head without direction", [{}], 0],
  ])("%s", (_name, heads, bits) => {
    expect(sectorBits(heads)).toBe(bits);
  });
});

describe("the counts of a facet", () => {
  const sample = fc.sample(anyCamera, { numRuns: 20, seed: 7 });

  test("are given of the columns that have values to count, and of no other", () => {
    const count = ["status", "reference", "colour"];
    const { counts } = scanCameras(columnsOf(sample), noFilter, { count });
    expect([...counts.keys()]).toEqual(["status"]);
  });

  test("are of the cameras that a search found", () => {
    const found = Uint8Array.from(sample, (_, n) => n % 2);
    const { counts, matching, fails } = scanCameras(columnsOf(sample), noFilter, {
      found,
      count: ["type"],
    });
    expect(matching).toBe(10);
    expect([...fails].map((bits) => bits === 0)).toEqual([...found].map((one) => one === 1));
    expect([...(counts.get("type") ?? [])].reduce((sum, n) => sum + n, 0)).toBe(10);
  });

  test("miss no camera of an odd number of them", () => {
    for (const some of [sample.slice(0, 1), sample.slice(0, 7), sample.slice(0, 8)]) {
      const { counts } = scanCameras(columnsOf(some), noFilter, { count: ["type"] });
      expect([...(counts.get("type") ?? [])].reduce((sum, n) => sum + n, 0)).toBe(some.length);
    }
  });

  test("go beyond 256 operators", () => {
    const many = Array.from({ length: 300 }, (_, n) => ({
      ...(sample[0] as MapCamera),
      operator: `Operator ${String(n).padStart(3, "0")}`,
    }));
    const operator = columnsOf(many).columns.find(({ name }) => name === "operator");
    expect(operator?.values).toBeInstanceOf(Uint16Array);
    const { values, dictionary } = operator as unknown as {
      values: Uint16Array;
      dictionary: string[];
    };
    expect([...values].map((code) => dictionary[code])).toEqual(many.map((one) => one.operator));
  });
});

describe("a city of which nearly everything is shown", () => {
  const camera = fc.sample(anyCamera, { seed: 7, numRuns: 1 })[0] as MapCamera;
  const types = ["fixed", "fixed", "fixed", "dome", "dome", "thermal"].map((type) => ({
    ...camera,
    type: type as MapCamera["type"],
    status: type === "thermal" ? ("removed" as const) : ("in-service" as const),
  }));
  const unplaced = { ...(types[0] as MapCamera), longitude: nowhere, latitude: nowhere };
  const source = columnsOf([...types, unplaced]);
  const everywhere = [400_000, 4_500_000, 500_000, 4_600_000] as const;
  const counted = (filter: CameraFilter) => {
    const { counts } = scanCameras(source, filter, { box: everywhere, count: ["type"] });
    const perType = [...(counts.get("type") ?? [])].map((n, i) => [cameraTypes[i], n]);
    return Object.fromEntries(perType.filter(([, n]) => n !== 0));
  };

  test("is counted as a whole less the cameras without a place, as often as it is asked", () => {
    for (const _time of ["first", "again"]) {
      expect(counted(noFilter)).toEqual({ fixed: 3, dome: 2, thermal: 1 });
    }
  });

  test("is counted less the few that fail", () => {
    expect(counted({ ...noFilter, status: ["in-service"] })).toEqual({ fixed: 3, dome: 2 });
  });
});
