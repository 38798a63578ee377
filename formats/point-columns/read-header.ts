import {
  type ColumnLayout,
  maximumColumns,
  maximumPoints,
  PointColumnsError,
  type PointColumnsHeader,
  schemaVersion,
  valuesPerByte,
} from "./point-columns.ts";

/** Parses and distrusts: a header decides how much memory is taken, so every number in it is checked. */
export function readHeader(bytes: Uint8Array): PointColumnsHeader {
  let header: PointColumnsHeader;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new PointColumnsError("Unreadable header.");
  }
  if (header?.version !== schemaVersion) throw new PointColumnsError("Unknown schema version.");
  const { count, planes, first, bbox, about, columns } = header;
  const sound =
    isWithin(count, maximumPoints) &&
    isWithin(planes, 7) &&
    isWithin(first, 2 ** 52) &&
    (bbox === null || isBox(bbox)) &&
    (bbox !== null || planes === 0) &&
    typeof about === "object" &&
    about !== null &&
    Array.isArray(columns) &&
    columns.length <= maximumColumns &&
    columns.every((column) => isLayout(column, count));
  if (!sound) throw new PointColumnsError("Inconsistent header.");
  return header;
}

function isLayout(column: ColumnLayout, count: number): boolean {
  if (typeof column?.name !== "string" || !isWithin(column.length, 2 ** 31)) return false;
  if (column.kind === "text") return true;
  if (!["codes", "bits", "numbers"].includes(column.kind)) return false;
  if (![1, 2, 4].includes(column.width)) return false;
  if (column.dictionary !== undefined && !Array.isArray(column.dictionary)) return false;
  return column.length === expectedLength(column, count);
}

function expectedLength({ used, width }: ColumnLayout, count: number): number {
  if (used === undefined) return count * width;
  if (!Array.isArray(used) || used.length > 256 || !used.every((v) => isWithin(v, 2 ** 32))) {
    return -1;
  }
  const perByte = valuesPerByte(used.length);
  return perByte === 0 ? 0 : Math.ceil(count / perByte);
}

function isBox(box: readonly number[]): boolean {
  const bounded = (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= 18e6;
  return Array.isArray(box) && box.length === 4 && box.every(bounded);
}

function isWithin(value: unknown, limit: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= limit;
}
