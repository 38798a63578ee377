import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ownsTheLog } from "#persistence/application-rights.ts";
import { connect } from "#persistence/connection.ts";
import { prepareDatabase } from "#server/migrations.ts";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "../importing/import.ts";

const { sql, url } = testDatabase();
let application: postgres.Sql;

function addressAs(role: string, password?: string): string {
  const address = new URL(url());
  address.username = role;
  if (password !== undefined) address.password = password;
  return address.toString();
}

beforeAll(async () => {
  application = postgres(addressAs("contrechamp_app"), { max: 1, onnotice: () => {} });
  await importText(
    await newCity("guarded"),
    "cameras",
    "reference,label,longitude,latitude,status\n1,A,4.39,45.44,in-service\n",
  );
});
afterAll(async () => {
  await application.end();
});

describe("the application's database role", () => {
  it.each([
    "UPDATE audit_entry SET body = body",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "INSERT INTO audit_entry (log_index, happened_at, body, leaf_hash) VALUES (0, now(), '{}', '')",
    "DELETE FROM audit_act",
    "UPDATE audit_act SET subject = 'account b'",
    "SELECT number_audit_act()",
    "UPDATE release SET note = 'x'",
    "DELETE FROM release",
    "UPDATE revision SET note = 'x'",
    "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    "DROP TABLE audit_entry",
    "DROP TRIGGER audit_entry_is_append_only ON audit_entry",
    "SET session_replication_role = replica",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "DELETE FROM _prisma_migrations",
    "CREATE TABLE of_its_own (n int)",
    "SET ROLE contrechamp",
  ])("may not: %s", async (statement) => {
    await expect(application.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
  });

  it("does its work all the same, and the owner's triggers still refuse the owner", async () => {
    const [count] = await application`SELECT count(*)::int AS n FROM audit_entry`;
    expect(count?.n).toBeGreaterThanOrEqual(2);
    await expect(sql().unsafe("UPDATE audit_entry SET body = 'x'")).rejects.toThrow("append-only");
  });

  it("is told from one that owns the tables", async () => {
    const owner = connect(url(), { name: "test" });
    const other = connect(addressAs("contrechamp_app"), { name: "test" });
    const superuser = new URL(inject("testServer"));
    superuser.pathname = new URL(url()).pathname;
    const mighty = connect(superuser.toString(), { name: "test" });
    expect(await Promise.all([owner, other, mighty].map(ownsTheLog))).toEqual([true, false, true]);
    await Promise.all([owner, other, mighty].map((connection) => connection.end()));
  });
});

describe("a database of one's own", () => {
  it("is prepared for any second role, and again after each migration", async () => {
    const superuser = postgres(inject("testServer"), { max: 1, onnotice: () => {} });
    const role = `second_${Date.now()}`;
    await superuser.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD 'second'`);
    const addresses = { owner: url(), application: addressAs(role, "second") };
    await prepareDatabase(addresses);
    await prepareDatabase(addresses);
    const second = postgres(addresses.application, { max: 1, onnotice: () => {} });
    expect((await second`SELECT count(*)::int AS n FROM city`)[0]?.n).toBe(1);
    await expect(second`DELETE FROM audit_entry`).rejects.toMatchObject({ code: "42501" });
    await second.end();
    await sql()
      .unsafe(`DROP OWNED BY ${role}`)
      .catch(() => undefined);
    await superuser.end();
  });

  it("is refused when the two addresses name two databases", async () => {
    const elsewhere = new URL(url());
    elsewhere.username = "contrechamp_app";
    elsewhere.pathname = "/postgres";
    await expect(
      prepareDatabase({ owner: url(), application: elsewhere.toString() }),
    ).rejects.toThrow(/same database/);
  });
});
