import type { Actor } from "#domain/actor/actor.ts";
import {
  type AnnotatedKind,
  type AnnotationKind,
  type AnnotationTarget,
  annotationKinds,
  kindsOfTheCity,
} from "#domain/annotation/annotation-content.ts";
import { type AnnotationStep, canTakeStep } from "#domain/annotation/annotation-life.ts";
import { canModerate } from "#domain/annotation/moderation.ts";
import { authorise, can } from "#domain/permission/can.ts";
import type { Action } from "#domain/permission/permissions.ts";
import { evaluationText } from "#formats/markdown/evaluation-html.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import {
  type AnnotationRow,
  currentWords,
  findAnnotation,
  findThread,
  moderationOf,
  standingOf,
} from "#persistence/annotation/annotation-queries.ts";
import { type AnnotationView, viewAnnotations } from "#persistence/annotation/annotation-view.ts";
import { listSubjects } from "#persistence/annotation/list-subjects.ts";
import { SubjectReader } from "#persistence/annotation/read-subject.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";

export type NewAnnotationPage = {
  city: City;
  target: AnnotationTarget & { name: string | undefined };
  /** What whoever asks may write of it. */
  kinds: readonly AnnotationKind[];
  hasText: boolean;
};

/** What is needed to write an annotation of something; undefined when nothing public is called so. Throws `NotAllowed`. */
export function getNewAnnotationPage(
  actor: Actor,
  citySlug: string,
  target: AnnotationTarget,
  now: Date,
): Promise<NewAnnotationPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    authorise(actor, "annotation.write", { cityId: city.id });
    const reader = new SubjectReader(sql, city, dayIn(city.timezone, now));
    const subject = await reader.read(target);
    if (!subject) return undefined;
    const isCommittee = can(actor, "committee.read", { cityId: city.id });
    const kinds = (isCommittee ? annotationKinds : kindsOfTheCity).filter(
      (kind) => kind !== "reply",
    );
    const hasText = subject.version !== undefined;
    return { city, target: { ...target, name: subject.name }, kinds, hasText };
  });
}

export type AnnotationChoices = {
  city: City;
  /** Cameras are many: they are annotated from their own page, or by their reference. */
  choices: readonly { kind: AnnotatedKind; reference: string; name: string | undefined }[];
};

/** Everything that can be annotated by choosing it from a list. Throws `NotAllowed`. */
export function getAnnotationChoices(
  actor: Actor,
  citySlug: string,
): Promise<AnnotationChoices | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    authorise(actor, "annotation.write", { cityId: city.id });
    return { city, choices: await listSubjects(sql, city) };
  });
}

export type AnnotationDesk = {
  city: City;
  annotation: AnnotationView;
  thread: AnnotationView[];
  /** What whoever asks may do with it now. */
  steps: readonly AnnotationStep[];
  /** What moderation hides, for its author alone: the words, and whether their hiding can still be contested. */
  ownHidden: { body: string; canContest: boolean } | undefined;
  /** The committee's workspace is closed to the city's respondent. */
  mayEnterWorkspace: boolean;
};

const stepsAndRights: readonly (readonly [AnnotationStep, Action])[] = [
  ["reply", "annotation.write"],
  ["revise", "annotation.edit"],
  ["resolve", "annotation.resolve"],
  ["reopen", "annotation.resolve"],
  ["withdraw", "annotation.withdraw"],
];

/** One annotation as those who may answer, settle or change it see it. Throws `NotAllowed`. */
export function getAnnotationDesk(
  actor: Actor,
  citySlug: string,
  number: number,
  now: Date,
): Promise<AnnotationDesk | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    authorise(actor, "annotation.write", { cityId: city.id });
    const row = await findAnnotation(sql, city.id, number);
    if (!row) return undefined;
    const subjects = new SubjectReader(sql, city, dayIn(city.timezone, now));
    const thread = await viewAnnotations(
      await findThread(sql, city.id, number),
      city,
      subjects,
      evaluationText,
    );
    const annotation = thread.find((one) => one.number === number);
    if (!annotation) return undefined;
    const ownHidden = ownHiddenOf(actor, city, row);
    const mayEnterWorkspace = can(actor, "committee.read", { cityId: city.id });
    const steps = stepsOf(actor, city, row);
    return { city, annotation, thread, steps, ownHidden, mayEnterWorkspace };
  });
}

function ownHiddenOf(actor: Actor, city: City, row: AnnotationRow): AnnotationDesk["ownHidden"] {
  const standing = moderationOf(row);
  const thing = { cityId: city.id, authorId: row.author.accountId };
  if (!standing.isHidden || !can(actor, "moderation.contest", thing)) return undefined;
  return { body: currentWords(row).body, canContest: canModerate("contest", standing) };
}

function stepsOf(actor: Actor, city: City, row: AnnotationRow): AnnotationStep[] {
  const thing = { cityId: city.id, authorId: row.author.accountId, state: "published" };
  return stepsAndRights
    .filter(([step, right]) => canTakeStep(step, standingOf(row)) && can(actor, right, thing))
    .map(([step]) => step);
}
