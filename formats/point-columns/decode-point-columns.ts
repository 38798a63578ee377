import { gather13, halfRange, southEnd, westEnd } from "./morton.ts";
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
  valuesPerByte,
} from "./point-columns.ts";
import { readHeader } from "./read-header.ts";

/** Reads a file written by `encodePointColumns`; throws PointColumnsError on anything else. */
export function decodePointColumns(bytes: Uint8Array): ColumnarPoints {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < preambleBytes || magic.some((byte, i) => bytes[i] !== byte)) {
    throw new PointColumnsError("Not a point-columns file.");
  }
  const start = preambleBytes + view.getUint32(12, true);
  if (start > bytes.length) throw new PointColumnsError("Truncated in its header.");
  const header = readHeader(bytes.subarray(preambleBytes, start));
  const sections = header.columns.reduce((sum, column) => sum + column.length, 0);
  if (start + header.planes * header.count + sections !== bytes.length) {
    throw new PointColumnsError("Truncated, or longer than its header says.");
  }
  if (view.getUint32(8, true) !== checksum(bytes.subarray(preambleBytes))) {
    throw new PointColumnsError("Damaged: the checksum differs.");
  }
  let offset = start + header.planes * header.count;
  const columns = header.columns.map((layout) => {
    const section = bytes.subarray(offset, offset + layout.length);
    offset += layout.length;
    return readColumn(layout, section, header.count);
  });
  const positions = readPositions(header, bytes.subarray(start));
  return { about: header.about, count: header.count, positions, columns };
}

function readPositions({ bbox, count, first, planes }: PointColumnsHeader, bytes: Uint8Array) {
  if (!bbox) return null;
  const latitude = new Int32Array(count);
  const longitude = new Int32Array(count);
  let code = first;
  let half = -1;
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    let delta = 0;
    for (let at = (planes - 1) * count + i; at >= 0; at -= count) {
      delta = delta * 256 + (bytes[at] as number);
    }
    code += delta;
    const high = Math.floor(code / halfRange);
    if (high !== half) {
      half = high;
      x = westEnd + (gather13(high) << 13);
      y = southEnd + (gather13(high >>> 1) << 13);
    }
    const low = code - high * halfRange;
    longitude[i] = x + gather13(low);
    latitude[i] = y + gather13(low >>> 1);
  }
  return { latitude, longitude };
}

function readColumn(layout: ColumnLayout, section: Uint8Array, count: number): PointColumn {
  const { name, kind, dictionary } = layout;
  if (kind === "text") {
    const values = count === 0 ? [] : new TextDecoder().decode(section).split("\n");
    if (values.length !== count) throw new PointColumnsError(`Column ${name} is damaged.`);
    return { name, kind, values };
  }
  const values = newArray(layout.width, count);
  if (layout.used) unpackRanks(section, layout.used, values);
  else joinPlanes(section, layout.width, values);
  return { name, kind, values, dictionary };
}

function unpackRanks(section: Uint8Array, used: readonly number[], values: CodeArray): void {
  const perByte = valuesPerByte(used.length);
  if (perByte === 0) {
    values.fill(used[0] ?? 0);
    return;
  }
  const digits = digitTable(used, perByte);
  for (let i = 0, at = 0; at < section.length; at++) {
    const from = (section[at] as number) * perByte;
    for (let k = 0; k < perByte && i < values.length; k++) values[i++] = digits[from + k] as number;
  }
}

/** The values that each of the 256 bytes stands for. */
function digitTable(used: readonly number[], perByte: number): Uint32Array {
  const digits = new Uint32Array(256 * perByte);
  for (let byte = 0; byte < 256; byte++) {
    for (let k = 0, rest = byte; k < perByte; k++, rest = Math.floor(rest / used.length)) {
      digits[byte * perByte + k] = used[rest % used.length] as number;
    }
  }
  return digits;
}

function joinPlanes(section: Uint8Array, width: number, values: CodeArray): void {
  for (let i = 0; i < values.length; i++) {
    let value = 0;
    for (let at = (width - 1) * values.length + i; at >= 0; at -= values.length) {
      value = value * 256 + (section[at] as number);
    }
    values[i] = value;
  }
}

function newArray(width: 1 | 2 | 4, count: number): CodeArray {
  if (width === 1) return new Uint8Array(count);
  return width === 2 ? new Uint16Array(count) : new Uint32Array(count);
}
