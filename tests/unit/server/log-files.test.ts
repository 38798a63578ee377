import { mkdtemp, readdir, rm } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInRuns } from "#domain/audit/bundle-runs.ts";
import { readCheckpoint } from "#domain/audit/checkpoint.ts";
import { readNote } from "#domain/audit/signed-note.ts";
import { verifyLog } from "#domain/audit/verify-log.ts";
import { sha256 } from "#formats/digest/sha256.ts";
import { type LogFiles, logFilesIn } from "#persistence/audit/log-files.ts";
import { writeLargeLog } from "#scripts/benchmark/large-log.ts";
import { logFilesHandler } from "#server/handlers/log-files.ts";
import { readAddress } from "#server/http/request-address.ts";
import { writeDurably } from "#server/process/durable-file.ts";

const SIZE = 2 * 4_096 + 700;
let folder: string;
let files: LogFiles;
let server: http.Server;
const asked: string[] = [];
/** What is packed is kept after it is answered. */
const answered: unknown[] = [];

/** As bytes on the wire: `fetch` would unpack them. */
function ask(name: string, encoding: string) {
  const { port } = server.address() as AddressInfo;
  const headers = { "accept-encoding": encoding };
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>(
    (resolve, reject) => {
      http
        .get({ host: "127.0.0.1", port, path: `/log/${name}`, headers }, (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.once("end", () => {
            const { statusCode: status = 0 } = response;
            resolve({ status, headers: response.headers, body: Buffer.concat(parts) });
          });
        })
        .once("error", reject);
    },
  );
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-log-files-"));
  await writeLargeLog(folder, SIZE);
  files = logFilesIn(folder, writeDurably);
  const handler = logFilesHandler(files);
  server = http.createServer((request, response) => {
    asked.push(request.url ?? "");
    const address = readAddress(request.url ?? "/");
    if (address) answered.push(handler(request, response, address));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await Promise.all(answered);
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

const bundle = async (index: number) =>
  Buffer.from((await files.read(`tile/entries/0${index}`)) ?? []);

describe("the files of the log", () => {
  it("are given out sixteen full bundles at a time, packed once", async () => {
    const plain = await ask("bundles/1", "identity");
    const parts = await Promise.all(Array.from({ length: 16 }, (_, n) => bundle(16 + n)));
    expect(plain.body.equals(Buffer.concat(parts))).toBe(true);
    expect(plain.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "access-control-allow-origin": "*",
      vary: "accept-encoding",
    });
    for (const round of ["made", "kept"]) {
      const packed = await ask("bundles/1", "gzip, br");
      expect([round, packed.headers["content-encoding"]]).toEqual([round, "gzip"]);
      expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
      await Promise.all(answered);
    }
    expect(await readdir(path.join(folder, "packed", "bundles"))).toEqual(["1.gz"]);
  });

  it("are not given out before all sixteen are full, nor under another spelling", async () => {
    for (const name of ["bundles/2", "bundles/3", "bundles/01", "bundles/1?x=1", "bundles"])
      expect([name, (await ask(name, "gzip")).status]).toEqual([name, 404]);
  });

  it("are enough to verify the log as a browser does, in a few questions", async () => {
    const { port } = server.address() as AddressInfo;
    const read = async (name: string) => {
      const response = await fetch(`http://127.0.0.1:${port}/log/${name}`);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    };
    const note = readNote(Buffer.from((await read("checkpoint")) ?? []).toString());
    const checkpoint = readCheckpoint(note?.text ?? "");
    if (!checkpoint) throw new Error("no checkpoint");
    asked.length = 0;
    const given = { hash: sha256, read: readInRuns(read, SIZE), checkpoint, tiles: false };
    expect(await verifyLog(given)).toMatchObject({ size: SIZE, problems: [] });
    expect(asked.toSorted()).toEqual(
      [
        "bundles/0",
        "bundles/1",
        "tile/entries/032",
        "tile/entries/033",
        "tile/entries/034.p/188",
      ].map((name) => `/log/${name}`),
    );
  });
});
