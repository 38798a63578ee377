import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inMortonOrder, onlyColumns, slicePoints } from "#formats/point-columns/arrange-points.ts";
import { decodePointColumns } from "#formats/point-columns/decode-point-columns.ts";
import { encodePointColumns } from "#formats/point-columns/encode-point-columns.ts";
import { type ColumnarPoints, checksum } from "#formats/point-columns/point-columns.ts";

const about = { city: "temoin", release: "3" };

function points(rows: [number, number, number, number, string][]): ColumnarPoints {
  return {
    about,
    count: rows.length,
    positions: {
      longitude: Int32Array.from(rows, (row) => row[0]),
      latitude: Int32Array.from(rows, (row) => row[1]),
    },
    columns: [
      {
        name: "status",
        kind: "codes",
        values: Uint8Array.from(rows, (row) => row[2]),
        dictionary: ["unknown", "planned", "in-service"],
      },
      { name: "number", kind: "numbers", values: Uint32Array.from(rows, (row) => row[3]) },
      { name: "reference", kind: "text", values: rows.map((row) => row[4]) },
    ],
  };
}

const row = fc.tuple(
  fc.integer({ min: -18_000_000, max: 18_000_000 }),
  fc.integer({ min: -9_000_000, max: 9_000_000 }),
  fc.integer({ min: 0, max: 2 }),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.string().filter((text) => !/[\n\uD800-\uDFFF]/.test(text)),
);

describe("a point-columns file", () => {
  test("gives back every point on Earth exactly, at 1e-5 degree, with every column", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), (rows) => {
        const ordered = inMortonOrder(points(rows));
        const read = decodePointColumns(encodePointColumns(ordered));
        expect(read.count).toBe(rows.length);
        expect(read.about).toEqual(about);
        if (rows.length > 0) expect(read.positions).toEqual(ordered.positions);
        expect(read.columns).toEqual(ordered.columns);
      }),
    );
  });

  test("holds 300 different values in byte planes as well as 2 values packed in bits", () => {
    const count = 1000;
    const wide = Uint16Array.from({ length: count }, (_, i) => i % 300);
    const narrow = Uint8Array.from({ length: count }, (_, i) => (i % 7 === 0 ? 13 : 6));
    const constant = new Uint8Array(count).fill(9);
    const columns = [
      { name: "wide", kind: "codes", values: wide },
      { name: "narrow", kind: "bits", values: narrow },
      { name: "constant", kind: "numbers", values: constant },
    ] as const;
    const bytes = encodePointColumns({ about, count, positions: null, columns });
    expect(bytes.length).toBeLessThan(2000 + 125 + 700);
    expect(decodePointColumns(bytes).columns.map(({ values }) => values)).toEqual([
      wide,
      narrow,
      constant,
    ]);
  });

  test("keeps rows aligned between the file of positions and its companion", () => {
    const rows: [number, number, number, number, string][] = [
      [439_000, 4_543_000, 2, 7, "C"],
      [-439_000, -4_543_000, 1, 8, "A"],
      [439_001, 4_543_000, 0, 9, "D"],
    ];
    const ordered = inMortonOrder(points(rows));
    const core = decodePointColumns(encodePointColumns(onlyColumns(ordered, ["status"], true)));
    const more = decodePointColumns(encodePointColumns(onlyColumns(ordered, ["reference"], false)));
    expect(more.positions).toBeNull();
    const pairs = Array.from(core.positions?.longitude ?? [], (x, i) => [
      x,
      more.columns[0]?.values[i],
    ]);
    expect(new Map(pairs as [number, string][])).toEqual(
      new Map(rows.map(([x, , , , reference]) => [x, reference])),
    );
  });

  test("a slice of an ordered set is itself ordered and can be written alone", () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) => [(i * 7919) % 5000, (i * 104_729) % 5000, 1, i, String(i)] as const,
    );
    const ordered = inMortonOrder(points(rows.map((r) => [...r])));
    const part = slicePoints(ordered, 50, 120);
    expect(decodePointColumns(encodePointColumns(part)).positions).toEqual(part.positions);
  });

  test("refuses to write points out of order or off the Earth", () => {
    const [a, b] = [
      [10, 10, 0, 0, ""],
      [0, 0, 0, 0, ""],
    ] as [number, number, number, number, string][];
    expect(() => encodePointColumns(points([a as never, b as never]))).toThrow("Morton order");
    expect(() => encodePointColumns(points([[18_000_001, 0, 0, 0, ""]]))).toThrow("outside");
  });
});

describe("a damaged or hostile file", () => {
  const sound = encodePointColumns(
    inMortonOrder(
      points(Array.from({ length: 50 }, (_, i) => [i * 13, i * 7, i % 3, i, `R${i}`] as never)),
    ),
  );

  test("cut anywhere, it is refused by name of error", () => {
    for (let length = 0; length < sound.length; length++) {
      expect(() => decodePointColumns(sound.slice(0, length))).toThrow(
        expect.objectContaining({ name: "PointColumnsError" }),
      );
    }
  });

  test("with any one byte changed after the preamble, it is refused", () => {
    for (let at = 16; at < sound.length; at++) {
      const bytes = sound.slice();
      bytes[at] = (bytes[at] as number) ^ 0x20;
      expect(() => decodePointColumns(bytes)).toThrow(
        expect.objectContaining({ name: "PointColumnsError" }),
      );
    }
  });

  test.each([
    ['{"version":2}', "version"],
    ["[]", "version"],
    ["null", "version"],
    ['{"version":1,"count":4000000000,"planes":0,"bbox":null,"about":{},"columns":[]}', "header"],
    ['{"version":1,"count":-1,"planes":0,"bbox":null,"about":{},"columns":[]}', "header"],
    [
      '{"version":1,"count":1,"first":0,"planes":0,"bbox":null,"about":{},"columns":[null]}',
      "header",
    ],
    [
      '{"version":1,"count":9,"first":0,"planes":0,"bbox":null,"about":{},"columns":[{"name":"x","kind":"codes","width":3,"length":27}]}',
      "header",
    ],
    [
      '{"version":1,"count":19000000,"first":0,"planes":0,"bbox":null,"about":{},"columns":[{"name":"x","kind":"codes","width":1,"length":19000000}]}',
      "longer",
    ],
  ])("the header %s takes no memory and is refused", (header, reason) => {
    const text = new TextEncoder().encode(header);
    const bytes = new Uint8Array(16 + text.length);
    bytes.set(sound.subarray(0, 8));
    new DataView(bytes.buffer).setUint32(12, text.length, true);
    bytes.set(text, 16);
    new DataView(bytes.buffer).setUint32(8, checksum(text), true);
    expect(() => decodePointColumns(bytes)).toThrow(reason);
  });

  test("the checksum is Adler-32 (RFC 1950): « Wikipedia » gives 0x11E60398", () => {
    expect(checksum(new TextEncoder().encode("Wikipedia"))).toBe(0x11e60398);
  });
});
