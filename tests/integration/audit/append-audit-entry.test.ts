import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decodeAuditEntry } from "#domain/audit/audit-entry.ts";
import { appendAuditEntry, type NewAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { writeSql } from "#persistence/database.ts";
import { testDatabase } from "../database.ts";
import { newCity } from "../importing/import.ts";

const { sql } = testDatabase();

type Row = { log_index: string; happened_at: Date; body: string; leaf_hash: Buffer; city: string };

const rows = () => sql()<Row[]>`SELECT * FROM audit_entry ORDER BY log_index`;
const act = (subject: string): NewAuditEntry => ({
  cityId: null,
  actor: "system",
  action: "role-expired",
  subject,
  detail: {},
});
const append = (subject: string) => writeSql((write) => appendAuditEntry(write, act(subject)));

describe("the log in the database", () => {
  it("numbers entries without gap, though some deeds are rolled back and many are done at once", async () => {
    const from = (await rows()).length;
    const places = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        writeSql(async (write) => {
          const place = await appendAuditEntry(write, act(`account a${n}`));
          if (n % 3 === 0) throw new Error("changed my mind");
          return place;
        }).catch(() => undefined),
      ),
    );
    const kept = places.filter((place) => place !== undefined).sort((a, b) => a - b);
    expect(kept).toEqual(Array.from({ length: 40 }, (_, n) => from + n));
    const log = await rows();
    expect(log.map((row) => Number(row.log_index))).toEqual(log.map((_, n) => n));
    const times = log.map((row) => row.happened_at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it("keeps the canonical bytes and their hash, and reads every column from them", async () => {
    const city = await newCity("logged-city");
    const row = (await rows()).at(-1);
    const entry = decodeAuditEntry(row?.body ?? "");
    expect(entry).toMatchObject({ city, action: "city-added", subject: `city ${city}` });
    expect(row).toMatchObject({ city, action: "city-added", actor: "command-line" });
    expect(entry?.at).toBe(row?.happened_at.toISOString());
    const hash = createHash("sha256")
      .update("\0")
      .update(row?.body ?? "");
    expect(row?.leaf_hash.toString("hex")).toBe(hash.digest("hex"));
  });

  it("refuses a gap, a repetition, an earlier time, a false hash and a body that says another number", async () => {
    await append("account before");
    const last = (await rows()).at(-1);
    if (!last) throw new Error("no entry");
    const next = Number(last.log_index) + 1;
    const at = last.happened_at;
    const bodyOf = (index: number, time: Date) =>
      last.body
        .replace(/"index":\d+/, `"index":${index}`)
        .replace(/"at":"[^"]+"/, `"at":"${time.toISOString()}"`);
    const insert = async (index: number, time: Date, body: string, hashed = body) => {
      const hash = createHash("sha256").update("\0").update(hashed).digest();
      await sql()`INSERT INTO audit_entry (log_index, happened_at, body, leaf_hash)
        VALUES (${index}, ${time}, ${body}, ${hash})`;
    };
    await expect(insert(next + 1, at, bodyOf(next + 1, at))).rejects.toThrow(/does not follow/);
    await expect(insert(next - 1, at, bodyOf(next - 1, at))).rejects.toThrow(/does not follow/);
    const earlier = new Date(at.getTime() - 1);
    await expect(insert(next, earlier, bodyOf(next, earlier))).rejects.toThrow(/earlier than/);
    await expect(insert(next, at, bodyOf(next + 1, at))).rejects.toThrow(/says_its_number/);
    const later = new Date(at.getTime() + 1);
    await expect(insert(next, at, bodyOf(next, later))).rejects.toThrow(/says_its_time/);
    await expect(insert(next, at, bodyOf(next, at), "x")).rejects.toThrow(/is_hashed/);
    await insert(next, at, bodyOf(next, at));
  });

  it("undoes the deed whose words the log refuses", async () => {
    const before = await rows();
    const named = { ...act("account a"), detail: { by: "Jeanne Martin" } };
    await expect(writeSql((write) => appendAuditEntry(write, named))).rejects.toThrow(
      /no sentence/,
    );
    expect(await rows()).toEqual(before);
  });

  it("does not turn its time back when the clock is", async () => {
    const ahead = new Date(Date.now() + 3_600_000);
    const [last] = await sql()<Row[]>`SELECT * FROM audit_entry ORDER BY log_index DESC LIMIT 1`;
    const index = Number(last?.log_index) + 1;
    const body = (last?.body ?? "")
      .replace(/"index":\d+/, `"index":${index}`)
      .replace(/"at":"[^"]+"/, `"at":"${ahead.toISOString()}"`);
    const hash = createHash("sha256").update("\0").update(body).digest();
    await sql()`INSERT INTO audit_entry (log_index, happened_at, body, leaf_hash) VALUES (${index}, ${ahead}, ${body}, ${hash})`;
    await append("account after");
    expect((await rows()).at(-1)?.happened_at).toEqual(ahead);
  });
});
