import {
  type CodeArray,
  type ColumnarPoints,
  type PointColumn,
  PointColumnsError,
} from "./point-columns.ts";

/** The columns of two files that list the same points in the same order. */
export function joinColumns(points: ColumnarPoints, more: ColumnarPoints): ColumnarPoints {
  if (points.count !== more.count) {
    throw new PointColumnsError("These files do not list the same points.");
  }
  return { ...points, columns: [...points.columns, ...more.columns] };
}

/** The points of several shards of one set, one after the other. Shards share their dictionaries. */
export function joinRows(parts: readonly ColumnarPoints[]): ColumnarPoints | null {
  const [first] = parts;
  if (!first || parts.length === 1) return first ?? null;
  return {
    about: first.about,
    count: parts.reduce((sum, { count }) => sum + count, 0),
    positions: {
      latitude: concatenate(parts.map(({ positions }) => positions?.latitude ?? new Int32Array())),
      longitude: concatenate(
        parts.map(({ positions }) => positions?.longitude ?? new Int32Array()),
      ),
    },
    columns: first.columns.map((column, i) =>
      joinColumn(
        column,
        parts.map((part) => part.columns[i]),
      ),
    ),
  };
}

function joinColumn(first: PointColumn, parts: readonly (PointColumn | undefined)[]): PointColumn {
  if (parts.some((part) => part?.name !== first.name || part.kind !== first.kind)) {
    throw new PointColumnsError("These shards do not have the same columns.");
  }
  if (first.kind === "text") {
    return { ...first, values: parts.flatMap((part) => (part as typeof first).values) };
  }
  return { ...first, values: concatenate(parts.map((part) => (part as typeof first).values)) };
}

function concatenate<T extends CodeArray | Int32Array>(arrays: readonly T[]): T {
  const [first] = arrays as [T];
  const length = arrays.reduce((sum, array) => sum + array.length, 0);
  const joined = new (first.constructor as new (length: number) => T)(length);
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}
