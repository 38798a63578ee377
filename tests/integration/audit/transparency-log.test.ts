import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { type LogFiles, logFilesIn, openLogFiles } from "#persistence/audit/log-files.ts";
import { writeSql } from "#persistence/database.ts";
import { writeDurably } from "#server/process/durable-file.ts";
import { LogFault, LogPublisher } from "#server/transparency-log/log-publisher.ts";
import { LogService } from "#server/transparency-log/log-service.ts";
import {
  loadEarlierSigners,
  loadLogSigner,
  newSigningKey,
  readSigner,
  renewLogKey,
  type Signer,
  signingKeyFile,
} from "#server/transparency-log/signing-key.ts";
import { followLog } from "#use-cases/log/follow-log.ts";
import { isWhole, verifyPublishedLog } from "#use-cases/log/verify-published-log.ts";
import { testDatabase } from "../database.ts";

const { url } = testDatabase();
const folders: string[] = [];
const run = promisify(execFile);

function signerOf(word: string): Signer {
  const found = readSigner(word);
  if (!found) throw new Error("no key");
  return found;
}
const newSigner = (name = "cameras.example.org/log") => signerOf(newSigningKey(name));
const word = newSigningKey("cameras.example.org/log");
let signer = signerOf(word);
let files: LogFiles;

async function newFiles(): Promise<LogFiles> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-log-"));
  folders.push(folder);
  return logFilesIn(folder, writeDurably);
}

const append = (count: number) =>
  writeSql(async (sql) => {
    for (let n = 0; n < count; n += 1) {
      await appendAuditEntry(sql, {
        cityId: null,
        actor: "system",
        action: "role-expired",
        subject: `account a${n}`,
        detail: { n },
      });
    }
  });

/** As somebody with every right on the database server, who lifts the guards before. */
async function asSuperuser(statements: (sql: postgres.TransactionSql) => Promise<unknown>) {
  const address = new URL(inject("testServer"));
  address.pathname = new URL(url()).pathname;
  const sql = postgres(address.toString(), { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (transaction) => {
      await transaction`SET LOCAL session_replication_role = replica`;
      await statements(transaction);
    });
  } finally {
    await sql.end();
  }
}

/** What the installation's API would show, read from the database now. */
const shown = async (start: number, count: number) =>
  (await followLog({}, { start, limit: count })).entries.map(({ body }) => body);

const verifyNow = (earlier: string[] = [], read = files.read) =>
  verifyPublishedLog({ read, key: signer.key, earlier, shown });
const noteNow = async () => Buffer.from((await files.read("checkpoint")) ?? []).toString();

/** Rewrites an entry as a careful forger would: text, time, number and hash agree with each other. */
async function forge(sql: postgres.TransactionSql, index: number, change: [string, string]) {
  const [from, to] = change;
  await sql`UPDATE audit_entry SET body = regexp_replace(body, ${from}, ${to}),
    leaf_hash = sha256('\\x00'::bytea || convert_to(regexp_replace(body, ${from}, ${to}), 'UTF8'))
    WHERE log_index = ${index}`;
}

beforeAll(async () => {
  await append(700);
});
beforeEach(async () => {
  files = await newFiles();
  openLogFiles(files);
});
afterAll(async () => {
  openLogFiles(undefined);
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe("the published log", () => {
  it("is whole, as tiles, bundles and a signed checkpoint, and grows with the database", async () => {
    const publisher = new LogPublisher(files, signer);
    const size = await publisher.publish();
    const first = await noteNow();
    expect(isWhole(await verifyNow())).toBe(true);
    await append(300);
    expect(await publisher.publish()).toBe(size + 300);
    const report = await verifyNow([first]);
    expect(report).toMatchObject({
      kind: "read",
      checkpoint: { origin: "cameras.example.org/log", size: size + 300 },
      problems: [],
      earlier: [{ kind: "continued", size }],
    });
    expect((await stat(path.join(files.folder, "tile/0/000"))).size).toBe(8_192);
    expect(await readdir(path.join(files.folder, "tile/0"))).not.toContain("000.p");
    // The narrower tile of the first checkpoint is answered from the full one that followed.
    expect(await files.read("tile/0/000.p/17")).toHaveLength(17 * 32);
  });

  it("is the same whoever writes it, and is made again when files are missing or changed", async () => {
    await new LogPublisher(files, signer).publish();
    const [note, tile] = [await noteNow(), await files.read("tile/0/001")];
    await files.remove("tile");
    await files.write("packed/tile/entries/000.gz", "of the tiles that are gone");
    await new LogPublisher(files, signer).publish();
    expect(await readdir(files.folder)).not.toContain("packed");
    expect([await noteNow(), await files.read("tile/0/001")]).toEqual([note, tile]);
    await files.write("built", "nonsense");
    await new LogPublisher(files, signer).publish();
    const other = await newFiles();
    await new LogPublisher(other, signer).publish();
    expect(await other.read("tile/0/001")).toEqual(tile);
    expect(Buffer.from((await other.read("checkpoint")) ?? []).toString()).toBe(note);
    expect(isWhole(await verifyNow())).toBe(true);
  });

  it("goes on under a new key that signs beside the old one, and later under the new one alone", async () => {
    await append(5);
    await new LogPublisher(files, signer).publish();
    const oldOnly = await noteNow();
    const folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-log-key-"));
    folders.push(folder);
    await writeFile(signingKeyFile(folder), `${word}\n`, { mode: 0o600 });
    const next = await renewLogKey(folder);
    const environment = { dataFolder: folder, logSigningKey: undefined, publicOrigin: undefined };
    expect(await loadLogSigner(environment)).toMatchObject({ key: next.key });
    const earlier = await loadEarlierSigners(folder);
    expect(earlier.map(({ key }) => key)).toEqual([signer.key]);
    for (const name of ["log-signing-key", "log-signing-key.earlier"]) {
      expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
    }
    expect(next.key).toMatchObject({ name: signer.key.name });
    expect(next.key.keyId).not.toEqual(signer.key.keyId);
    const by = (key: typeof signer.key, since: string[] = []) =>
      verifyPublishedLog({ read: files.read, key, earlier: since, shown });

    // At once, without a further act: whoever knows the old key, and whoever knows the new one.
    await new LogPublisher(files, next, earlier).publish();
    const both = await noteNow();
    expect(isWhole(await by(signer.key, [oldOnly]))).toBe(true);
    expect(isWhole(await by(next.key, [both]))).toBe(true);
    // And as it grows.
    await append(5);
    await new LogPublisher(files, next, earlier).publish();
    expect(isWhole(await by(signer.key, [oldOnly, both]))).toBe(true);
    expect(isWhole(await by(next.key, [both]))).toBe(true);
    // The old key is gone: its holders are told that they do not know this log.
    await append(5);
    await new LogPublisher(files, next).publish();
    expect(isWhole(await by(next.key, [both]))).toBe(true);
    expect(isWhole(await by(signer.key))).toBe(false);
    // The old key alone, once more, forks nothing: it is refused.
    await append(1);
    await expect(new LogPublisher(files, signer).publish()).rejects.toThrow("another key");
    signer = next;
  });

  it("is signed once for each size, however many processes publish at once", async () => {
    await append(3);
    const others = await Promise.all([newFiles(), newFiles(), newFiles()]);
    await Promise.all(others.map((own) => new LogPublisher(own, signer).publish()));
    const notes = await Promise.all(others.map((own) => own.read("checkpoint")));
    expect(new Set(notes.map(String)).size).toBe(1);
  });

  it("is not signed with another key than before", async () => {
    const stranger = new LogPublisher(files, newSigner());
    await expect(stranger.publish()).rejects.toThrow(LogFault);
  });

  it("goes on after a failure between the database and the files", async () => {
    let left = 9;
    const breaking = logFilesIn(files.folder, async (file, content) => {
      left -= 1;
      if (left < 0) throw new Error("disk full");
      await writeDurably(file, content);
    });
    const publisher = new LogPublisher(breaking, signer);
    await expect(publisher.publish()).rejects.toThrow("disk full");
    left = Number.POSITIVE_INFINITY;
    await publisher.publish();
    expect(isWhole(await verifyNow())).toBe(true);
  });

  it("can be verified from a copy by the command, which keeps what it saw", async () => {
    await new LogPublisher(files, signer).publish();
    const copy = (await newFiles()).folder;
    await cp(files.folder, copy, { recursive: true });
    const kept = path.join(copy, "kept");
    const command = ["--import", "tsx", "scripts/verify-log.ts", copy, "--keep", kept];
    const { stdout } = await run(process.execPath, command);
    expect(stdout).toContain("The log is whole");
    expect(await readFile(kept, "utf8")).toBe(await noteNow());
    const tile = path.join(copy, "tile/0/000");
    const bytes = await readFile(tile);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(tile, bytes);
    await expect(run(process.execPath, command)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining("tile/0/000 is not the hash of the entries"),
    });
  });
});

/** Each forgery is done to the database, verified, and undone. */
describe("a superuser of the database who", () => {
  const target = 400;

  async function tamper(
    forgery: (sql: postgres.TransactionSql) => Promise<unknown>,
    look: (earlier: string) => Promise<void>,
  ) {
    await new LogPublisher(files, signer).publish();
    const earlier = await noteNow();
    await asSuperuser(async (sql) => {
      await sql`CREATE TABLE before_forgery AS SELECT log_index, happened_at, body, leaf_hash FROM audit_entry`;
      await sql`CREATE TABLE signed_before AS SELECT * FROM log_checkpoint`;
      await forgery(sql);
    });
    try {
      await look(earlier);
    } finally {
      await asSuperuser(async (sql) => {
        await sql`DELETE FROM audit_entry`;
        await sql`INSERT INTO audit_entry (log_index, happened_at, body, leaf_hash) SELECT * FROM before_forgery`;
        await sql`DELETE FROM log_checkpoint`;
        await sql`INSERT INTO log_checkpoint SELECT * FROM signed_before`;
        await sql`DROP TABLE before_forgery, signed_before`;
      });
    }
  }

  it("changes a row is found out, with the place", async () => {
    await tamper(
      (sql) => forge(sql, target, ['"n":\\d+', '"n":999']),
      async () => {
        const report = await verifyNow();
        expect(report).toMatchObject({ problems: [{ kind: "shown-otherwise", at: target }] });
        const service = new LogService(files, signer);
        expect(await service.verify()).toEqual([{ kind: "shown-otherwise", at: target }]);
      },
    );
  });

  it("changes a time is found out", async () => {
    await tamper(
      async (sql) => {
        await sql`ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_says_its_time`;
        await forge(sql, target, ['"at":"\\d{4}', '"at":"2025']);
        await sql`UPDATE audit_entry SET happened_at = happened_at - interval '1 year' WHERE log_index = ${target}`;
      },
      async () => {
        expect(await verifyNow()).toMatchObject({
          problems: [{ kind: "shown-otherwise", at: target }],
        });
      },
    );
  });

  it("changes the order is found out", async () => {
    await tamper(
      async (sql) => {
        for (const name of ["is_numbered_from_zero", "says_its_number"]) {
          await sql.unsafe(`ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS audit_entry_${name}`);
        }
        await sql`UPDATE audit_entry SET log_index = -2 WHERE log_index = ${target}`;
        await sql`UPDATE audit_entry SET log_index = ${target} WHERE log_index = ${target + 1}`;
        await sql`UPDATE audit_entry SET log_index = ${target + 1} WHERE log_index = -2`;
      },
      async () => {
        expect(await verifyNow()).toMatchObject({
          problems: [
            { kind: "shown-otherwise", at: target },
            { kind: "shown-otherwise", at: target + 1 },
          ],
        });
      },
    );
  });

  it("cuts off the tail is found out, and nothing more is signed", async () => {
    await tamper(
      (sql) => sql`DELETE FROM audit_entry WHERE log_index > ${target}`,
      async () => {
        const report = await verifyNow();
        expect(report.kind === "read" && report.problems[0]).toEqual({
          kind: "shown-otherwise",
          at: target + 1,
        });
        await expect(new LogPublisher(files, signer).publish()).rejects.toThrow(LogFault);
      },
    );
  });

  it("changes a row and throws the files away is refused a signature", async () => {
    await tamper(
      (sql) => forge(sql, target, ['"n":\\d+', '"n":999']),
      async () => {
        const anew = new LogPublisher(await newFiles(), signer);
        await expect(anew.publish()).rejects.toThrow(/are not those that were signed/);
      },
    );
  });

  it("rebuilds the whole log with the key is found out by an earlier checkpoint", async () => {
    await tamper(
      async (sql) => {
        await forge(sql, target, ['"n":\\d+', '"n":999']);
        await sql`DELETE FROM log_checkpoint`;
      },
      async (earlier) => {
        const rebuilt = await newFiles();
        await new LogPublisher(rebuilt, signer).publish();
        // By itself it looks whole: that is why checkpoints are kept by others.
        expect(isWhole(await verifyNow([], rebuilt.read))).toBe(true);
        const report = await verifyNow([earlier], rebuilt.read);
        expect(report).toMatchObject({ earlier: [{ kind: "contradicted" }] });
      },
    );
  });

  it("rebuilds a shorter log with the key is found out by an earlier checkpoint", async () => {
    await tamper(
      async (sql) => {
        await sql`DELETE FROM audit_entry WHERE log_index > ${target}`;
        await sql`DELETE FROM log_checkpoint`;
      },
      async (earlier) => {
        const rebuilt = await newFiles();
        await new LogPublisher(rebuilt, signer).publish();
        const report = await verifyNow([earlier], rebuilt.read);
        expect(report).toMatchObject({ earlier: [{ kind: "log-is-shorter" }] });
      },
    );
  });
});
