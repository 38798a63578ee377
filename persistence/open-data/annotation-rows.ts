import type { DatasetRow } from "#domain/dataset/dataset.ts";
import {
  type AnnotationRow,
  currentWords,
  lastChange,
  listAnnotations,
  standingOf,
} from "../annotation/annotation-queries.ts";
import type { City } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import type { RowsRelease } from "../fact-rows/rows-release.ts";
import { instantOf } from "./release-instant.ts";

/**
 * Each annotation as it stood at the instant, but for moderation, which is as it is now: what the law forbids to show is
 * not shown in an earlier release either. Names of persons stay on the pages.
 */
export async function annotationRows(
  sql: ReadSql,
  city: City,
  release: RowsRelease,
): Promise<DatasetRow[]> {
  const until = await instantOf(sql, city.id, release);
  if (!until) return [];
  const annotations = await listAnnotations(sql, city.id, {});
  return annotations
    .filter(({ at }) => at <= until)
    .map((annotation) => rowOf(city, asOf(annotation, until)));
}

function asOf(annotation: AnnotationRow, until: Date): AnnotationRow {
  return {
    ...annotation,
    words: annotation.words.filter(({ at }) => at <= until),
    deeds: annotation.deeds.filter(({ at }) => at <= until),
  };
}

function rowOf(city: City, annotation: AnnotationRow): DatasetRow {
  const { number, kind, target, answers, author, at } = annotation;
  const { isResolved, isWithdrawn, isHidden } = standingOf(annotation);
  const deeds = isHidden ? [] : annotation.deeds;
  const withdrawal = deeds.find((deed) => deed.kind === "withdrawn");
  return {
    number,
    type: kind,
    state: isHidden ? "hidden" : isWithdrawn ? "withdrawn" : "published",
    resolved: isResolved,
    target_kind: target.kind,
    target: target.reference,
    answers,
    // A quality may name somebody as surely as a name.
    quality: isHidden ? null : author.quality,
    written_at: at.toISOString(),
    changed_at: lastChange(annotation).toISOString(),
    judged_release: annotation.release,
    judged_version: annotation.versionNumber,
    judged: annotation.judged,
    judged_hash: annotation.judgedHash,
    ...(isWithdrawn || isHidden ? { revisions: [] } : saidBy(annotation)),
    settlements: deeds
      .filter((deed) => deed.kind !== "withdrawn")
      .map((deed) => ({
        act: deed.kind,
        quality: deed.quality,
        reason: deed.reason,
        at: deed.at.toISOString(),
      })),
    withdrawn_at: withdrawal?.at.toISOString() ?? null,
    withdrawn_by: withdrawal?.quality ?? null,
    withdrawal_reason: withdrawal?.reason ?? null,
    moderation: annotation.moderations.map(({ kind: act, rule, by, reason, at: done, entry }) => ({
      act,
      rule,
      quality: by,
      // What an author says when contesting may repeat what was hidden.
      reason: act === "contested" ? null : reason,
      at: done.toISOString(),
      log_entry: entry,
    })),
    page: `/${city.slug}/annotations/${number}`,
  };
}

/** Its words, and those of the passage: what a withdrawal takes back, and moderation hides. */
function saidBy(annotation: AnnotationRow): DatasetRow {
  const { passage, words } = annotation;
  return {
    quote: passage?.exact ?? null,
    quote_prefix: passage?.prefix ?? null,
    quote_suffix: passage?.suffix ?? null,
    quote_start: passage?.start ?? null,
    quote_end: passage?.end ?? null,
    body: currentWords(annotation).body,
    revisions: words.map(({ number, body, reason, at }) => ({
      number,
      body,
      reason,
      written_at: at.toISOString(),
    })),
  };
}
