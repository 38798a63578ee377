import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { LogReader } from "#domain/audit/log-reader.ts";
import { codeOf } from "#server/process/refusal.ts";

/** A log as its files: of a live installation, or of a folder that somebody downloaded. */
export interface OpenLog {
  readonly read: LogReader;
  /** Entries as the live installation's API shows them; absent for a folder. */
  readonly shown: ((start: number, count: number) => Promise<readonly string[]>) | undefined;
}

const ANSWER_MS = 30_000;

async function fetchBytes(url: URL): Promise<Uint8Array | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
  if (response.status === 404) {
    await response.body?.cancel();
    return undefined;
  }
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** JSON keeps the order of keys and the spelling of numbers: what is read is spelled again as it was. */
async function fetchEntries(origin: URL, start: number, count: number): Promise<string[]> {
  const bytes = await fetchBytes(
    new URL(`/api/v1/log/entries?start=${start}&limit=${count}`, origin),
  );
  const page = JSON.parse(Buffer.from(bytes ?? []).toString() || "{}") as {
    entries?: { entry: unknown }[];
  };
  return (page.entries ?? []).map(({ entry }) => JSON.stringify(entry));
}

/** Thousands of small files of a local folder are read faster one after the other than by asking for many at once. */
function readFrom(folder: string, name: string): Uint8Array | undefined {
  try {
    return readFileSync(path.join(folder, ...name.split("/")));
  } catch (failure) {
    const code = codeOf(failure);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw failure;
  }
}

/** `place` is an address, with or without /log, or a folder. */
export function openLog(place: string): OpenLog {
  if (!/^https?:\/\//.test(place)) {
    return { read: (name) => Promise.resolve(readFrom(place, name)), shown: undefined };
  }
  const given = place.replace(/\/+$/, "");
  const base = new URL(`${given.endsWith("/log") ? given : `${given}/log`}/`);
  return {
    read: (name) => fetchBytes(new URL(name, base)),
    shown: (start, count) => fetchEntries(base, start, count),
  };
}

/** Keeps what is read in a folder, which can then be verified by itself. */
export function copyTo(folder: string, read: LogReader): LogReader {
  return async (name) => {
    const bytes = await read(name);
    if (bytes) {
      const file = path.join(folder, ...name.split("/"));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    return bytes;
  };
}
