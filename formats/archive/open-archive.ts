import { crc32, createInflateRaw } from "node:zlib";
import { FormatProblem } from "../format-problem.ts";

export type ArchiveEntry = { name: string; compressedBytes: number; bytes: number };

export type Archive = {
  entries: readonly ArchiveEntry[];
  /** Unpacks one entry as it is read; names are only looked up, never written anywhere. */
  read: (name: string) => AsyncGenerator<Uint8Array>;
};

type Located = ArchiveEntry & { method: number; crc: number; at: number };

const mostEntries = 10_000;
const mostBytes = 2_000_000_000;
/** Real spreadsheets pack ten to fifty times; the ratio is judged once enough has been unpacked to matter. */
const mostRatio = 200;
const ratioFrom = 50_000_000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * Opens a zip (PKWARE APPNOTE 6.3.10) by its central directory. Encrypted, split or damaged archives are refused, and
 * nothing is unpacked beyond what an honest table holds.
 */
export function openArchive(bytes: Buffer): Archive {
  const entries = readDirectory(bytes);
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > mostBytes) throw new FormatProblem("zip-bomb");
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    entries: entries.map(({ name, compressedBytes, bytes: size }) => ({
      name,
      compressedBytes,
      bytes: size,
    })),
    read: (name) => {
      const entry = byName.get(name);
      if (!entry) throw new FormatProblem("unreadable-archive", `It holds no ${name}.`);
      return unpack(bytes, entry);
    },
  };
}

function readDirectory(bytes: Buffer): Located[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries || count === 0xffff) throw new FormatProblem("zip-bomb");
  const entries: Located[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature)
      throw new FormatProblem("unreadable-archive");
    const entry = readEntry(bytes, at);
    if (entry) entries.push(entry);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record at the end, after which only a comment may stand. */
function findEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= earliest; at--) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw new FormatProblem("truncated-file");
}

function readEntry(bytes: Buffer, at: number): Located | undefined {
  const flags = bytes.readUInt16LE(at + 8);
  const nameLength = bytes.readUInt16LE(at + 28);
  const name = bytes.subarray(at + 46, at + 46 + nameLength).toString("utf8");
  if (name.endsWith("/")) return undefined;
  if (flags & 1) throw new FormatProblem("unreadable-archive", "It is encrypted.");
  const entry = {
    name,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  };
  const isKnown = entry.method === 0 || entry.method === 8;
  if (!isKnown || entry.compressedBytes === 0xffffffff || entry.bytes === 0xffffffff)
    throw new FormatProblem("unreadable-archive", `${name} is packed in an unknown way.`);
  return entry;
}

function packedBytes(bytes: Buffer, entry: Located): Buffer {
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== localSignature)
    throw new FormatProblem("unreadable-archive");
  const start =
    entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const end = start + entry.compressedBytes;
  if (end > bytes.length) throw new FormatProblem("truncated-file");
  return bytes.subarray(start, end);
}

async function* unpack(bytes: Buffer, entry: Located): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry);
  let size = 0;
  let sum = 0;
  for await (const chunk of entry.method === 0 ? [packed] : inflate(packed)) {
    size += chunk.byteLength;
    if (size > entry.bytes) throw new FormatProblem("unreadable-archive", "A size is false.");
    if (size > ratioFrom && size > packed.length * mostRatio) throw new FormatProblem("zip-bomb");
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.bytes || sum !== entry.crc)
    throw new FormatProblem("unreadable-archive", `${entry.name} is damaged.`);
}

async function* inflate(packed: Buffer): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: 1 << 17 });
  stream.end(packed);
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (failure) {
    if (failure instanceof FormatProblem) throw failure;
    throw new FormatProblem("unreadable-archive", "Its compressed data are damaged.");
  } finally {
    stream.destroy();
  }
}
