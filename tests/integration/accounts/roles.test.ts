import { beforeAll, describe, expect, it } from "vitest";
import { operator, visitor } from "#domain/actor/actor.ts";
import { roles } from "#domain/actor/role.ts";
import { findSignInAccount } from "#use-cases/account/find-sign-in-account.ts";
import { getSession } from "#use-cases/account/get-session.ts";
import { acceptInvitation } from "#use-cases/administration/accept-invitation.ts";
import { closeAccount } from "#use-cases/administration/close-account.ts";
import { getAdministrationPage } from "#use-cases/administration/get-administration-page.ts";
import { getInvitation } from "#use-cases/administration/get-invitation.ts";
import { inviteMember } from "#use-cases/administration/invite-member.ts";
import { revokeRole } from "#use-cases/administration/revoke-role.ts";
import { withdrawInvitation } from "#use-cases/administration/withdraw-invitation.ts";
import { testDatabase } from "../database.ts";
import { addTestCity, HOUR, invite, join, later, now, signIn, signInFully } from "./people.ts";

const { sql } = testDatabase();
const details = { name: "Camille Arnaud", quality: "Élue" };

beforeAll(async () => {
  await addTestCity("ici");
  await addTestCity("ailleurs");
});

const grantOf = async (email: string, role: string) => {
  const [row] = await sql()<{ id: number }[]>`SELECT g.id FROM role_grant g
    JOIN account_contact k ON k.account_id = g.account_id WHERE k.email = ${email} AND g.role = ${role}`;
  return row?.id ?? -1;
};
const auditOf = (subject: string) =>
  sql()<
    { actor: string; action: string; detail: unknown }[]
  >`SELECT actor, action, detail FROM audit_entry
    WHERE subject = ${subject} ORDER BY log_index`;

describe("an invitation", () => {
  it("gives the role once, with its audit entry, and forgets the address", async () => {
    const token = await invite("ici", "une@exemple.fr", "committee-member");
    expect(await findSignInAccount({ email: "une@exemple.fr" }, now)).toBeUndefined();
    expect(await acceptInvitation(token, details, now)).toMatchObject({ kind: "accepted" });
    expect(await acceptInvitation(token, details, now)).toEqual({ kind: "gone" });
    expect(await getInvitation(token, now)).toBeUndefined();
    const account = await findSignInAccount({ email: "une@exemple.fr" }, now);
    expect(account?.name).toBe("Camille Arnaud");
    expect(await auditOf(`account ${account?.publicId}`)).toEqual([
      {
        actor: "command-line",
        action: "role-granted",
        detail: { role: "committee-member", endsOn: null },
      },
    ]);
    const kept = await sql()`SELECT FROM invitation WHERE email = 'une@exemple.fr'`;
    expect(kept).toHaveLength(0);
  });

  it("accepted by two at once gives one role", async () => {
    const token = await invite("ici", "deux@exemple.fr", "moderator");
    const both = await Promise.all([1, 2].map(() => acceptInvitation(token, details, now)));
    expect(both.map(({ kind }) => kind).sort()).toEqual(["accepted", "gone"]);
  });

  it("ends after a week, when it is withdrawn, and when it is sent again", async () => {
    const first = await invite("ici", "trois@exemple.fr", "moderator");
    expect(await getInvitation(first, later(7 * 24 * HOUR - 1))).toBeDefined();
    expect(await getInvitation(first, later(7 * 24 * HOUR))).toBeUndefined();
    const second = await invite("ici", "trois@exemple.fr", "moderator");
    expect(await getInvitation(first, now)).toBeUndefined();
    const open = await getInvitation(second, now);
    expect(await withdrawInvitation(operator, "ailleurs", open?.id ?? 0, now)).toBe(false);
    expect(await withdrawInvitation(operator, "ici", open?.id ?? 0, now)).toBe(true);
    expect(await acceptInvitation(second, details, now)).toEqual({ kind: "gone" });
  });

  it("keeps its token hashed", async () => {
    const token = await invite("ici", "quatre@exemple.fr", "moderator");
    const rows = await sql()<{ text: string }[]>`SELECT i::text AS text FROM invitation i`;
    const inHex = Buffer.from(token).toString("hex");
    for (const { text } of rows) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(inHex);
    }
  });

  it.each([
    [{ email: "nobody", role: "moderator" }, "malformed-email"],
    [{ email: "a@exemple.fr, b@exemple.fr", role: "moderator" }, "malformed-email"],
    [{ email: "a@exemple.fr", role: "superuser" }, "unknown-role"],
    [{ email: "a@exemple.fr" }, "unknown-role"],
    [{ email: "a@exemple.fr", role: "moderator", endsOn: "tomorrow" }, "malformed-date"],
    [{ email: "a@exemple.fr", role: "moderator", endsOn: "2026-11-25" }, "past-date"],
  ])("refuses %j: %s", async (given, reason) => {
    expect(await inviteMember(operator, "ici", given, now)).toMatchObject({ reason });
  });

  it("reads nothing of its form but name and quality: no field gives another role, city or address", async () => {
    const token = await invite("ici", "cinq@exemple.fr", "committee-member");
    const greedy = {
      ...details,
      role: "administrator",
      cityId: 2,
      email: "other@evil.example",
      accountId: 1,
      endsOn: "2099-01-01",
      hasSecondFactor: true,
    };
    await acceptInvitation(token, greedy, now);
    const account = await findSignInAccount({ email: "cinq@exemple.fr" }, now);
    const rows =
      await sql()`SELECT role, city_id, ends_on FROM role_grant g JOIN account a ON a.id = g.account_id
      WHERE a.public_id = ${account?.publicId ?? ""}`;
    expect([...rows]).toEqual([{ role: "committee-member", city_id: 1, ends_on: null }]);
    expect(await findSignInAccount({ email: "other@evil.example" }, now)).toBeUndefined();
  });

  it.each([
    [{ name: "", quality: "q" }, "name", "missing"],
    [{ name: "a\u202Eb", quality: "q" }, "name", "unreadable"],
    [{ name: "a", quality: "q".repeat(1_000_000) }, "quality", "too-long"],
    [{}, "name", "Invalid input: expected string, received undefined"],
  ])("refuses a name or quality that is missing, hostile or huge", async (given, field, reason) => {
    const token = await invite("ici", "six@exemple.fr", "moderator");
    expect(await acceptInvitation(token, given, now)).toEqual({ kind: "refused", field, reason });
  });
});

describe("roles", () => {
  it("of who judges and who answers are not joined, whether at invitation or at acceptance", async () => {
    await join("ici", "juge@exemple.fr", "committee-member");
    const officer = { email: "juge@exemple.fr", role: "data-officer" };
    expect(await inviteMember(operator, "ici", officer, now)).toMatchObject({
      reason: "incompatible-role",
    });
    expect(await inviteMember(operator, "ailleurs", officer, now)).toMatchObject({
      kind: "invited",
    });
    const [one, other] = [
      await invite("ici", "hesite@exemple.fr", "committee-member"),
      await invite("ici", "hesite@exemple.fr", "city-respondent"),
    ];
    expect(await acceptInvitation(one, details, now)).toMatchObject({ kind: "accepted" });
    expect(await acceptInvitation(other, details, now)).toEqual({ kind: "incompatible-role" });
  });

  it("are given to nobody by himself, nor twice", async () => {
    const { publicId } = await join("ici", "maire@exemple.fr", "administrator");
    const { actor } = await signInFully(publicId);
    const own = { email: "maire@exemple.fr", role: "committee-chair" };
    expect(await inviteMember(actor, "ici", own, now)).toMatchObject({ reason: "own-role" });
    await join("ici", "modere@exemple.fr", "moderator");
    const again = { email: "modere@exemple.fr", role: "moderator" };
    expect(await inviteMember(actor, "ici", again, now)).toMatchObject({ reason: "already-held" });
  });

  it("revoked are refused at the next request, in the same session, and the log says so without a name", async () => {
    const { publicId } = await join("ici", "part@exemple.fr", "administrator");
    const { token, actor } = await signInFully(publicId);
    expect(await getAdministrationPage(actor, "ici", now)).toBeDefined();
    const grant = await grantOf("part@exemple.fr", "administrator");
    expect(await revokeRole(operator, grant, later(1))).toBe("revoked");
    expect(await revokeRole(operator, grant, later(1))).toBe("gone");
    expect(await getSession(token, later(1))).toBeUndefined();
    expect(await findSignInAccount({ email: "part@exemple.fr" }, later(1))).toBeUndefined();
    const entries = await auditOf(`account ${publicId}`);
    expect(entries.map(({ action }) => action)).toEqual(["role-granted", "role-revoked"]);
    expect(JSON.stringify(entries)).not.toMatch(/exemple|Name of|Quality of/);
  });

  it("in one of two cities leaves the session and takes that city alone", async () => {
    const { publicId } = await join("ici", "double@exemple.fr", "moderator");
    await join("ailleurs", "double@exemple.fr", "moderator");
    const { token } = await signInFully(publicId);
    const grants = await sql()<
      { id: number; city: number }[]
    >`SELECT g.id, g.city_id AS city FROM role_grant g
      JOIN account a ON a.id = g.account_id WHERE a.public_id = ${publicId} ORDER BY g.city_id`;
    await revokeRole(operator, grants[0]?.id ?? 0, later(1));
    const session = await getSession(token, later(1));
    expect(session?.actor.roles).toEqual([{ cityId: grants[1]?.city, role: "moderator" }]);
  });

  it("with a last day hold through it in the city's own time, and not a minute longer", async () => {
    const { publicId } = await join("ici", "fin@exemple.fr", "moderator", "2026-11-26");
    const lastMinute = new Date("2026-11-26T22:59:00Z");
    const token = await signIn(publicId, lastMinute);
    expect(await getSession(token, lastMinute)).toBeDefined();
    expect(await getSession(token, new Date("2026-11-26T23:00:00Z"))).toBeUndefined();
  });

  it("that ran out can be given again", async () => {
    await join("ici", "revient@exemple.fr", "moderator", "2026-11-26");
    const after = new Date("2026-11-28T10:00:00Z");
    const offered = { email: "revient@exemple.fr", role: "moderator" };
    const invited = await inviteMember(operator, "ici", offered, after);
    if (invited.kind !== "invited") throw new Error(invited.kind);
    expect(await acceptInvitation(invited.token, {}, after)).toMatchObject({ kind: "accepted" });
    expect(await findSignInAccount({ email: "revient@exemple.fr" }, after)).toBeDefined();
  });

  it("of the last administrator are not revoked by himself", async () => {
    await addTestCity("seul");
    const { publicId } = await join("seul", "seul@exemple.fr", "administrator");
    const { actor } = await signInFully(publicId);
    const grant = await grantOf("seul@exemple.fr", "administrator");
    expect(await revokeRole(actor, grant, now)).toBe("last-administrator");
    expect(await revokeRole(operator, grant, now)).toBe("revoked");
  });

  it("revoked of an administrator take the invitations left open with them", async () => {
    const { publicId } = await join("ailleurs", "renvoye@exemple.fr", "administrator");
    const { actor } = await signInFully(publicId);
    const token = await invite("ailleurs", "ami@exemple.fr", "administrator", { by: actor });
    await revokeRole(operator, await grantOf("renvoye@exemple.fr", "administrator"), later(1));
    expect(await acceptInvitation(token, details, later(2))).toEqual({ kind: "gone" });
  });
});

describe("escalation", () => {
  it("no role but the administrator's lists, invites, withdraws or revokes, and none in another city", async () => {
    await join("ici", "cible@exemple.fr", "moderator");
    const grant = await grantOf("cible@exemple.fr", "moderator");
    const wanted = { email: "complice@exemple.fr", role: "administrator" };
    const { publicId } = await join("ailleurs", "admin-ailleurs@exemple.fr", "administrator");
    const actors = [visitor, (await signInFully(publicId)).actor];
    for (const role of roles.filter((name) => name !== "administrator")) {
      const account = await join("ici", `${role}@exemple.fr`, role);
      actors.push((await signInFully(account.publicId)).actor);
    }
    for (const actor of actors) {
      await expect(getAdministrationPage(actor, "ici", now)).rejects.toThrow(/forbidden|sign-in/);
      await expect(inviteMember(actor, "ici", wanted, now)).rejects.toThrow(/forbidden|sign-in/);
      await expect(revokeRole(actor, grant, now)).rejects.toThrow(/forbidden|sign-in/);
      await expect(withdrawInvitation(actor, "ici", 1, now)).rejects.toThrow(/forbidden|sign-in/);
    }
    const [row] = await sql()`SELECT revoked_at FROM role_grant WHERE id = ${grant}`;
    expect(row).toEqual({ revoked_at: null });
  });

  it("an administrator without the second factor does nothing", async () => {
    const { publicId } = await join("ici", "presse@exemple.fr", "administrator");
    const session = await getSession(await signIn(publicId), now);
    const actor = session?.actor ?? visitor;
    await expect(getAdministrationPage(actor, "ici", now)).rejects.toThrow("second-factor-needed");
    await expect(
      inviteMember(actor, "ici", { email: "x@exemple.fr", role: "moderator" }, now),
    ).rejects.toThrow("second-factor-needed");
  });
});

describe("the database itself", () => {
  it("refuses to rewrite, revive or delete a grant, and to delete an account", async () => {
    const { publicId } = await join("ici", "fige@exemple.fr", "moderator");
    const grant = await grantOf("fige@exemple.fr", "moderator");
    await expect(
      sql()`UPDATE role_grant SET role = 'administrator' WHERE id = ${grant}`,
    ).rejects.toThrow(/only be revoked/);
    await expect(
      sql()`UPDATE role_grant SET role = 'administrator', revoked_at = now() + interval '1 year' WHERE id = ${grant}`,
    ).rejects.toThrow(/only be revoked/);
    await revokeRole(operator, grant, later(1));
    await expect(
      sql()`UPDATE role_grant SET revoked_at = NULL WHERE id = ${grant}`,
    ).rejects.toThrow(/only be revoked/);
    await expect(sql()`DELETE FROM role_grant WHERE id = ${grant}`).rejects.toThrow(/append-only/);
    await expect(sql()`DELETE FROM account WHERE public_id = ${publicId}`).rejects.toThrow(
      /append-only/,
    );
  });

  it("closing an account erases the person, keeps the acts and leaves the log whole", async () => {
    const { publicId, id } = await join("ici", "efface@exemple.fr", "committee-member");
    const { token } = await signInFully(publicId);
    expect(await closeAccount(operator, " Efface@exemple.fr ", later(1))).toBe(true);
    expect(await closeAccount(operator, "efface@exemple.fr", later(1))).toBe(false);
    expect(await getSession(token, later(1))).toBeUndefined();
    for (const table of ["account_contact", "session", "second_factor", "recovery_code"]) {
      expect(await sql()`SELECT FROM ${sql()(table)} WHERE account_id = ${id}`).toHaveLength(0);
    }
    const [account] = await sql()`SELECT name FROM account WHERE id = ${id}`;
    expect(account).toEqual({ name: "Name of committee-member" });
    const actions = (await auditOf(`account ${publicId}`)).map(({ action }) => action);
    expect(actions).toEqual(["role-granted", "role-revoked", "account-erased"]);
  });
});
