import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeAuditEntry, encodeAuditEntry } from "#domain/audit/audit-entry.ts";
import { auditActions, auditQualities } from "#domain/audit/audit-vocabulary.ts";
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

async function readCity(slug: string): Promise<{ id: number }> {
  const [city] = await sql()<{ id: number }[]>`SELECT id FROM city WHERE slug = ${slug}`;
  if (!city) throw new Error(slug);
  return city;
}

const word = fc.stringMatching(/^[A-Za-z0-9._:/+-]{1,40}$/);
const key = fc.stringMatching(/^[a-z][A-Za-z0-9-]{0,12}$/);
const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  // JSON has one zero.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
const scalar = fc.oneof(word, number, fc.boolean(), fc.constant(null));
const flat = fc.dictionary(key, scalar, { maxKeys: 5, noNullPrototype: true });
const anyAct = fc.record({
  isOfCity: fc.boolean(),
  actor: fc.oneof(
    fc.constantFrom(...auditQualities),
    fc
      .tuple(fc.constantFrom(...auditQualities), fc.stringMatching(/^[A-Za-z0-9_-]{6,20}$/))
      .map(([quality, account]) => `${quality}:${account}` as const),
  ),
  action: fc.constantFrom(...auditActions),
  subject: fc.stringMatching(/^[a-z][a-z-]{0,20} [A-Za-z0-9._~:/%+-]{1,40}$/),
  detail: fc.dictionary(
    key,
    fc.oneof(scalar, flat, fc.array(fc.oneof(scalar, flat), { maxLength: 4 })),
    { maxKeys: 6, noNullPrototype: true },
  ),
});

describe("the log in the database", () => {
  it("numbers entries without gap, though some deeds are rolled back and many are done at once", async () => {
    const from = (await rows()).length;
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        writeSql(async (write) => {
          await appendAuditEntry(write, act(`account a${n}`));
          if (n % 3 === 0) throw new Error("changed my mind");
        }).catch(() => undefined),
      ),
    );
    const log = await rows();
    const kept = Array.from({ length: 60 }, (_, n) => n).filter((n) => n % 3 !== 0);
    const subjects = log.slice(from).map(({ body }) => decodeAuditEntry(body)?.subject);
    expect(subjects.sort()).toEqual(kept.map((n) => `account a${n}`).sort());
    expect(await sql()`SELECT FROM audit_act`).toHaveLength(0);
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

  it("spells every act as RFC 8785 does, whatever its words and numbers", async () => {
    const { id } = await readCity(await newCity("spelled-city"));
    const from = (await rows()).length;
    const acts = fc
      .sample(anyAct, 300)
      .map((given) => ({ ...given, cityId: given.isOfCity ? id : null }));
    await writeSql(async (write) => {
      for (const { isOfCity: _, ...given } of acts) await appendAuditEntry(write, given);
    });
    const log = (await rows()).slice(from);
    for (const [n, { actor, action, subject, detail, isOfCity }] of acts.entries()) {
      const body = log[n]?.body ?? "";
      // Read back from its canonical spelling and from no other.
      const entry = decodeAuditEntry(body);
      expect(entry, body).toEqual({
        ...{ version: 1, index: from + n, at: log[n]?.happened_at.toISOString() },
        ...{ city: isOfCity ? "spelled-city" : null, actor, action, subject, detail },
      });
      expect(entry && encodeAuditEntry(entry)).toBe(body);
    }
  });

  it("keeps the acts of one transaction in their order, and writers that say more before they commit do not wait", async () => {
    const from = (await rows()).length;
    await writeSql(async (slow) => {
      await appendAuditEntry(slow, act("account slow1"));
      await append("account quick");
      await appendAuditEntry(slow, act("account slow2"));
    });
    expect((await rows()).slice(from).map(({ body }) => decodeAuditEntry(body)?.subject)).toEqual([
      ...["account quick", "account slow1", "account slow2"],
    ]);
  });

  it.each([
    ["an actor with a quote", { actor: 'system","x":"' }],
    ["an action with a blank", { action: "role expired" }],
    ["a subject with a quote", { subject: 'account "a"' }],
    ["a detail that is no object", { detail: "[1]" }],
    ["a detail that ends the entry", { detail: '{}},{"a":{}' }],
  ])("refuses an act handed to it past the application: %s", async (_name, change) => {
    const given = {
      actor: "system",
      action: "role-expired",
      subject: "account a",
      detail: "{}",
      ...change,
    };
    await expect(
      sql()`INSERT INTO audit_act (actor, action, subject, detail)
        VALUES (${given.actor}, ${given.action}, ${given.subject}, ${given.detail})`,
    ).rejects.toThrow(/audit_act_has|invalid input syntax/);
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
