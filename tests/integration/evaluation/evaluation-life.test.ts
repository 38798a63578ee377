import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "#domain/actor/actor.ts";
import { visitor } from "#domain/actor/actor.ts";
import type { Role } from "#domain/actor/role.ts";
import { ready } from "#tests/unit/domain/evaluation/evaluations.ts";
import {
  followUpRecommendation,
  replyToEvaluation,
} from "#use-cases/evaluation/answer-evaluation.ts";
import { getCommitteePage } from "#use-cases/evaluation/get-committee-page.ts";
import { getDeskPage } from "#use-cases/evaluation/get-desk-page.ts";
import { getEvaluationPage } from "#use-cases/evaluation/get-evaluation-page.ts";
import { getEvaluationsPage } from "#use-cases/evaluation/get-evaluations-page.ts";
import {
  publishEvaluation,
  reviseEvaluation,
  withdrawEvaluation,
} from "#use-cases/evaluation/publish-evaluation.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";
import { startEvaluation } from "#use-cases/evaluation/start-evaluation.ts";
import { returnToDraft, submitEvaluation } from "#use-cases/evaluation/submit-evaluation.ts";
import { castBallot, closeVote } from "#use-cases/evaluation/vote-on-evaluation.ts";
import { addTestCity, join, now, signInFully } from "../accounts/people.ts";
import { testDatabase } from "../database.ts";
import { importText } from "../importing/import.ts";

const { sql } = testDatabase();
const city = "evalville";
const people = {} as Record<"chair" | "ann" | "bob" | "cat" | "respondent" | "stranger", Member>;

async function person(name: string, role: Role, where = city): Promise<Member> {
  const account = await join(where, `${name}@example.org`, role);
  return (await signInFully(account.publicId)).actor;
}

beforeAll(async () => {
  await addTestCity(city);
  await addTestCity("elsewhere");
  people.chair = await person("chair", "committee-chair");
  people.ann = await person("ann", "committee-member");
  people.bob = await person("bob", "committee-member");
  people.cat = await person("cat", "committee-member");
  people.respondent = await person("respondent", "city-respondent");
  people.stranger = await person("stranger", "committee-chair", "elsewhere");
  await importText(city, "cameras", "reference;status\nC1;in-service\n");
});

const deed = (actor: Member, slug: string, requestKey: string = randomUUID()) => ({
  actor,
  citySlug: city,
  slug,
  requestKey,
  now,
});

async function start(title: string): Promise<string> {
  const given = { title, object: { kind: "system" } };
  const started = await startEvaluation(people.ann, city, given, randomUUID());
  if (started.kind !== "started") throw new Error(JSON.stringify(started));
  return started.slug;
}

const complete = {
  ...ready,
  recommendations: [
    { key: "r1", text: "Publish the assessment", owner: "City manager", dueOn: "2027-03-01" },
  ],
};

async function published(title: string): Promise<string> {
  const slug = await start(title);
  await saveDraft(deed(people.ann, slug), 1, { ...complete, title });
  expect(await submitEvaluation(deed(people.bob, slug))).toEqual({ kind: "submitted" });
  await castBallot(deed(people.chair, slug), { choice: "for", reasons: null });
  await castBallot(deed(people.ann, slug), { choice: "for", reasons: null });
  await castBallot(deed(people.bob, slug), { choice: "against", reasons: "Too soon." });
  await castBallot(deed(people.cat, slug), { choice: "recusal", reasons: "I live there." });
  expect(await closeVote(deed(people.chair, slug))).toMatchObject({ kind: "closed" });
  expect(await publishEvaluation(deed(people.chair, slug))).toMatchObject({ kind: "published" });
  return slug;
}

const actsOn = async (slug: string) =>
  (
    await sql()<{ action: string }[]>`
      SELECT action FROM audit_entry WHERE subject = ${`evaluation ${slug}`} ORDER BY log_index`
  ).map(({ action }) => action);

describe("an evaluation", () => {
  it("is drafted, voted, published, answered and withdrawn, each act in the log and nothing erased", async () => {
    const slug = await published("The square");
    const page = await getEvaluationPage(city, slug, now);
    expect(page).toMatchObject({
      shown: { number: 1, dataRelease: 1, tally: { for: 2, against: 1, recusal: 1, quorum: 2 } },
      reply: { kind: "waiting", days: 0 },
    });
    expect(page?.dissents.map(({ choice, reasons }) => [choice, reasons])).toEqual([
      ["against", "Too soon."],
      ["recusal", "I live there."],
    ]);
    await replyToEvaluation(deed(people.respondent, slug), "We shall.");
    await followUpRecommendation(deed(people.respondent, slug), {
      key: "r1",
      kind: "accepted",
      note: null,
    });
    const answered = await getEvaluationPage(city, slug, now);
    expect(answered).toMatchObject({
      reply: { kind: "replied", days: 0 },
      recommendations: [{ key: "r1", state: "accepted" }],
    });
    await withdrawEvaluation(deed(people.chair, slug), "A figure was wrong.");
    expect(await getEvaluationPage(city, slug, now)).toMatchObject({
      withdrawal: { reason: "A figure was wrong." },
      shown: { content: { title: "The square" } },
    });
    expect(await actsOn(slug)).toEqual([
      "evaluation-submitted",
      ...Array<string>(4).fill("vote-cast"),
      "evaluation-voted",
      "evaluation-published",
      "reply-published",
      "recommendation-updated",
      "evaluation-withdrawn",
    ]);
  });

  it("is unseen by the public until it is published", async () => {
    const slug = await start("Hidden");
    expect(await getEvaluationPage(city, slug, now)).toBeUndefined();
    const list = await getEvaluationsPage(city, now);
    expect(list?.evaluations.map((one) => one.slug)).not.toContain(slug);
  });

  it("keeps its public version while it is revised, and both afterwards", async () => {
    const slug = await published("Revised");
    expect(await reviseEvaluation(deed(people.ann, slug), "A new figure.")).toEqual({
      kind: "revising",
      number: 2,
    });
    await saveDraft(deed(people.ann, slug), 1, { ...complete, title: "Revised twice" });
    expect((await getEvaluationPage(city, slug, now))?.shown.content.title).toBe("Revised");
    await submitEvaluation(deed(people.ann, slug));
    for (const member of [people.chair, people.ann, people.bob]) {
      await castBallot(deed(member, slug), { choice: "for", reasons: null });
    }
    await closeVote(deed(people.chair, slug));
    await publishEvaluation(deed(people.chair, slug));
    expect(await getEvaluationPage(city, slug, now)).toMatchObject({
      shown: { number: 2, reason: "A new figure.", content: { title: "Revised twice" } },
      before: { number: 1 },
    });
    expect((await getEvaluationPage(city, slug, now, 1))?.isLatest).toBe(false);
  });
});

describe("two members who write at once", () => {
  it("are joined where they wrote in different places", async () => {
    const slug = await start("Joined");
    await saveDraft(deed(people.ann, slug), 1, { ...ready, title: "Joined" });
    await saveDraft(deed(people.ann, slug), 2, { ...ready, title: "By Ann" });
    const saved = await saveDraft(deed(people.bob, slug), 2, {
      ...ready,
      title: "Joined",
      body: "By Bob",
    });
    expect(saved).toEqual({ kind: "saved", save: 4, merged: true });
    const desk = await getDeskPage(people.cat, city, slug, now);
    expect(desk?.working?.content).toMatchObject({ title: "By Ann", body: "By Bob" });
  });

  it("are shown each other's words where they wrote in the same place, and neither is lost", async () => {
    const slug = await start("Conflict");
    await saveDraft(deed(people.ann, slug), 1, { ...ready, body: "By Ann" });
    const met = await saveDraft(deed(people.bob, slug), 1, { ...ready, body: "By Bob" });
    if (met.kind !== "conflict") throw new Error(met.kind);
    const desk = await getDeskPage(people.bob, city, slug, now, met.aside);
    expect(desk?.aside?.conflicts).toEqual([{ field: "body", theirs: "By Ann", mine: "By Bob" }]);
    expect(desk?.working?.content.body).toBe("By Ann");
    // Nobody else reads what was set aside.
    expect((await getDeskPage(people.cat, city, slug, now, met.aside))?.aside).toBeUndefined();
  });

  it("who send the same request twice write once", async () => {
    const slug = await start("Twice");
    const again = deed(people.ann, slug);
    expect(await saveDraft(again, 1, ready)).toEqual({ kind: "saved", save: 2, merged: false });
    expect(await saveDraft(again, 1, ready)).toEqual({ kind: "saved", save: 2, merged: false });
    const key = randomUUID();
    const given = { title: "Once", object: { kind: "system" } };
    const [one, two] = [
      await startEvaluation(people.ann, city, given, key),
      await startEvaluation(people.ann, city, given, key),
    ];
    expect(one).toEqual(two);
  });

  it("and name it after a room of the workspace find its desk beside that room", async () => {
    for (const title of ["Modération", "Annotations", "Annual report"]) {
      const slug = await start(title);
      expect(slug).toMatch(/-2$/);
      expect((await getDeskPage(people.ann, city, slug, now))?.working?.content.title).toBe(title);
    }
  });

  it("and submit at once put it to the vote once", async () => {
    const slug = await start("At once");
    await saveDraft(deed(people.ann, slug), 1, ready);
    const results = await Promise.all([
      submitEvaluation(deed(people.ann, slug)),
      submitEvaluation(deed(people.bob, slug)),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["not-now", "submitted"]);
  });
});

describe("what is not allowed", () => {
  it("is drafting, voting and publishing by anybody else, here or from another city", async () => {
    const slug = await start("Guarded");
    const refused = { name: "NotAllowed" };
    for (const actor of [people.respondent, people.stranger]) {
      await expect(saveDraft(deed(actor, slug), 1, ready)).rejects.toMatchObject(refused);
      await expect(getDeskPage(actor, city, slug, now)).rejects.toMatchObject(refused);
      await expect(getCommitteePage(actor, city, now)).rejects.toMatchObject(refused);
    }
    await expect(getCommitteePage(visitor, city, now)).rejects.toMatchObject({
      reason: "sign-in-needed",
    });
    await saveDraft(deed(people.ann, slug), 1, ready);
    await submitEvaluation(deed(people.ann, slug));
    await expect(closeVote(deed(people.ann, slug))).rejects.toMatchObject(refused);
    // Of what is not public, the city is not even told that it is there.
    const early = replyToEvaluation(deed(people.respondent, slug), "Too early");
    await expect(early).rejects.toMatchObject(refused);
  });

  it("is changing a text once it is submitted, even for whoever reaches the database", async () => {
    const slug = await start("Fixed");
    await saveDraft(deed(people.ann, slug), 1, ready);
    await submitEvaluation(deed(people.ann, slug));
    expect(await saveDraft(deed(people.ann, slug), 2, ready)).toEqual({ kind: "not-now" });
    await expect(sql()`
      UPDATE evaluation_version SET content = '{}' WHERE evaluation_id =
        (SELECT id FROM evaluation WHERE slug = ${slug})`).rejects.toThrow("not rewritten");
  });

  it("is deciding without a quorum, or publishing what was voted down", async () => {
    const slug = await start("Rejected");
    await saveDraft(deed(people.ann, slug), 1, ready);
    await submitEvaluation(deed(people.ann, slug));
    await castBallot(deed(people.ann, slug), { choice: "against", reasons: null });
    expect(await closeVote(deed(people.chair, slug))).toMatchObject({ kind: "no-quorum" });
    for (const member of [people.chair, people.bob, people.cat]) {
      await castBallot(deed(member, slug), { choice: "against", reasons: null });
    }
    expect(await closeVote(deed(people.chair, slug))).toMatchObject({ tally: { adopted: false } });
    expect(await publishEvaluation(deed(people.chair, slug))).toEqual({ kind: "not-now" });
    expect(await returnToDraft(deed(people.chair, slug))).toMatchObject({
      kind: expect.any(String),
    });
  });

  it("is putting an unfinished draft to the vote", async () => {
    const slug = await start("Unfinished");
    const submitted = await submitEvaluation(deed(people.ann, slug));
    expect(submitted).toMatchObject({ kind: "incomplete" });
  });

  it("is adding fields that a draft does not have", async () => {
    const slug = await start("Plain");
    const saved = await saveDraft(deed(people.ann, slug), 1, { ...ready, state: "published" });
    expect(saved).toMatchObject({ kind: "saved" });
    const [row] = await sql()<{ state: string; extra: boolean }[]>`
      SELECT state, content ? 'state' AS extra FROM evaluation_version WHERE evaluation_id =
        (SELECT id FROM evaluation WHERE slug = ${slug})`;
    expect(row).toEqual({ state: "draft", extra: false });
  });
});
