import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { operator } from "#domain/actor/actor.ts";
import { Undoing } from "#server/process/undoing.ts";
import { watchRoleExpiries } from "#server/role-expiries.ts";
import { acceptInvitation } from "#use-cases/administration/accept-invitation.ts";
import { closeAccount } from "#use-cases/administration/close-account.ts";
import { expireRoles } from "#use-cases/administration/expire-roles.ts";
import { inviteMember } from "#use-cases/administration/invite-member.ts";
import { revokeRole } from "#use-cases/administration/revoke-role.ts";
import { addCity } from "#use-cases/city/add-city.ts";
import { testDatabase } from "../database.ts";
import { addTestCity, join } from "./people.ts";

const { sql, url } = testDatabase();
const lastDay = "2026-12-31";
/** The first minute of the next day in Paris; Auckland has had it for twelve hours, Los Angeles waits for nine more. */
const turned = new Date("2026-12-31T23:00:30Z");
const longAfter = new Date("2028-03-01T12:00:00Z");

beforeAll(async () => {
  await addTestCity("paris");
  for (const [slug, timezone] of [
    ["auckland", "Pacific/Auckland"],
    ["los-angeles", "America/Los_Angeles"],
  ] as const) {
    await addCity({ slug, name: slug, country: "FR", timezone, currency: "EUR" }, "command-line");
  }
});

const actsOf = async (publicId: string) =>
  (
    await sql()<{ action: string }[]>`SELECT action FROM audit_entry
      WHERE subject = ${`account ${publicId}`} ORDER BY log_index`
  ).map(({ action }) => action);
const grantOf = async (publicId: string) => {
  const [row] = await sql()<{ id: number }[]>`SELECT g.id FROM role_grant g
    JOIN account a ON a.id = g.account_id WHERE a.public_id = ${publicId}`;
  return row?.id ?? -1;
};

describe("a role whose last day has passed", () => {
  it("is said in the log once, from the first minute of the next day in its city, and not before", async () => {
    const { publicId } = await join("paris", "fin@exemple.fr", "moderator", lastDay);
    await expireRoles(new Date("2026-12-31T22:59:30Z"));
    expect(await actsOf(publicId)).toEqual(["role-granted"]);
    await expireRoles(turned);
    await expireRoles(turned);
    await expireRoles(longAfter);
    expect(await actsOf(publicId)).toEqual(["role-granted", "role-expired"]);
    const [entry] = await sql()`SELECT actor, detail FROM audit_entry
      WHERE subject = ${`account ${publicId}`} AND action = 'role-expired'`;
    expect(entry).toEqual({ actor: "system", detail: { role: "moderator", endsOn: lastDay } });
  });

  it("has its day where its city is", async () => {
    const east = await join("auckland", "est@exemple.fr", "moderator", lastDay);
    const west = await join("los-angeles", "ouest@exemple.fr", "moderator", lastDay);
    await expireRoles(new Date("2026-12-31T10:59:30Z"));
    expect(await actsOf(east.publicId)).toEqual(["role-granted"]);
    await expireRoles(new Date("2026-12-31T11:00:30Z"));
    expect(await actsOf(east.publicId)).toContain("role-expired");
    await expireRoles(new Date("2027-01-01T07:59:30Z"));
    expect(await actsOf(west.publicId)).toEqual(["role-granted"]);
    await expireRoles(new Date("2027-01-01T08:00:30Z"));
    expect(await actsOf(west.publicId)).toContain("role-expired");
  });

  it("has none when it was given without end, or taken back before", async () => {
    const endless = await join("paris", "sans-fin@exemple.fr", "moderator");
    const revoked = await join("paris", "retire@exemple.fr", "moderator", lastDay);
    await revokeRole(operator, await grantOf(revoked.publicId), new Date("2026-12-31T22:30:00Z"));
    await expireRoles(longAfter);
    expect(await actsOf(endless.publicId)).toEqual(["role-granted"]);
    expect(await actsOf(revoked.publicId)).toEqual(["role-granted", "role-revoked"]);
  });

  it("is said before what follows, when the program was stopped on that day", async () => {
    const again = await join("paris", "revient@exemple.fr", "moderator", lastDay);
    const closed = await join("paris", "part@exemple.fr", "moderator", lastDay);
    const offered = { email: "revient@exemple.fr", role: "moderator" };
    const invited = await inviteMember(operator, "paris", offered, longAfter);
    if (invited.kind !== "invited") throw new Error(invited.kind);
    await acceptInvitation(invited.token, {}, longAfter);
    await closeAccount(operator, "part@exemple.fr", longAfter);
    await expireRoles(longAfter);
    expect(await actsOf(again.publicId)).toEqual(["role-granted", "role-expired", "role-granted"]);
    expect(await actsOf(closed.publicId)).toEqual([
      "role-granted",
      "role-expired",
      "role-revoked",
      "account-erased",
    ]);
  });

  it("stays said: nothing takes its mark away", async () => {
    const { publicId } = await join("paris", "marque@exemple.fr", "moderator", lastDay);
    await expireRoles(turned);
    const grant = await grantOf(publicId);
    await expect(sql()`DELETE FROM role_expiry WHERE grant_id = ${grant}`).rejects.toThrow(
      /append-only/,
    );
    await expect(sql()`UPDATE role_expiry SET logged_at = now()`).rejects.toThrow(/append-only/);
  });
});

describe("several processes", () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  /** Started and waiting for the word; resolves to how to give it. */
  async function ready(now: Date) {
    const address = new URL(url());
    address.username = "contrechamp_app";
    const script = "tests/integration/accounts/expire-process.ts";
    const given = ["--import", "tsx", script, address.toString(), now.toISOString()];
    const child = spawn(process.execPath, given, { stdio: ["pipe", "pipe", "inherit"] });
    children.push(child);
    child.stdin.on("error", () => undefined);
    let out = "";
    const ended = new Promise<string>((resolve) => child.once("close", () => resolve(out)));
    await new Promise<void>((resolve) => {
      child.stdout.on("data", (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes("ready")) resolve();
      });
    });
    return { child, ended, go: () => child.stdin.write("go\n") };
  }

  /** Four hundred and fifty: more than one transaction of them. */
  async function many(name: string, endsOn: string): Promise<number> {
    const rows = await sql()`
      WITH a AS (INSERT INTO account (name, quality) SELECT ${name}, 'q' FROM generate_series(1, 450) RETURNING id)
      INSERT INTO role_grant (account_id, city_id, role, given_at, ends_on)
      SELECT a.id, c.id, 'moderator', '2026-11-01', ${endsOn} FROM a, city c WHERE c.slug = 'paris'`;
    return rows.count;
  }

  const said = async (name: string) => {
    const rows = await sql()<{ entries: number; marks: number }[]>`
      SELECT count(e.log_index)::int AS entries, count(DISTINCT x.grant_id)::int AS marks
      FROM account a JOIN role_grant g ON g.account_id = a.id LEFT JOIN role_expiry x ON x.grant_id = g.id
      LEFT JOIN audit_entry e ON e.subject = 'account ' || a.public_id AND e.action = 'role-expired'
      WHERE a.name = ${name}`;
    return rows[0];
  };

  it("that look at the same moment say each once between them", async () => {
    const count = await many("together", "2026-12-01");
    const both = [await ready(longAfter), await ready(longAfter)];
    for (const { go } of both) go();
    for (const { ended } of both) expect(await ended).toContain("done");
    expect(await said("together")).toEqual({ entries: count, marks: count });
  });

  it("of which one is killed in between leave entry and mark together, and the next says the rest", async () => {
    const count = await many("killed", "2026-12-02");
    const killed = await ready(longAfter);
    // Somebody holds the last of them: two lots are said, and the third waits when its process is killed.
    await sql().begin(async (holding) => {
      await holding`SELECT FROM role_grant WHERE id = (SELECT max(id) FROM role_grant) FOR UPDATE`;
      killed.go();
      await vi.waitFor(async () => expect((await said("killed"))?.marks).toBe(400), {
        timeout: 20_000,
      });
      killed.child.kill("SIGKILL");
      await killed.ended;
    });
    const between = await said("killed");
    expect(between).toEqual({ entries: 400, marks: 400 });
    await expireRoles(longAfter);
    expect(await said("killed")).toEqual({ entries: count, marks: count });
  });
});

describe("the watch of a running product", () => {
  it("looks at once, looks again after a failure, says the failure once, and stops", async () => {
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    vi.useFakeTimers({ now: new Date("2026-12-31T22:50:00Z") });
    const asked: string[] = [];
    let fails = true;
    const undoing = new Undoing();
    watchRoleExpiries(async (now) => {
      asked.push(now.toISOString().slice(11, 19));
      if (fails) throw new Error("away");
    }, undoing);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual(["22:50:00", "22:51:00"]);
    expect(told).toHaveBeenCalledTimes(1);
    fails = false;
    await vi.advanceTimersByTimeAsync(60_000 + 8 * 60_000 + 500);
    expect(asked.slice(2)).toEqual(["22:52:00", "23:00:00"]);
    await undoing.run();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toHaveLength(4);
    vi.useRealTimers();
    told.mockRestore();
  });
});
