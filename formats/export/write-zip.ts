import { Zip, ZipDeflate } from "fflate";
import type { Chunks } from "./export-column.ts";

export type ZipMember = { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> };

/** Archive of files that are made as it is written: nothing is held but what was not taken yet. */
export async function* writeZip(
  members: AsyncIterable<ZipMember> | Iterable<ZipMember>,
  date: Date,
): Chunks {
  const made: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else if (chunk.byteLength > 0) made.push(chunk);
  });
  function* take(): Generator<Uint8Array> {
    if (failure) throw failure;
    yield* made.splice(0);
  }
  for await (const { name, chunks } of members) {
    const member = new ZipDeflate(name, { level: 6 });
    member.mtime = zipDate(date);
    zip.add(member);
    for await (const block of inBlocks(chunks)) {
      member.push(block);
      yield* take();
    }
    member.push(new Uint8Array(0), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

const blockBytes = 65_536;

/** The same blocks however the bytes came: the archive of a release is the same at every making. */
async function* inBlocks(chunks: AsyncIterable<Uint8Array>): Chunks {
  let block = new Uint8Array(blockBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.byteLength; ) {
      const part = chunk.subarray(start, start + blockBytes - filled);
      block.set(part, filled);
      filled += part.byteLength;
      start += part.byteLength;
      if (filled < blockBytes) continue;
      yield block;
      block = new Uint8Array(blockBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

/** Archives know local time from 1980 on, by two seconds: UTC is written as if it were local, so that every machine agrees. */
function zipDate(date: Date): Date {
  const first = Date.UTC(1980, 0, 1);
  const at = new Date(Math.max(date.getTime(), first));
  return new Date(at.getTime() + at.getTimezoneOffset() * 60_000);
}
