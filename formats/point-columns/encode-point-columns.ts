import { maximum, minimum, mortonCodes } from "./morton.ts";
import {
  type CodeArray,
  type ColumnarPoints,
  type ColumnLayout,
  checksum,
  magic,
  type PointColumn,
  PointColumnsError,
  type PointColumnsHeader,
  preambleBytes,
  schemaVersion,
  valuesPerByte,
} from "./point-columns.ts";

/**
 * Writes points, already in Morton order, to one immutable file to be compressed by the caller.
 * Positions: byte planes of the differences between Morton codes. Columns: ranks of the values that occur,
 * as many to a byte as fit, because an entropy coder that works on whole bytes cannot spend less than one bit
 * per byte; more than 256 different values are written as byte planes.
 */
export function encodePointColumns(points: ColumnarPoints): Uint8Array {
  const positions = encodePositions(points);
  const columns = points.columns.map((column) => encodeColumn(column, points.count));
  const header: PointColumnsHeader = {
    version: schemaVersion,
    about: points.about,
    count: points.count,
    bbox: positions.bbox,
    first: positions.first,
    planes: positions.planes.length,
    columns: columns.map(({ layout }) => layout),
  };
  return assemble(header, [...positions.planes, ...columns.map(({ bytes }) => bytes)]);
}

function assemble(header: PointColumnsHeader, sections: readonly Uint8Array[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = sections.reduce((sum, section) => sum + section.length, text.length);
  const bytes = new Uint8Array(preambleBytes + length);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint8(4, schemaVersion);
  view.setUint32(12, text.length, true);
  bytes.set(text, preambleBytes);
  let offset = preambleBytes + text.length;
  for (const section of sections) {
    bytes.set(section, offset);
    offset += section.length;
  }
  view.setUint32(8, checksum(bytes.subarray(preambleBytes)), true);
  return bytes;
}

function encodePositions({ positions, count }: ColumnarPoints) {
  if (!positions || count === 0) return { bbox: null, first: 0, planes: [] };
  const { latitude, longitude } = positions;
  if (latitude.length !== count || longitude.length !== count) {
    throw new PointColumnsError(`Expected ${count} positions.`);
  }
  const bbox = [
    minimum(longitude),
    minimum(latitude),
    maximum(longitude),
    maximum(latitude),
  ] as const;
  if (bbox[0] < -18e6 || bbox[2] > 18e6 || bbox[1] < -9e6 || bbox[3] > 9e6) {
    throw new PointColumnsError("A position lies outside the Earth.");
  }
  const codes = mortonCodes(longitude, latitude);
  return { bbox, first: codes[0] as number, planes: deltaPlanes(codes) };
}

function deltaPlanes(codes: Float64Array): Uint8Array[] {
  const planes: Uint8Array[] = [];
  let previous = codes[0] as number;
  for (let i = 0; i < codes.length; i++) {
    let delta = (codes[i] as number) - previous;
    previous = codes[i] as number;
    if (delta < 0) throw new PointColumnsError("Points must be in Morton order.");
    for (let plane = 0; delta > 0; plane++) {
      planes[plane] ??= new Uint8Array(codes.length);
      (planes[plane] as Uint8Array)[i] = delta % 256;
      delta = Math.floor(delta / 256);
    }
  }
  return planes;
}

function encodeColumn(column: PointColumn, count: number) {
  if (column.values.length !== count) {
    throw new PointColumnsError(`Column ${column.name} has ${column.values.length} values.`);
  }
  if (column.kind === "text") return encodeText(column.name, column.values);
  const { name, kind, dictionary, values } = column;
  const used = distinctValues(values);
  const bytes = used ? packRanks(values, used) : bytePlanes(values);
  const width = values.BYTES_PER_ELEMENT as 1 | 2 | 4;
  const layout: ColumnLayout = { name, kind, dictionary, width, used, length: bytes.length };
  return { layout, bytes };
}

function encodeText(name: string, values: readonly string[]) {
  const lines = values.map((value) => value.replaceAll("\n", " ")).join("\n");
  const bytes = new TextEncoder().encode(lines);
  const layout: ColumnLayout = { name, kind: "text", width: 1, length: bytes.length };
  return { layout, bytes };
}

/** The sorted values that occur, or nothing when they are more than 256. */
function distinctValues(values: CodeArray): number[] | undefined {
  const seen = new Set<number>();
  for (const value of values) {
    seen.add(value);
    if (seen.size > 256) return undefined;
  }
  return [...seen].sort((a, b) => a - b);
}

function packRanks(values: CodeArray, used: readonly number[]): Uint8Array {
  const perByte = valuesPerByte(used.length);
  if (perByte === 0) return new Uint8Array(0);
  const rank = new Map(used.map((value, i) => [value, i]));
  const packed = new Uint8Array(Math.ceil(values.length / perByte));
  for (let i = values.length - 1; i >= 0; i--) {
    const place = Math.floor(i / perByte);
    packed[place] =
      (packed[place] as number) * used.length + (rank.get(values[i] as number) as number);
  }
  return packed;
}

function bytePlanes(values: CodeArray): Uint8Array {
  const width = values.BYTES_PER_ELEMENT;
  const planes = new Uint8Array(values.length * width);
  for (let plane = 0; plane < width; plane++) {
    const start = plane * values.length;
    for (let i = 0; i < values.length; i++) {
      planes[start + i] = (values[i] as number) >>> (8 * plane);
    }
  }
  return planes;
}
