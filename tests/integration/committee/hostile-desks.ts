import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { expect } from "vitest";
import type { Member } from "#domain/actor/actor.ts";
import { type Role, roles } from "#domain/actor/role.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { saveReport, startReport } from "#use-cases/annual-report/write-report.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";
import { startEvaluation } from "#use-cases/evaluation/start-evaluation.ts";
import { submitEvaluation } from "#use-cases/evaluation/submit-evaluation.ts";
import { castBallot } from "#use-cases/evaluation/vote-on-evaluation.ts";
import { moderateAnnotation } from "#use-cases/moderation/moderate-annotation.ts";
import { invite, join, signInFully } from "../accounts/people.ts";
import { hostile, hostileEvaluation } from "./hostile-texts.ts";

/** What a page of ours is asked with by somebody signed in, by role. */
export type Keys = Record<Role, string>;

/** Texts that are read on private pages alone, by the name that stands before each. */
export const privateFields = [
  ...["draft.title", "draft.body", "draft.objective", "draft.indicator", "draft.reasons"],
  ...["other.title", "other.body", "voting.title", "ballot.choice"],
  ...["concealed.body", "report.draft", "session.device", "invitation.email"],
  ...["account.name", "account.quality", "account_contact.email", "annotation_moderation.reason"],
];

/**
 * A person of every role, and on the desks what each has to read: drafts that met, a vote under way, annotations that are
 * hidden and contested, a report that is being written, an invitation that waits. Every text is hostile.
 */
export async function furnishDesks(city: string): Promise<{ keys: Keys; pages: string[] }> {
  const keys = {} as Keys;
  const people = {} as Record<Role, Member>;
  for (const role of roles) {
    const { publicId } = await join(city, `desk-${role}@xss.example`, role);
    const { actor, token } = await signInFully(publicId);
    [people[role], keys[role]] = [actor, token];
  }
  const now = new Date();
  const asked = (actor: Member) => ({ actor, citySlug: city, requestKey: randomUUID(), now });
  const author = people["committee-member"];
  const chair = people["committee-chair"];
  const begin = async (kind: string) => {
    const given = { title: hostile(`${kind}.title`), object: { kind: "system" } };
    const started = await startEvaluation(author, city, given, randomUUID());
    if (started.kind !== "started") throw new Error(started.kind);
    const on = (actor: Member) => ({ ...asked(actor), slug: started.slug });
    expect(await saveDraft(on(author), 1, hostileEvaluation(kind))).toMatchObject({
      kind: "saved",
    });
    return { slug: started.slug, on };
  };
  const draft = await begin("draft");
  const met = await saveDraft(draft.on(chair), 1, hostileEvaluation("other"));
  if (met.kind !== "conflict") throw new Error(met.kind);
  const voting = await begin("voting");
  expect(await submitEvaluation(voting.on(author))).toEqual({ kind: "submitted" });
  await castBallot(voting.on(author), { choice: "against", reasons: hostile("ballot.choice") });
  const numbers = await annotate(people, asked);
  const year = 2022;
  expect(await startReport({ ...asked(author), year })).toMatchObject({ kind: "started" });
  const texts = { introduction: hostile("report.draft"), uses: hostile("report.draft") };
  await saveReport({ ...asked(author), year }, 1, texts);
  await invite(city, "pending@xss.example", "moderator");
  const room = `/${city}/committee`;
  return {
    keys,
    pages: [
      ...["/account", "/en/account", `/${city}/administration`],
      ...[room, `/en${room}`, `${room}/${draft.slug}`, `${room}/${draft.slug}?aside=${met.aside}`],
      ...[`${room}/${voting.slug}`, `${room}/moderation`, `${room}/annual-report-desk/${year}`],
      `${room}/annotations/new?on=camera&reference=VT-0003`,
      ...numbers.flatMap((n) => [`${room}/annotations/${n}`, `${room}/moderation/${n}`]),
    ],
  };
}

type Asked = (actor: Member) => {
  actor: Member;
  citySlug: string;
  requestKey: string;
  now: Date;
};

/** One annotation that is read by all, one that moderation hides, and one whose hiding its author contests. */
async function annotate(people: Record<Role, Member>, asked: Asked): Promise<number[]> {
  const author = people["committee-member"];
  const numbers: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const given = { kind: "question", on: "camera", reference: "VT-0003" };
    const body = hostile("concealed.body");
    const said = await publishAnnotation(asked(author), { ...given, body });
    if (said.kind !== "published") throw new Error(said.kind);
    numbers.push(said.number);
  }
  const [, hidden = 0, contested = 0] = numbers;
  for (const number of [hidden, contested]) {
    const ruled = { rule: "off-topic", reason: "Elsewhere." };
    const done = await moderateAnnotation({ ...asked(people.moderator), number }, "hide", ruled);
    expect(done.kind).toBe("hidden");
  }
  const contest = { reason: hostile("contest.reason") };
  const deed = { ...asked(author), number: contested };
  expect((await moderateAnnotation(deed, "contest", contest)).kind).toBe("contested");
  return numbers;
}

/** What nobody could write through a door, written past it. Sessions are made to hold now, whenever they were opened. */
export async function poisonDesks(sql: postgres.Sql): Promise<void> {
  for (const table of ["account_contact", "invitation", "session"]) {
    const checks = await sql<{ name: string }[]>`SELECT conname AS name FROM pg_constraint
      WHERE contype = 'c' AND conrelid = ${table}::regclass`;
    for (const { name } of checks)
      await sql`ALTER TABLE ${sql(table)} DROP CONSTRAINT ${sql(name)}`;
  }
  await sql`UPDATE account_contact SET email = ${`${hostile("account_contact.email")} `} || account_id`;
  await sql`UPDATE invitation SET email = ${`${hostile("invitation.email")} `} || id, invited_at = now(),
    expires_at = now() + interval '1 day' WHERE accepted_at IS NULL`;
  await sql`UPDATE session SET device = ${hostile("session.device")}, opened_at = now(), seen_at = now(),
    expires_at = now() + interval '1 day', second_factor_at = now()`;
}
