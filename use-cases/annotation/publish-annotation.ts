import type { Actor, Member } from "#domain/actor/actor.ts";
import {
  type AnnotationTarget,
  kindsOfTheCity,
  LONGEST_PASSAGE,
  type NewAnnotation,
  newAnnotationSchema,
} from "#domain/annotation/annotation-content.ts";
import { canTakeStep } from "#domain/annotation/annotation-life.ts";
import { findQuoted, type Passage } from "#domain/annotation/text-anchor.ts";
import { authorise } from "#domain/permission/can.ts";
import { evaluationText } from "#formats/markdown/evaluation-html.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { findAnnotation, standingOf } from "#persistence/annotation/annotation-queries.ts";
import {
  findWritten,
  takeTurn,
  writeAnnotation,
} from "#persistence/annotation/annotation-writes.ts";
import { type Subject, SubjectReader } from "#persistence/annotation/read-subject.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type WriteSql, writeSql } from "#persistence/database.ts";
import { announcePublicAct, hashContent } from "#persistence/evaluation/evaluation-writes.ts";
import { auditActorIn, requireMember } from "#persistence/evaluation/hold-evaluation.ts";

export type PublishedAnnotation =
  | { kind: "published"; number: number }
  | { kind: "malformed"; field: string; reason: string }
  | {
      kind:
        | "no-such-city"
        | "no-such-object"
        | "no-such-annotation"
        | "nothing-published"
        | "not-now"
        | "not-yours"
        | "quote-not-found"
        | "quote-ambiguous"
        | "quote-too-long";
    };

type Asked = { actor: Actor; citySlug: string; requestKey: string; now: Date };

/**
 * Publishes an annotation under its author's name and quality, pinned to what it judges. It is public at once: nothing of
 * it is ever changed, and the same request sent twice is one annotation.
 */
export function publishAnnotation(
  { actor, citySlug, requestKey, now }: Asked,
  given: unknown,
): Promise<PublishedAnnotation> {
  return writeSql<PublishedAnnotation>(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return { kind: "no-such-city" };
    authorise(actor, "annotation.write", { cityId: city.id });
    const member = requireMember(actor, "annotation.write");
    const read = newAnnotationSchema.safeParse(given);
    if (!read.success) {
      const [issue] = read.error.issues;
      return {
        kind: "malformed",
        field: issue?.path.join(".") ?? "",
        reason: issue?.message ?? "",
      };
    }
    if (city.release === 0) return { kind: "nothing-published" };
    await takeTurn(sql, city.id);
    const known = await findWritten(sql, city.id, requestKey);
    if (known !== undefined) return { kind: "published", number: known };
    return write(sql, { city, member, requestKey, now }, read.data);
  });
}

type Writing = { city: City; member: Member; requestKey: string; now: Date };

async function write(
  sql: WriteSql,
  { city, member, requestKey, now }: Writing,
  given: NewAnnotation,
): Promise<PublishedAnnotation> {
  const auditActor = auditActorIn(member, city.id);
  if (auditActor.startsWith("city-respondent") && !kindsOfTheCity.includes(given.kind)) {
    return { kind: "not-yours" };
  }
  const about = await aboutWhat(sql, city, given, now);
  if ("refused" in about) return { kind: about.refused };
  const { target, subject, passage, answers } = about;
  const act = { accountId: member.accountId, requestKey };
  const annotation = {
    cityId: city.id,
    kind: given.kind,
    target,
    passage,
    answers,
    release: city.release,
    versionNumber: subject.version?.number ?? null,
    judged: subject.facts,
    judgedHash: hashContent(subject.facts),
    body: given.body,
  };
  const number = await writeAnnotation(sql, annotation, act, now);
  await announcePublicAct(sql, city.id);
  await appendAuditEntry(sql, {
    cityId: city.id,
    actor: auditActor,
    action: "annotation-published",
    subject: `annotation ${number}`,
    detail: {
      kind: given.kind,
      on: target.kind,
      answers: given.answers ?? null,
      release: city.release,
      judgedHash: annotation.judgedHash,
      contentHash: hashContent(given.body),
    },
  });
  return { kind: "published", number };
}

type Refused = Exclude<PublishedAnnotation["kind"], "published" | "malformed">;
type About = {
  target: AnnotationTarget;
  subject: Subject;
  passage: Passage | null;
  answers: number | null;
};

async function aboutWhat(
  sql: WriteSql,
  city: City,
  given: NewAnnotation,
  now: Date,
): Promise<About | { refused: Refused }> {
  const reader = new SubjectReader(sql, city, dayIn(city.timezone, now));
  if (given.answers !== undefined) return aboutAnswered(sql, city, given.answers, reader);
  const { on, reference } = given;
  const target = on && reference !== undefined ? { kind: on, reference } : undefined;
  const subject = target && (await reader.read(target));
  if (!target || !subject) return { refused: "no-such-object" };
  const passage = passageIn(subject, given);
  if (typeof passage === "string") return { refused: passage };
  return { target, subject, passage, answers: null };
}

/** What a reply is about is what the annotation that it answers is about. */
async function aboutAnswered(
  sql: WriteSql,
  city: City,
  number: number,
  reader: SubjectReader,
): Promise<About | { refused: Refused }> {
  const answered = await findAnnotation(sql, city.id, number, { hold: true });
  if (!answered) return { refused: "no-such-annotation" };
  if (!canTakeStep("reply", standingOf(answered))) return { refused: "not-now" };
  const { target } = answered;
  const subject = await reader.read(target);
  if (!subject) return { refused: "no-such-object" };
  return { target, subject, passage: null, answers: answered.id };
}

/** The passage quoted, found in the text as it is read today; null where none is quoted. */
function passageIn(
  { version }: Subject,
  { quote, prefix, suffix }: NewAnnotation,
): Passage | null | Refused {
  if (!quote?.trim() || !version) return null;
  const found = findQuoted(evaluationText(version.content), { exact: quote, prefix, suffix });
  if (typeof found === "string") return `quote-${found}`;
  return found.exact.length > LONGEST_PASSAGE ? "quote-too-long" : found;
}
