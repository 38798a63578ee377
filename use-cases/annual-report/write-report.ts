import type { Actor } from "#domain/actor/actor.ts";
import { type ReportTexts, reportTextsSchema } from "#domain/annual-report/report-content.ts";
import { isReportedYear } from "#domain/annual-report/report-life.ts";
import { mergeDrafts } from "#domain/evaluation/merge-drafts.ts";
import { authorise } from "#domain/permission/can.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import {
  type HeldReport,
  holdReport,
  type ReportDeed,
  type ReportUndone,
} from "#persistence/annual-report/hold-report.ts";
import { loadReportFacts } from "#persistence/annual-report/load-registry-year.ts";
import { draftOf, findTextsSave } from "#persistence/annual-report/report-queries.ts";
import {
  abandonReportVersion,
  findTextsSaveOf,
  replaceFacts,
  saveTexts,
  setTextsAside,
  writeReport,
} from "#persistence/annual-report/report-writes.ts";
import { findCity } from "#persistence/city-queries.ts";
import { readSql, writeSql } from "#persistence/database.ts";
import { requireMember } from "#persistence/evaluation/hold-evaluation.ts";

export type StartedReport =
  | { kind: "started"; year: number }
  | { kind: "no-such-year" | "nothing-published" | "no-such-city" };

/** Begins the report on a year from what the registry says of it. A year that has one already leads to it. */
export async function startReport(deed: ReportDeed): Promise<StartedReport> {
  const { citySlug, year, now, requestKey } = deed;
  const city = await mayEdit(deed.actor, citySlug);
  if (!city) return { kind: "no-such-city" };
  const today = dayIn(city.timezone, now);
  if (!isReportedYear(year, today)) return { kind: "no-such-year" };
  const facts = await readSql((sql) =>
    loadReportFacts(sql, city, year, { today, of: dayOf(city) }),
  );
  if (!facts) return { kind: "nothing-published" };
  const { accountId } = requireMember(deed.actor, "annual-report.edit");
  await writeSql((sql) =>
    writeReport(
      sql,
      { cityId: city.id, year, content: { texts: {}, facts } },
      { accountId, requestKey },
    ),
  );
  return { kind: "started", year };
}

async function mayEdit(actor: Actor, citySlug: string) {
  const city = await readSql((sql) => findCity(sql, citySlug));
  if (city) authorise(actor, "annual-report.edit", { cityId: city.id });
  return city;
}

function dayOf({ timezone }: { timezone: string }) {
  return (instant: Date) => dayIn(timezone, instant);
}

export type SavedReport =
  | { kind: "saved"; save: number; merged: boolean }
  /** Somebody saved in between and changed the same part: both stand side by side until a person has chosen. */
  | { kind: "conflict"; aside: number }
  | { kind: "malformed"; field: string }
  | ReportUndone;

/**
 * Saves the committee's words written from the save `seen`. When others saved meanwhile, the parts that only one side
 * changed are joined, and what both changed is handed back: the last writer never wins in silence. Every save is kept.
 */
export function saveReport(deed: ReportDeed, seen: number, given: unknown): Promise<SavedReport> {
  const texts = reportTextsSchema.safeParse(given);
  if (!texts.success) {
    const field = texts.error.issues[0]?.path.join(".") ?? "";
    return Promise.resolve({ kind: "malformed", field });
  }
  return holdReport<SavedReport>(deed, "annual-report.edit", "edit", (held) =>
    save(held, seen, texts.data),
  );
}

async function save(
  { sql, report, act }: HeldReport,
  seen: number,
  mine: ReportTexts,
): Promise<SavedReport> {
  const done = await findTextsSaveOf(sql, act.requestKey);
  if (done !== undefined) return { kind: "saved", save: done, merged: false };
  const draft = draftOf(report);
  if (!draft) return { kind: "not-now" };
  const next = { versionId: draft.id, number: draft.saves + 1, release: draft.dataRelease };
  const base = await findTextsSave(sql, draft.id, seen);
  if (base === undefined) return { kind: "not-now" };
  const { merged, conflicts } = mergeDrafts(base.texts, draft.texts, mine);
  if (conflicts.length > 0) {
    const aside = await setTextsAside(sql, { versionId: draft.id, seen, texts: mine }, act);
    return { kind: "conflict", aside };
  }
  await saveTexts(sql, { ...next, texts: merged }, act);
  return { kind: "saved", save: next.number, merged: seen !== draft.saves };
}

export type RefreshedReport = { kind: "refreshed"; release: number } | ReportUndone;

/** Reads the registry again, as of its latest release. What the committee wrote stays as it is. */
export async function refreshReport(deed: ReportDeed): Promise<RefreshedReport> {
  const { actor, citySlug, year, now } = deed;
  const city = await mayEdit(actor, citySlug);
  if (!city) return { kind: "no-such-report" };
  const today = dayIn(city.timezone, now);
  const facts = await readSql((sql) =>
    loadReportFacts(sql, city, year, { today, of: dayOf(city) }),
  );
  if (!facts) return { kind: "not-now" };
  return holdReport<RefreshedReport>(deed, "annual-report.edit", "edit", async (held) => {
    const { sql, report, act } = held;
    const done = await findTextsSaveOf(sql, act.requestKey);
    const draft = draftOf(report);
    if (!draft) return { kind: "not-now" };
    if (done !== undefined) return { kind: "refreshed", release: draft.dataRelease };
    const { id: versionId, saves, texts } = draft;
    await replaceFacts(sql, { versionId, number: saves + 1, texts, facts }, act);
    return { kind: "refreshed", release: facts.release };
  });
}

export type AbandonedReport = { kind: "abandoned" } | ReportUndone;

/** Gives a revision up. What is public stays as it is. */
export function abandonReport(deed: ReportDeed): Promise<AbandonedReport> {
  return holdReport<AbandonedReport>(deed, "annual-report.edit", "abandon", async (held) => {
    const draft = draftOf(held.report);
    if (!draft) return { kind: "not-now" };
    await abandonReportVersion(held.sql, draft.id);
    return { kind: "abandoned" };
  });
}
