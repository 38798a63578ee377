import { mkdtemp, readFile, rm } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#persistence/connection.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#server/embedded-postgres.ts";
import { refuseUnfitDatabase } from "#server/postgres/external-database.ts";
import { findFreePort } from "#server/process/ports.ts";

let folder: string;
let server: EmbeddedPostgres;
const fakes: net.Server[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-test-"));
  server = await startEmbeddedPostgres(folder, "private");
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  for (const fake of fakes.splice(0)) fake.close();
});

/** One message of PostgreSQL's protocol 3.0: a letter, a length that counts itself, a content. */
function message(letter: string, content: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

const text = (value: string) => Buffer.from(`${value}\0`);

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Answers every question with one row of one text column. */
function oneRow(value: string): Buffer {
  const description = [
    int16(1),
    text("v"),
    int32(0),
    int16(0),
    int32(25),
    int16(-1),
    int32(-1),
    int16(0),
  ];
  const row = [int16(1), int32(value.length), Buffer.from(value)];
  return Buffer.concat([
    message("T", Buffer.concat(description)),
    message("D", Buffer.concat(row)),
    message("C", text("SHOW")),
    message("Z", Buffer.from("I")),
  ]);
}

async function listen(onConnection: (socket: net.Socket) => void): Promise<string> {
  const port = await findFreePort();
  const fake = net.createServer((socket) => {
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  fakes.push(fake);
  await new Promise<void>((resolve) => fake.listen(port, "127.0.0.1", () => resolve()));
  return `postgresql://user:secret@127.0.0.1:${port}/db`;
}

/** As much of a PostgreSQL of 2021 as it takes to be asked for its version. */
function oldServer(socket: net.Socket): void {
  const welcome = [
    message("R", int32(0)),
    message("S", Buffer.concat([text("server_version"), text("14.9")])),
    message("Z", Buffer.from("I")),
  ];
  socket.once("data", () => {
    socket.write(Buffer.concat(welcome));
    socket.on("data", (bytes: Buffer) => {
      if (bytes[0] === "Q".charCodeAt(0)) {
        socket.write(oneRow(bytes.includes("server_version_num") ? "140009" : "14.9"));
      }
    });
  });
}

describe("a database that someone else runs", () => {
  it("is accepted when it is recent, reachable and ours to write", async () => {
    await expect(refuseUnfitDatabase(server.url)).resolves.toBeUndefined();
  });

  it("that is not there is named without its password", async () => {
    const url = `postgresql://user:secret@127.0.0.1:${await findFreePort()}/db`;
    const refusal = refuseUnfitDatabase(url);
    await expect(refusal).rejects.toThrow(
      /^The database at 127\.0\.0\.1:\d+\/db cannot be reached \(ECONNREFUSED\)/,
    );
    await expect(refusal).rejects.toThrow(/^(?!.*secret)/);
  });

  it("that accepts and never answers is given up", async () => {
    await expect(refuseUnfitDatabase(await listen(() => undefined))).rejects.toThrow(
      /cannot be reached/,
    );
  });

  it("that is no PostgreSQL is given up", async () => {
    const url = await listen((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await expect(refuseUnfitDatabase(url)).rejects.toThrow(/cannot be reached/);
  });

  it("that is too old is refused with both versions", async () => {
    await expect(refuseUnfitDatabase(await listen(oldServer))).rejects.toThrow(
      "The database runs PostgreSQL 14.9, and PostgreSQL 15 or later is needed.",
    );
  });

  it.each([
    [
      "password",
      (url: URL) => Object.assign(url, { password: "wrong" }),
      /refuses the user or password/,
    ],
    ["name", (url: URL) => Object.assign(url, { pathname: "/nowhere" }), /does not exist/],
  ])("with a wrong %s is refused", async (_name, change, reason) => {
    await expect(refuseUnfitDatabase(change(new URL(server.url)).toString())).rejects.toThrow(
      reason,
    );
  });

  it("in which we may not create tables is refused", async () => {
    const password = (await readFile(path.join(folder, "postgres-password"), "utf8")).trim();
    const sql = connect(server.url.replace("contrechamp:", "postgres:"), { name: "test" });
    await sql.unsafe(`create role reader login password '${password}'`);
    await sql.end();
    const url = Object.assign(new URL(server.url), { username: "reader" }).toString();
    await expect(refuseUnfitDatabase(url)).rejects.toThrow(/may not create tables/);
  });
});
