import type { ModerationRule, ModerationState } from "#domain/annotation/moderation.ts";
import {
  countModerationRules,
  countModerationStates,
  listModerationActs,
  type ModerationOfAnnotation,
} from "#persistence/annotation/moderation-queries.ts";
import { type City, findCity } from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";

export const MODERATION_ACTS_PER_PAGE = 50;

/** An act as anybody reads it: what an author says when contesting may repeat what was hidden, and is not shown. */
export type PublicModerationAct = Pick<
  ModerationOfAnnotation,
  "id" | "annotation" | "kind" | "rule" | "by" | "at" | "entry"
> & { reason: string | null; onAppeal: boolean };

export type ModerationPage = {
  city: City;
  states: Partial<Record<ModerationState, number>>;
  rules: Partial<Record<ModerationRule, { applied: number; standing: number }>>;
  acts: PublicModerationAct[];
  hasMore: boolean;
};

/** What moderation did in a city, and by which rules. */
export function getModerationPage(slug: string, page: number): Promise<ModerationPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug);
    if (!city) return undefined;
    const limit = MODERATION_ACTS_PER_PAGE + 1;
    const offset = (page - 1) * MODERATION_ACTS_PER_PAGE;
    const rows = await listModerationActs(sql, city.id, { limit, offset });
    return {
      city,
      states: await countModerationStates(sql, city.id),
      rules: await countModerationRules(sql, city.id),
      acts: rows.slice(0, MODERATION_ACTS_PER_PAGE).map(publicAct),
      hasMore: rows.length > MODERATION_ACTS_PER_PAGE,
    };
  });
}

function publicAct(row: ModerationOfAnnotation): PublicModerationAct {
  const { id, annotation, kind, rule, by, at, entry, answers } = row;
  const reason = kind === "contested" ? null : row.reason;
  return { id, annotation, kind, rule, by, at, entry, reason, onAppeal: answers !== null };
}
