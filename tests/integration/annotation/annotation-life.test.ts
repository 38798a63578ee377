import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Member, visitor } from "#domain/actor/actor.ts";
import type { Role } from "#domain/actor/role.ts";
import { ready } from "#tests/unit/domain/evaluation/evaluations.ts";
import { reviseAnnotation, settleAnnotation } from "#use-cases/annotation/change-annotation.ts";
import { getAnnotationDesk } from "#use-cases/annotation/get-annotation-desk.ts";
import {
  getAnnotationPage,
  getAnnotationsOn,
  getAnnotationsPage,
} from "#use-cases/annotation/get-annotations-page.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { publishEvaluation, reviseEvaluation } from "#use-cases/evaluation/publish-evaluation.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";
import { startEvaluation } from "#use-cases/evaluation/start-evaluation.ts";
import { submitEvaluation } from "#use-cases/evaluation/submit-evaluation.ts";
import { castBallot, closeVote } from "#use-cases/evaluation/vote-on-evaluation.ts";
import { addTestCity, join, now, signInFully } from "../accounts/people.ts";
import { testDatabase } from "../database.ts";
import { importText } from "../importing/import.ts";

const { sql } = testDatabase();
const city = "notaville";
const people = {} as Record<
  "chair" | "ann" | "bob" | "respondent" | "officer" | "stranger",
  Member
>;

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
  people.respondent = await person("respondent", "city-respondent");
  people.officer = await person("officer", "data-officer");
  people.stranger = await person("stranger", "committee-chair", "elsewhere");
  await importText(city, "cameras", "reference;status\nC1;in-service\nC2;in-service\n");
});

const asked = (actor: Actor, requestKey: string = randomUUID()) => ({
  actor,
  citySlug: city,
  requestKey,
  now,
});
const onCamera = { kind: "question", on: "camera", reference: "C1", body: "Why here?" };

async function published(actor: Member, given: unknown): Promise<number> {
  const done = await publishAnnotation(asked(actor), given);
  if (done.kind !== "published") throw new Error(JSON.stringify(done));
  return done.number;
}

const deed = (actor: Actor, number: number, requestKey: string = randomUUID()) => ({
  ...asked(actor, requestKey),
  number,
});

const actsOn = async (number: number) =>
  (
    await sql()<{ action: string }[]>`
      SELECT action FROM audit_entry WHERE subject = ${`annotation ${number}`} ORDER BY log_index`
  ).map(({ action }) => action);

async function vote(slug: string): Promise<void> {
  const on = (actor: Member) => ({ ...asked(actor), slug });
  await submitEvaluation(on(people.ann));
  for (const member of [people.chair, people.ann, people.bob]) {
    await castBallot(on(member), { choice: "for", reasons: null });
  }
  await closeVote(on(people.chair));
  expect(await publishEvaluation(on(people.chair))).toMatchObject({ kind: "published" });
}

const passage = "Footage helped in one request out of three.";

async function evaluation(title: string): Promise<string> {
  const given = { title, object: { kind: "system" } };
  const started = await startEvaluation(people.ann, city, given, randomUUID());
  if (started.kind !== "started") throw new Error(started.kind);
  const { slug } = started;
  const body = `The committee heard the **control room**. ${passage}\n\nIt says so.`;
  await saveDraft({ ...asked(people.ann), slug }, 1, { ...ready, title, body });
  await vote(slug);
  return slug;
}

describe("an annotation", () => {
  it("is published, answered, revised, resolved, reopened and withdrawn, each act in the log and nothing erased", async () => {
    const number = await published(people.ann, onCamera);
    const reply = await published(people.respondent, {
      kind: "reply",
      answers: number,
      body: "The council voted it.",
    });
    expect(
      await reviseAnnotation(deed(people.ann, number), {
        body: "Why exactly here?",
        reason: "Clearer.",
      }),
    ).toEqual({ kind: "revised" });
    expect(await settleAnnotation(deed(people.bob, number), "resolve", "Answered.")).toEqual({
      kind: "resolved",
    });
    expect(await settleAnnotation(deed(people.bob, number), "resolve", "Again.")).toEqual({
      kind: "not-now",
    });
    const resolved = await getAnnotationPage(city, reply, now);
    expect(resolved?.thread.map((one) => [one.number, one.answers])).toEqual([
      [number, null],
      [reply, number],
    ]);
    expect(resolved?.thread[0]).toMatchObject({
      settled: { kind: "resolved", reason: "Answered." },
      said: {
        body: "Why exactly here?",
        revisions: [{ body: "Why here?" }, { reason: "Clearer." }],
      },
    });
    await settleAnnotation(deed(people.bob, number), "reopen", "Not enough.");
    expect(await settleAnnotation(deed(people.ann, number), "withdraw", "Wrong camera.")).toEqual({
      kind: "withdrawn",
    });
    const gone = await getAnnotationPage(city, number, now);
    expect(gone?.annotation).toMatchObject({
      said: undefined,
      withdrawal: { reason: "Wrong camera." },
    });
    expect(JSON.stringify(gone)).not.toContain("Why exactly here?");
    expect(await actsOn(number)).toEqual([
      "annotation-published",
      "annotation-revised",
      "annotation-resolved",
      "annotation-reopened",
      "annotation-withdrawn",
    ]);
    const late = await publishAnnotation(asked(people.respondent), {
      kind: "reply",
      answers: number,
      body: "Late.",
    });
    expect(late).toEqual({ kind: "not-now" });
  });

  it("is sent twice and published once, also at the same moment", async () => {
    const key = randomUUID();
    const both = await Promise.all([
      publishAnnotation(asked(people.ann, key), onCamera),
      publishAnnotation(asked(people.ann, key), onCamera),
    ]);
    expect(both[0]).toEqual(both[1]);
    const number = both[0].kind === "published" ? both[0].number : 0;
    const again = randomUUID();
    const words = { body: "Twice?", reason: "To see." };
    await reviseAnnotation(deed(people.ann, number, again), words);
    expect(await reviseAnnotation(deed(people.ann, number, again), words)).toEqual({
      kind: "revised",
    });
    const page = await getAnnotationPage(city, number, now);
    expect(page?.annotation.said?.revisions).toHaveLength(2);
    expect(await actsOn(number)).toEqual(["annotation-published", "annotation-revised"]);
  });

  it("takes the next number of its city, without a gap, when many are written at once", async () => {
    const before = (await getAnnotationsPage(city, { page: 1 }, now))?.total ?? 0;
    const numbers = await Promise.all(
      Array.from({ length: 8 }, () => published(people.ann, onCamera)),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 8 }, (_, i) => before + 1 + i),
    );
  });

  it("leaves no entry in the log, and no row, when what it is about does not exist", async () => {
    const count = async () => (await sql()`SELECT FROM audit_entry`).length;
    const before = await count();
    const given = { ...onCamera, reference: "C99" };
    expect(await publishAnnotation(asked(people.ann), given)).toEqual({ kind: "no-such-object" });
    expect(await count()).toBe(before);
  });

  it("is undone with its entry in the log when either fails", async () => {
    await sql()`CREATE FUNCTION refuse_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`;
    await sql()`CREATE TRIGGER refuse_entry BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_entry()`;
    const rows = async () => (await sql()`SELECT FROM annotation`).length;
    const before = await rows();
    await expect(publishAnnotation(asked(people.ann), onCamera)).rejects.toThrow("no");
    await sql()`DROP TRIGGER refuse_entry ON audit_entry`;
    expect(await rows()).toBe(before);
    expect(await publishAnnotation(asked(people.ann), onCamera)).toMatchObject({
      kind: "published",
    });
  });

  it("is never rewritten nor deleted, even by who owns the tables", async () => {
    for (const table of ["annotation", "annotation_text", "annotation_act"]) {
      await expect(sql().unsafe(`DELETE FROM ${table}`)).rejects.toThrow();
    }
    await expect(sql()`UPDATE annotation_text SET body = 'x'`).rejects.toThrow();
  });
});

describe("what is judged", () => {
  it("is said to be superseded when the city has published something else since, with both", async () => {
    const number = await published(people.ann, { ...onCamera, reference: "C2" });
    expect((await getAnnotationPage(city, number, now))?.annotation.standing).toEqual({
      kind: "same",
    });
    await importText(city, "cameras", "reference;status\nC1;in-service\nC2;removed\n");
    expect((await getAnnotationPage(city, number, now))?.annotation).toMatchObject({
      judged: { facts: { status: "in-service" } },
      standing: {
        kind: "superseded",
        facts: [{ name: "status", judged: "in-service", now: "removed" }],
      },
    });
  });

  it("is a passage that is found again where a revision has moved it, and the version is said", async () => {
    const slug = await evaluation("Passages");
    const number = await published(people.ann, {
      kind: "reservation",
      on: "evaluation",
      reference: slug,
      quote: "one request\n out of three",
      body: "Two years of requests are missing.",
    });
    const first = await getAnnotationsOn(city, { kind: "evaluation", reference: slug }, now);
    expect(first[0]).toMatchObject({
      judged: { version: 1 },
      standing: { kind: "same" },
      said: { passage: { exact: "one request out of three" }, anchoring: { kind: "same" } },
    });
    await reviseEvaluation({ ...asked(people.ann), slug }, "More was heard.");
    const body = `Something else was heard first, at length.\n\n${passage}`;
    await saveDraft({ ...asked(people.ann), slug }, 1, { ...ready, title: "Passages", body });
    await vote(slug);
    const moved = (await getAnnotationPage(city, number, now))?.annotation;
    expect(moved).toMatchObject({
      said: { anchoring: { kind: "moved" } },
      standing: { kind: "superseded" },
    });
    const place = moved?.said?.anchoring;
    const text = "Something else was heard first, at length. Footage helped in ";
    expect(place && "start" in place && place.start).toBe(text.length);
  });

  it("is refused when the quotation is not there, or there more than once", async () => {
    const slug = await evaluation("Quotations");
    const given = { kind: "question", on: "evaluation", reference: slug, body: "What?" };
    const quoting = (quote: string) => publishAnnotation(asked(people.ann), { ...given, quote });
    expect(await quoting("never written")).toEqual({ kind: "quote-not-found" });
    expect(await quoting("s")).toEqual({ kind: "quote-ambiguous" });
    expect(await quoting("control room")).toMatchObject({ kind: "published" });
  });
});

describe("what is not allowed", () => {
  it("is writing for anybody but the committee and the city's respondent, here or from another city", async () => {
    for (const actor of [people.officer, people.stranger]) {
      await expect(publishAnnotation(asked(actor), onCamera)).rejects.toMatchObject({
        reason: "forbidden",
      });
    }
    await expect(publishAnnotation(asked(visitor), onCamera)).rejects.toMatchObject({
      reason: "sign-in-needed",
    });
    const opinion = { ...onCamera, kind: "opinion" };
    expect(await publishAnnotation(asked(people.respondent), opinion)).toEqual({
      kind: "not-yours",
    });
  });

  it("is changing what another wrote; the chair may withdraw it, the committee alone settles", async () => {
    const number = await published(people.ann, onCamera);
    const words = { body: "Mine now", reason: "Because." };
    const refused = { reason: "forbidden" };
    await expect(reviseAnnotation(deed(people.bob, number), words)).rejects.toMatchObject(refused);
    await expect(
      settleAnnotation(deed(people.bob, number), "withdraw", "No."),
    ).rejects.toMatchObject(refused);
    await expect(
      settleAnnotation(deed(people.respondent, number), "resolve", "Done."),
    ).rejects.toMatchObject(refused);
    const steps = async (actor: Member) =>
      (await getAnnotationDesk(actor, city, number, now))?.steps;
    expect(await steps(people.ann)).toEqual(["reply", "revise", "resolve", "withdraw"]);
    expect(await steps(people.bob)).toEqual(["reply", "resolve"]);
    expect(await steps(people.respondent)).toEqual(["reply"]);
    expect(await settleAnnotation(deed(people.chair, number), "withdraw", "Off topic.")).toEqual({
      kind: "withdrawn",
    });
  });

  it("is a text that says nothing, is endless, or hides what it says", async () => {
    for (const body of [
      "",
      "   ",
      "x".repeat(10_001),
      "a\u0000b",
      "pay\u202Elog",
      "\u200B\u2060",
    ]) {
      expect(await publishAnnotation(asked(people.ann), { ...onCamera, body })).toMatchObject({
        kind: "malformed",
        field: "body",
      });
    }
    for (const given of [
      {},
      null,
      "x",
      { ...onCamera, kind: "insult" },
      { ...onCamera, answers: 1 },
    ]) {
      expect(await publishAnnotation(asked(people.ann), given)).toMatchObject({
        kind: "malformed",
      });
    }
    const number = await published(people.ann, { ...onCamera, body: "<script>alert(1)</script>" });
    expect(await settleAnnotation(deed(people.ann, number), "withdraw", " ")).toEqual({
      kind: "malformed",
    });
  });
});
