import { beforeAll, describe, expect, it } from "vitest";
import { attemptLimits, freshProofLasts } from "#domain/actor/account-limits.ts";
import { codeAt } from "#formats/one-time-code/one-time-code.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { allowAttempt } from "#use-cases/account/allow-attempt.ts";
import { closeSessions } from "#use-cases/account/close-sessions.ts";
import { consumeSignInLink } from "#use-cases/account/consume-sign-in-link.ts";
import { getAccountPage } from "#use-cases/account/get-account-page.ts";
import { getSecondFactorPage } from "#use-cases/account/get-second-factor-page.ts";
import { getSession } from "#use-cases/account/get-session.ts";
import { giveSecondFactor } from "#use-cases/account/give-second-factor.ts";
import { keepRecoveryCodes } from "#use-cases/account/keep-recovery-codes.ts";
import { keepSignInLink } from "#use-cases/account/keep-sign-in-link.ts";
import { openSession } from "#use-cases/account/open-session.ts";
import { replaceAuthenticator } from "#use-cases/account/replace-authenticator.ts";
import { testDatabase } from "../database.ts";
import {
  addTestCity,
  HOUR,
  join,
  key,
  later,
  MINUTE,
  now,
  secretOf,
  signIn,
  signInFully,
} from "./people.ts";

const { sql } = testDatabase();
beforeAll(() => addTestCity("ici"));

describe("a session", () => {
  it("ends two hours after the last request, and twelve hours after it was opened", async () => {
    const { publicId } = await join("ici", "duree@exemple.fr", "moderator");
    const token = await signIn(publicId);
    expect(await getSession(token, later(2 * HOUR - 1))).toBeDefined();
    expect(await getSession(token, later(4 * HOUR - 2))).toBeDefined();
    expect(await getSession(token, later(6 * HOUR - 2))).toBeUndefined();
    const kept = await signIn(publicId);
    for (let hour = 1; hour < 12; hour += 1) await getSession(kept, later(hour * HOUR));
    expect(await getSession(kept, later(12 * HOUR - 1))).toBeDefined();
    expect(await getSession(kept, later(12 * HOUR))).toBeUndefined();
  });

  it("is kept hashed", async () => {
    const { publicId } = await join("ici", "hache@exemple.fr", "moderator");
    const token = await signIn(publicId);
    const rows = await sql()<{ text: string }[]>`SELECT s::text AS text FROM session s`;
    const everything = rows.map(({ text }) => text).join();
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(Buffer.from(token).toString("hex"));
    expect(everything).not.toContain(Buffer.from(token, "base64url").toString("hex"));
  });

  it("brought along to a sign-in does not survive it: nobody can fix another's session", async () => {
    const attacker = await join("ici", "attaque@exemple.fr", "moderator");
    const victim = await join("ici", "victime@exemple.fr", "moderator");
    const planted = await signIn(attacker.publicId);
    const fresh = "a-token-of-the-sign-in-library-itself-43chars";
    const opening = { publicId: victim.publicId, token: fresh, previousToken: planted, device: "" };
    await openSession(opening, key, now);
    expect(await getSession(planted, now)).toBeUndefined();
    expect((await getSession(fresh, now))?.actor.accountId).toBe(victim.publicId);
  });

  it("gets another token with the second factor, and the old one opens nothing", async () => {
    const { publicId } = await join("ici", "tourne@exemple.fr", "moderator");
    const before = await signIn(publicId);
    const code = codeAt(await secretOf(before), now);
    const given = await giveSecondFactor({ token: before, code }, key, now);
    expect(given).toMatchObject({ kind: "given", isFirst: true });
    expect(await getSession(before, now)).toBeUndefined();
    const after = given.kind === "given" ? given.token : "";
    expect((await getSession(after, now))?.actor.hasSecondFactor).toBe(true);
  });

  it("is listed and closed by its owner alone", async () => {
    const mine = await join("ici", "mienne@exemple.fr", "moderator");
    const other = await join("ici", "autre@exemple.fr", "moderator");
    const [{ token: here }, there, theirs] = [
      await signInFully(mine.publicId),
      await signIn(mine.publicId, later(MINUTE)),
      await signIn(other.publicId),
    ];
    const list = (await getAccountPage(here, later(MINUTE)))?.sessions ?? [];
    expect(list.map(({ device }) => device)).toEqual(["Firefox, Linux", "Firefox, Linux"]);
    const foreign = (await getAccountPage(theirs, now))?.session.sessionId ?? "";
    expect(await closeSessions(here, { sessionId: foreign }, now)).toBe(0);
    expect(await getSession(theirs, now)).toBeDefined();
    const sessionId = list[0]?.sessionId ?? "";
    expect(await closeSessions(here, { sessionId }, later(MINUTE))).toBe(1);
    expect(await getSession(there, later(MINUTE))).toBeUndefined();
    await signIn(mine.publicId);
    expect(await closeSessions(here, "others", now)).toBe(1);
    expect(await closeSessions(here, "this", now)).toBe(1);
    expect(await getSession(here, now)).toBeUndefined();
  });

  it("found open a while after its last code closes no other until another code is given", async () => {
    const { publicId } = await join("ici", "oubliee@exemple.fr", "moderator");
    const first = await signIn(publicId);
    const secret = await secretOf(first);
    const given = await giveSecondFactor({ token: first, code: codeAt(secret, now) }, key, now);
    const here = given.kind === "given" ? given.token : "";
    const there = await signIn(publicId);
    const soon = later(freshProofLasts);
    const afterwards = later(freshProofLasts + 1);
    expect(await closeSessions(there, "others", now)).toBe("code-needed");
    expect(await closeSessions(here, "others", afterwards)).toBe("code-needed");
    expect(await getSession(there, afterwards)).toBeDefined();
    const code = codeAt(secret, afterwards);
    const again = await giveSecondFactor({ token: here, code }, key, afterwards);
    expect(again).toMatchObject({ kind: "given", isFirst: false });
    const proven = again.kind === "given" ? again.token : "";
    expect(await closeSessions(proven, "others", afterwards)).toBe(1);
    const last = await signIn(publicId, soon);
    expect(await closeSessions(last, "this", afterwards)).toBe(1);
  });

  it("that never was is not there, whatever its token looks like", async () => {
    for (const token of ["", "x", "' OR true --", "a".repeat(100_000)]) {
      expect(await getSession(token, now)).toBeUndefined();
    }
  });
});

describe("a link sent by e-mail", () => {
  const hash = (byte: number) => Buffer.alloc(32, byte).toString("hex");

  it("serves once, until its time is over, and ends the others of its account", async () => {
    await join("ici", "lien@exemple.fr", "moderator");
    const expiresAt = later(15 * MINUTE);
    const keep = (byte: number) =>
      keepSignInLink({ email: "lien@exemple.fr", hash: hash(byte), expiresAt }, now);
    await keep(1);
    expect(await consumeSignInLink(hash(1), later(15 * MINUTE))).toBeUndefined();
    await keep(2);
    const both = await Promise.all([1, 2].map(() => consumeSignInLink(hash(2), now)));
    expect(both.filter((found) => found !== undefined)).toHaveLength(1);
    expect(await consumeSignInLink(hash(1), now)).toBeUndefined();
  });

  it("is kept for nobody who was not invited", async () => {
    const given = { email: "inconnue@exemple.fr", hash: hash(9), expiresAt: later(MINUTE) };
    await keepSignInLink(given, now);
    expect(
      await sql()`SELECT FROM sign_in_token WHERE token_hash = ${Buffer.alloc(32, 9)}`,
    ).toHaveLength(0);
  });
});

describe("the second factor", () => {
  it("is asked of an account, not of a browser: five wrong codes close it for a quarter of an hour", async () => {
    const { publicId } = await join("ici", "force@exemple.fr", "moderator");
    const { token } = await signInFully(publicId);
    const second = await signIn(publicId);
    for (let time = 0; time < attemptLimits["second-factor-by-account"].most; time += 1) {
      const wrong = await giveSecondFactor({ token: second, code: "000000" }, key, later(MINUTE));
      expect(wrong.kind).toBe("wrong");
    }
    const third = await signIn(publicId);
    const blocked = await giveSecondFactor({ token: third, code: "000000" }, key, later(MINUTE));
    expect(blocked.kind).toBe("too-many");
    const again = await giveSecondFactor({ token: third, code: "000000" }, key, later(17 * MINUTE));
    expect(again.kind).toBe("wrong");
    expect(await getSession(token, now)).toBeDefined();
  });

  it("a hundred guesses at once are a hundred, and five are judged", async () => {
    const { publicId } = await join("ici", "rafale@exemple.fr", "moderator");
    const token = await signIn(publicId);
    const guesses = Array.from({ length: 100 }, (_, at) => String(at).padStart(6, "0"));
    const answers = await Promise.all(
      guesses.map((code) => giveSecondFactor({ token, code }, key, now)),
    );
    expect(answers.filter(({ kind }) => kind === "too-many")).toHaveLength(95);
  });

  it("takes a code once, even when it comes twice at the same moment", async () => {
    const { publicId } = await join("ici", "rejeu@exemple.fr", "moderator");
    const [one, two] = [await signIn(publicId), await signIn(publicId)];
    const code = codeAt(await secretOf(one), now);
    const answers = await Promise.all(
      [one, two].map((token) => giveSecondFactor({ token, code }, key, now)),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["given", "wrong"]);
  });

  it("shows its secret until the first code, and its recovery codes until they are noted; each serves once", async () => {
    const { publicId } = await join("ici", "papier@exemple.fr", "moderator");
    const { token } = await signInFully(publicId);
    const page = await getSecondFactorPage(token, key, now);
    const codes = page?.kind === "given" ? page.codes : [];
    expect(new Set(codes).size).toBe(10);
    await keepRecoveryCodes(token, now);
    expect(await getSecondFactorPage(token, key, now)).toMatchObject({ codes: [], codesLeft: 10 });
    const rows = await sql()<{ text: string }[]>`SELECT r::text AS text FROM recovery_code r`;
    const everything = rows.map(({ text }) => text).join();
    expect(everything).not.toContain(Buffer.from(codes[0] ?? "").toString("hex"));

    const next = await signIn(publicId);
    expect(await getSecondFactorPage(next, key, now)).toMatchObject({ kind: "ask" });
    const typed = (codes[0] ?? "").toLowerCase().replaceAll("-", " ");
    expect(await giveSecondFactor({ token: next, code: typed }, key, now)).toMatchObject({
      kind: "given",
      isFirst: false,
    });
    const last = await signIn(publicId);
    expect(await giveSecondFactor({ token: last, code: typed }, key, now)).toEqual({
      kind: "wrong",
    });
    expect(await getSecondFactorPage(last, key, now)).toMatchObject({ codesLeft: 9 });
  });

  it("is sealed in the database, to its account: with another key, or in another row, it stays closed", async () => {
    const { publicId } = await join("ici", "scelle@exemple.fr", "moderator");
    const token = await signIn(publicId);
    const secret = await secretOf(token);
    const [row] = await sql()<
      { text: string }[]
    >`SELECT string_agg(f::text, ',') AS text FROM second_factor f`;
    expect(row?.text).not.toContain(Buffer.from(secret).toString("hex"));
    const stolen = Buffer.alloc(32, 8) as unknown as AccountKey;
    expect(await getSecondFactorPage(token, stolen, now)).toEqual({ kind: "unreadable" });
    const other = await join("ici", "autre-ligne@exemple.fr", "moderator");
    const theirs = await signIn(other.publicId);
    await sql()`UPDATE second_factor SET sealed_secret = (SELECT sealed_secret FROM second_factor f
        JOIN account a ON a.id = f.account_id WHERE a.public_id = ${publicId})
      WHERE account_id = (SELECT id FROM account WHERE public_id = ${other.publicId})`;
    expect(await getSecondFactorPage(theirs, key, now)).toEqual({ kind: "unreadable" });
  });

  it("replaced, ends the other sessions and counts for nothing until the new code is given", async () => {
    const { publicId } = await join("ici", "neuf@exemple.fr", "moderator");
    const pending = await signIn(publicId);
    expect(await replaceAuthenticator(pending, key, now)).toBe("signed-out");
    const { token } = await signInFully(publicId);
    const afterwards = later(freshProofLasts + 1);
    expect(await replaceAuthenticator(token, key, afterwards)).toBe("sign-in-again");
    expect(await replaceAuthenticator(token, key, now)).toBe("replaced");
    expect(await getSession(pending, now)).toBeUndefined();
    expect((await getSession(token, now))?.actor.hasSecondFactor).toBe(false);
    const code = codeAt(await secretOf(token), now);
    const given = await giveSecondFactor({ token, code }, key, now);
    expect(given).toMatchObject({ kind: "given", isFirst: true });
  });
});

describe("attempts", () => {
  it("are counted together whoever counts, and forgotten when the window closes", async () => {
    const { most, within } = attemptLimits["sign-in-by-address"];
    const all = await Promise.all(
      Array.from({ length: most * 4 }, () => allowAttempt("sign-in-by-address", "x", now)),
    );
    expect(all.filter(Boolean)).toHaveLength(most);
    expect(await allowAttempt("sign-in-by-address", "y", now)).toBe(true);
    expect(await allowAttempt("sign-in-by-address", "x", later(within - 1))).toBe(false);
    expect(await allowAttempt("sign-in-by-address", "x", later(within))).toBe(true);
    const rows = await sql()<{ text: string }[]>`SELECT r::text AS text FROM rate_limit r`;
    expect(rows.length).toBeGreaterThan(0);
  });
});
