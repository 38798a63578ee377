import type { Actor } from "#domain/actor/actor.ts";
import {
  canModerate,
  type ModerationState,
  type ModerationStep,
} from "#domain/annotation/moderation.ts";
import { authorise, can } from "#domain/permission/can.ts";
import { evaluationText } from "#formats/markdown/evaluation-html.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import {
  type AnnotationRow,
  findAnnotation,
  moderationOf,
} from "#persistence/annotation/annotation-queries.ts";
import { type AnnotationView, viewAnnotations } from "#persistence/annotation/annotation-view.ts";
import {
  countModerationStates,
  findInState,
  type ModerationRow,
  type QueueFilter,
} from "#persistence/annotation/moderation-queries.ts";
import { SubjectReader } from "#persistence/annotation/read-subject.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";

export const MODERATED_PER_PAGE = 20;

/** Something said in public, as whoever moderates reads it: also once it is hidden. */
export type ModeratedAnnotation = {
  annotation: AnnotationView;
  state: ModerationState;
  author: { name: string; quality: string };
  /** Every version of its words, the last first. */
  words: readonly { number: number; body: string; reason: string | null; at: Date }[];
  /** What was done with it, with what its author answered. */
  acts: readonly Omit<ModerationRow, "accountId">[];
  steps: readonly ModerationStep[];
};

export type ModerationQueue = {
  city: City;
  counts: Partial<Record<ModerationState, number>>;
  total: number;
  found: ModeratedAnnotation[];
};

/** What is said in public, the latest first, for whoever moderates. Throws `NotAllowed`. */
export function getModerationQueue(
  actor: Actor,
  citySlug: string,
  { page, ...filter }: QueueFilter & { page: number },
  now: Date,
): Promise<ModerationQueue | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    authorise(actor, "moderation.read", { cityId: city.id });
    const offset = (page - 1) * MODERATED_PER_PAGE;
    const part = { limit: MODERATED_PER_PAGE, offset };
    const { total, numbers } = await findInState(sql, city.id, filter, part);
    const reader = new SubjectReader(sql, city, dayIn(city.timezone, now));
    const found: ModeratedAnnotation[] = [];
    for (const number of numbers) {
      const one = await readOne(sql, actor, city, number, reader);
      if (one) found.push(one);
    }
    return { city, counts: await countModerationStates(sql, city.id), total, found };
  });
}

/** One of them, with what may be done with it now. Throws `NotAllowed`. */
export function getModerationDesk(
  actor: Actor,
  citySlug: string,
  number: number,
  now: Date,
): Promise<(ModeratedAnnotation & { city: City }) | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return undefined;
    authorise(actor, "moderation.read", { cityId: city.id });
    const reader = new SubjectReader(sql, city, dayIn(city.timezone, now));
    const one = await readOne(sql, actor, city, number, reader);
    return one && { city, ...one };
  });
}

async function readOne(
  sql: ReadSql,
  actor: Actor,
  city: City,
  number: number,
  reader: SubjectReader,
): Promise<ModeratedAnnotation | undefined> {
  const row = await findAnnotation(sql, city.id, number);
  if (!row) return undefined;
  const [annotation] = await viewAnnotations([row], city, reader, evaluationText);
  if (!annotation) return undefined;
  const { name, quality } = row.author;
  return {
    annotation,
    state: moderationOf(row).state,
    author: { name, quality },
    words: row.words.toReversed(),
    acts: row.moderations.map(({ accountId: _, ...act }) => act),
    steps: stepsOf(actor, city, row),
  };
}

const decisions = ["keep", "hide", "restore", "uphold"] as const;

function stepsOf(actor: Actor, { id: cityId }: City, row: AnnotationRow): ModerationStep[] {
  const standing = moderationOf(row);
  const authorId = row.author.accountId;
  const hiding = row.moderations.findLast(({ kind }) => kind === "hidden");
  const mayDecide =
    standing.state === "contested"
      ? can(actor, "appeal.decide", { cityId, authorId }) &&
        can(actor, "appeal.decide", { cityId, authorId: hiding?.accountId })
      : can(actor, "moderation.decide", { cityId, authorId });
  return mayDecide ? decisions.filter((step) => canModerate(step, standing)) : [];
}
