import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Member } from "#domain/actor/actor.ts";
import type { Role } from "#domain/actor/role.ts";
import { readPublishedVersions } from "#persistence/published-versions.ts";
import { getAccountPage } from "#use-cases/account/get-account-page.ts";
import { reviseAnnotation, settleAnnotation } from "#use-cases/annotation/change-annotation.ts";
import { getAnnotationDesk } from "#use-cases/annotation/get-annotation-desk.ts";
import {
  getAnnotationPage,
  getAnnotationsPage,
} from "#use-cases/annotation/get-annotations-page.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { getCityFeed } from "#use-cases/feed/get-city-feed.ts";
import {
  getModerationDesk,
  getModerationQueue,
} from "#use-cases/moderation/get-moderation-desk.ts";
import { getModerationPage } from "#use-cases/moderation/get-moderation-page.ts";
import { moderateAnnotation } from "#use-cases/moderation/moderate-annotation.ts";
import { addTestCity, join, now, signInFully } from "../accounts/people.ts";
import { testDatabase } from "../database.ts";
import { importText } from "../importing/import.ts";

const { sql } = testDatabase();
const city = "moderated";
type Person = "ann" | "respondent" | "moderator" | "colleague" | "chair" | "stranger" | "both";
const people = {} as Record<Person, Member>;
const tokens = {} as Record<Person, string>;

beforeAll(async () => {
  await addTestCity(city);
  await addTestCity("elsewhere");
  const joining: readonly [Person, Role, string][] = [
    ["ann", "committee-member", city],
    ["respondent", "city-respondent", city],
    ["moderator", "moderator", city],
    ["colleague", "moderator", city],
    ["chair", "committee-chair", city],
    ["stranger", "moderator", "elsewhere"],
    ["both", "committee-member", city],
  ];
  for (const [name, role, where] of joining) {
    const { publicId } = await join(where, `${name}@example.org`, role);
    const { actor, token } = await signInFully(publicId);
    people[name] = actor;
    tokens[name] = token;
  }
  const own = people.both.roles[0];
  if (own) people.both = { ...people.both, roles: [own, { ...own, role: "moderator" }] };
  await importText(city, "cameras", "reference;status\nC1;in-service\n");
});

const SECRET = "Officer Dupont of 3 Lilac Street sleeps at the screens";
const asked = (actor: Actor, requestKey: string = randomUUID()) => ({
  ...{ actor, citySlug: city, requestKey, now },
});
const on = (actor: Actor, number: number, requestKey?: string) => ({
  ...asked(actor, requestKey),
  number,
});
const hiding = { rule: "identifiable-person", reason: "It names an officer and where he lives." };

async function said(actor: Member, body = SECRET): Promise<number> {
  const given = { kind: "question", on: "camera", reference: "C1", body };
  const done = await publishAnnotation(asked(actor), given);
  if (done.kind !== "published") throw new Error(JSON.stringify(done));
  return done.number;
}

const entriesOf = (number: number) => sql()<{ action: string; actor: string; body: string }[]>`
  SELECT action, actor, body FROM audit_entry WHERE subject = ${`annotation ${number}`} ORDER BY log_index`;
const pageOf = async (number: number) => (await getAnnotationPage(city, number, now))?.annotation;

describe("what moderation hides", () => {
  it("leaves every public answer, with the rule, the reason, the quality and the entry in their place", async () => {
    const number = await said(people.ann);
    const answered = await publishAnnotation(asked(people.respondent), {
      ...{ kind: "reply", answers: number, body: "Nobody sleeps here." },
    });
    await settleAnnotation(on(people.chair, number), "resolve", "Dupont was heard.");
    expect(await moderateAnnotation(on(people.moderator, number), "hide", hiding)).toMatchObject({
      kind: "hidden",
    });
    const entries = await entriesOf(number);
    const last = entries.at(-1);
    expect(last).toMatchObject({
      action: "annotation-hidden",
      actor: `moderator:${people.moderator.accountId}`,
    });
    const page = await getAnnotationPage(city, number, now);
    expect(page?.annotation).toMatchObject({
      author: undefined,
      said: undefined,
      settled: undefined,
      hiding: { ...hiding, by: "moderator", entry: JSON.parse(last?.body ?? "{}").index },
    });
    expect(page?.thread).toHaveLength(2);
    const everywhere = JSON.stringify([
      page,
      await getAnnotationsPage(city, { page: 1 }, now),
      await getCityFeed(city, now),
      await getModerationPage(city, 1),
      entries.map(({ body }) => body),
    ]);
    expect(everywhere).not.toMatch(/Lilac|Dupont|Name of committee-member|Name of moderator/);
    const standing = await getAnnotationsPage(city, { page: 1, standing: true }, now);
    expect(standing?.annotations.map((one) => one.number)).not.toContain(number);
    const number2 = answered.kind === "published" ? answered.number : 0;
    expect(standing?.annotations.map((one) => one.number)).toContain(number2);
    expect(standing?.total).toBe(standing?.annotations.length);
    // The words are kept, for whoever moderates and for who wrote them.
    const desk = await getModerationDesk(people.moderator, city, number, now);
    expect(desk?.words[0]?.body).toBe(SECRET);
    expect((await getAnnotationDesk(people.ann, city, number, now))?.ownHidden).toEqual({
      body: SECRET,
      canContest: true,
    });
    const others = await getAnnotationDesk(people.chair, city, number, now);
    expect(others).toMatchObject({ ownHidden: undefined, steps: [] });
    expect(JSON.stringify(others)).not.toContain("Lilac");
    const account = await getAccountPage(tokens.ann, now);
    expect(account?.hidden).toContainEqual({
      ...{ citySlug: city, cityName: city, number, state: "hidden" },
    });
    expect((await getAccountPage(tokens.chair, now))?.hidden).toEqual([]);
  });

  it("is contested once by its author, and answered by another than who hid it, who never reads it in public", async () => {
    const number = await said(people.ann);
    const contest = { reason: "Officer Dupont of 3 Lilac Street agreed." };
    expect(await moderateAnnotation(on(people.ann, number), "contest", contest)).toEqual({
      kind: "not-now",
    });
    await moderateAnnotation(on(people.moderator, number), "hide", hiding);
    expect(await moderateAnnotation(on(people.ann, number), "contest", contest)).toEqual({
      kind: "contested",
    });
    expect(await moderateAnnotation(on(people.ann, number), "contest", contest)).toEqual({
      kind: "not-now",
    });
    await expect(
      moderateAnnotation(on(people.moderator, number), "uphold", hiding),
    ).rejects.toMatchObject({ reason: "forbidden" });
    const desk = await getModerationDesk(people.colleague, city, number, now);
    expect(desk).toMatchObject({ state: "contested", steps: ["restore", "uphold"] });
    expect(desk?.acts.at(-1)?.reason).toBe(contest.reason);
    expect((await getModerationDesk(people.moderator, city, number, now))?.steps).toEqual([]);
    expect(
      await moderateAnnotation(on(people.colleague, number), "restore", contest),
    ).toMatchObject({
      kind: "restored",
      notice: { email: "ann@example.org", act: "restored", onAppeal: true },
    });
    expect((await pageOf(number))?.said?.body).toBe(SECRET);
    expect((await entriesOf(number)).map(({ action }) => action)).toEqual([
      "annotation-published",
      "annotation-hidden",
      "appeal-received",
      "appeal-decided",
    ]);
    // What an appeal restored is not hidden again, unless it says something else.
    const again = () => moderateAnnotation(on(people.colleague, number), "hide", hiding);
    expect(await again()).toEqual({ kind: "not-now" });
    await reviseAnnotation(on(people.ann, number), { body: `${SECRET}!`, reason: "Louder." });
    expect(await again()).toMatchObject({ kind: "hidden" });
  });

  it("stays hidden when the chair upholds it, and the public acts say so without what the author said", async () => {
    const number = await said(people.respondent);
    await moderateAnnotation(on(people.moderator, number), "hide", hiding);
    const contest = { reason: "Officer Dupont of 3 Lilac Street agreed." };
    await moderateAnnotation(on(people.respondent, number), "contest", contest);
    expect(await moderateAnnotation(on(people.chair, number), "uphold", hiding)).toMatchObject({
      kind: "upheld",
      notice: { email: "respondent@example.org", act: "upheld", rule: hiding.rule },
    });
    expect((await pageOf(number))?.hiding).toMatchObject({
      contestedAt: now,
      upheld: { by: "committee-chair", reason: hiding.reason },
    });
    const page = await getModerationPage(city, 1);
    const acts = page?.acts.filter(({ annotation }) => annotation === number) ?? [];
    expect(acts.map(({ kind, by, reason }) => [kind, by, reason])).toEqual([
      ["upheld", "committee-chair", hiding.reason],
      ["contested", "city-respondent", null],
      ["hidden", "moderator", hiding.reason],
    ]);
    for (const { entry } of acts) expect(entry).toEqual(expect.any(Number));
    expect(page?.states.upheld).toBe(1);
    expect(page?.rules["identifiable-person"]?.applied).toBeGreaterThan(
      page?.rules["identifiable-person"]?.standing ?? 0,
    );
    expect(
      await moderateAnnotation(on(people.colleague, number), "restore", { reason: "Late." }),
    ).toEqual({ kind: "not-now" });
  });

  it("is taken back by a moderator who was wrong, and counts for the files of earlier releases", async () => {
    const hidings = async () =>
      (await readPublishedVersions(sql())).find((known) => known.city === city)?.hidings;
    const before = (await hidings()) ?? 0;
    const number = await said(people.ann, "Why here?");
    await moderateAnnotation(on(people.moderator, number), "hide", hiding);
    expect(await hidings()).toBe(before + 1);
    expect(
      await moderateAnnotation(on(people.moderator, number), "restore", { reason: "A mistake." }),
    ).toMatchObject({ kind: "restored", notice: { onAppeal: false, reason: "A mistake." } });
    expect(await hidings()).toBe(before + 2);
    expect(await pageOf(number)).toMatchObject({
      hiding: undefined,
      reviewed: { kind: "restored", by: "moderator", reason: "A mistake." },
      said: { body: "Why here?" },
    });
  });
});

describe("the queue", () => {
  it("has what nobody has read, the latest first; what is kept leaves it, until it is revised", async () => {
    const [first, second] = [await said(people.ann, "One?"), await said(people.ann, "Two?")];
    const unread = async () => {
      const asking = { state: "unread", page: 1 } as const;
      const queue = await getModerationQueue(people.moderator, city, asking, now);
      expect(queue?.total).toBe(queue?.counts.unread);
      return queue?.found.map(({ annotation }) => annotation.number) ?? [];
    };
    expect((await unread()).slice(0, 2)).toEqual([second, first]);
    const kept = { reason: "About the camera." };
    expect(await moderateAnnotation(on(people.moderator, first), "keep", kept)).toEqual({
      kind: "kept",
    });
    expect(await unread()).not.toContain(first);
    expect((await pageOf(first))?.reviewed).toMatchObject({ kind: "kept", ...kept });
    expect(await moderateAnnotation(on(people.moderator, first), "keep", kept)).toEqual({
      kind: "not-now",
    });
    await reviseAnnotation(on(people.ann, first), { body: "One!", reason: "Louder." });
    expect(await unread()).toContain(first);
    expect((await pageOf(first))?.reviewed).toBeUndefined();
    await settleAnnotation(on(people.ann, second), "withdraw", "Said elsewhere.");
    expect(await unread()).not.toContain(second);
    const replies = await getModerationQueue(people.chair, city, { kind: "reply", page: 1 }, now);
    expect(replies?.found.every(({ annotation }) => annotation.kind === "reply")).toBe(true);
  });
});

describe("what is refused", () => {
  it("is moderating what one wrote, or from another city, or by another role", async () => {
    const number = await said(people.both);
    for (const actor of [
      people.both,
      people.stranger,
      people.ann,
      people.respondent,
      people.chair,
    ]) {
      for (const step of ["hide", "keep"] as const) {
        await expect(moderateAnnotation(on(actor, number), step, hiding)).rejects.toMatchObject({
          reason: "forbidden",
        });
      }
    }
    await moderateAnnotation(on(people.moderator, number), "hide", hiding);
    for (const actor of [people.both, people.stranger, people.chair]) {
      await expect(moderateAnnotation(on(actor, number), "restore", hiding)).rejects.toMatchObject({
        reason: "forbidden",
      });
    }
    for (const actor of [people.stranger, people.moderator, people.ann, people.chair]) {
      await expect(moderateAnnotation(on(actor, number), "contest", hiding)).rejects.toMatchObject({
        reason: "forbidden",
      });
    }
    for (const actor of [people.ann, people.respondent, people.stranger]) {
      await expect(getModerationDesk(actor, city, number, now)).rejects.toMatchObject({
        reason: "forbidden",
      });
      await expect(getModerationQueue(actor, city, { page: 1 }, now)).rejects.toMatchObject({
        reason: "forbidden",
      });
    }
  });

  it("is an appeal of one's own, whatever one's roles", async () => {
    const number = await said(people.both);
    await moderateAnnotation(on(people.moderator, number), "hide", hiding);
    await moderateAnnotation(on(people.both, number), "contest", { reason: "No." });
    for (const step of ["restore", "uphold"] as const) {
      await expect(moderateAnnotation(on(people.both, number), step, hiding)).rejects.toMatchObject(
        { reason: "forbidden" },
      );
    }
  });

  it("is hiding without a published rule or a reason, or by saying again what is hidden", async () => {
    const number = await said(people.ann);
    const malformed = [
      { reason: "Because." },
      { ...hiding, rule: "i-dislike-it" },
      { ...hiding, reason: " " },
      { ...hiding, reason: "pay\u202Elog" },
    ];
    for (const given of malformed) {
      expect(await moderateAnnotation(on(people.moderator, number), "hide", given)).toEqual({
        kind: "malformed",
      });
    }
    const repeating = { ...hiding, reason: "« of 3 Lilac Street sleeps » is personal." };
    expect(await moderateAnnotation(on(people.moderator, number), "hide", repeating)).toEqual({
      kind: "repeats-hidden",
    });
    expect((await pageOf(number))?.said?.body).toBe(SECRET);
  });
});

describe("an act of moderation", () => {
  it("is one however often it is sent, also at the same moment", async () => {
    const number = await said(people.ann);
    const key = randomUUID();
    const done = await Promise.all(
      Array.from({ length: 4 }, () =>
        moderateAnnotation(on(people.moderator, number, key), "hide", hiding),
      ),
    );
    expect(done.map(({ kind }) => kind)).toEqual(done.map(() => "hidden"));
    // Whoever wrote it is told once.
    const notices = done.flatMap(({ notice }) => notice ?? []);
    const { reason, rule } = hiding;
    expect(notices).toEqual([
      {
        ...{ email: "ann@example.org", number, act: "hidden", onAppeal: false, rule, reason },
        ...{ city: { slug: city, name: city, timezone: "Europe/Paris" }, at: now },
      },
    ]);
    const { body = "" } = (await entriesOf(number)).at(-1) ?? {};
    expect(body).not.toMatch(/@|example|officer/);
    expect(await entriesOf(number)).toHaveLength(2);
    // A moderator who takes it back while its author contests: one comes first, the other does nothing.
    const both = await Promise.all([
      moderateAnnotation(on(people.moderator, number), "restore", { reason: "A." }).catch(
        ({ reason }) => ({ kind: reason }),
      ),
      moderateAnnotation(on(people.ann, number), "contest", { reason: "B." }),
    ]);
    expect([
      ["restored", "not-now"],
      ["forbidden", "contested"],
    ]).toContainEqual(both.map(({ kind }) => kind));
    expect(await entriesOf(number)).toHaveLength(3);
  });

  it("is told to nobody where the account is closed, and keeping or contesting to nobody", async () => {
    const { publicId } = await join(city, "leaving@example.org", "committee-member");
    const { actor } = await signInFully(publicId);
    const number = await said(actor);
    expect(await moderateAnnotation(on(people.moderator, number), "keep", hiding)).toEqual({
      kind: "kept",
    });
    await sql()`DELETE FROM account_contact WHERE email = 'leaving@example.org'`;
    expect(await moderateAnnotation(on(people.moderator, number), "hide", hiding)).toEqual({
      kind: "hidden",
    });
  });

  it("that answers an appeal is one too", async () => {
    const number = await said(people.ann);
    await moderateAnnotation(on(people.moderator, number), "hide", hiding);
    await moderateAnnotation(on(people.ann, number), "contest", { reason: "No." });
    const key = randomUUID();
    for (const time of ["first", "again"]) {
      const done = await moderateAnnotation(on(people.chair, number, key), "restore", hiding);
      expect(done, time).toMatchObject({ kind: "restored" });
      expect(done.notice !== undefined, time).toBe(time === "first");
    }
    expect(await entriesOf(number)).toHaveLength(4);
  });

  it("is undone with its entry in the log when either fails", async () => {
    const number = await said(people.ann);
    await sql()`CREATE FUNCTION refuse_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`;
    await sql()`CREATE TRIGGER refuse_entry BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_entry()`;
    await expect(moderateAnnotation(on(people.moderator, number), "hide", hiding)).rejects.toThrow(
      "no",
    );
    await sql()`DROP TRIGGER refuse_entry ON audit_entry`;
    expect((await pageOf(number))?.said?.body).toBe(SECRET);
    expect(await moderateAnnotation(on(people.moderator, number), "hide", hiding)).toMatchObject({
      kind: "hidden",
    });
  });

  it("is never rewritten nor deleted, even by who owns the tables", async () => {
    await expect(sql()`DELETE FROM annotation_moderation`).rejects.toThrow();
    await expect(sql()`UPDATE annotation_moderation SET reason = 'x'`).rejects.toThrow();
  });
});
