import type { Actor } from "#domain/actor/actor.ts";
import { canTakeStep, type ReportStep } from "#domain/annual-report/report-life.ts";
import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { authorise } from "#domain/permission/can.ts";
import type { Action } from "#domain/permission/permissions.ts";
import { type City, findCity } from "../city-queries.ts";
import { type WriteSql, writeSql } from "../database.ts";
import type { Act } from "../evaluation/evaluation-writes.ts";
import { auditActorIn, requireMember } from "../evaluation/hold-evaluation.ts";
import { findReport, type ReportRow, reportStandingOf } from "./report-queries.ts";

/** What a deed is done to, who does it, and when. The same request key is the same deed, however often it is sent. */
export type ReportDeed = {
  actor: Actor;
  citySlug: string;
  year: number;
  requestKey: string;
  now: Date;
};

export type HeldReport = {
  sql: WriteSql;
  city: City;
  report: ReportRow;
  act: Act;
  /** How the public log names who did it. */
  auditActor: AuditActor;
};

export type ReportUndone = { kind: "no-such-report" | "not-now" };

/**
 * Opens a write transaction on a report, held so that of two deeds at once the second sees what the first did; refuses who
 * may not, and a step that its life does not have at this point.
 */
export function holdReport<Result>(
  deed: ReportDeed,
  action: Action,
  step: ReportStep,
  work: (held: HeldReport) => Promise<Result>,
): Promise<Result | ReportUndone> {
  return writeSql<Result | ReportUndone>(async (sql) => {
    const city = await findCity(sql, deed.citySlug);
    if (!city) return { kind: "no-such-report" };
    authorise(deed.actor, action, { cityId: city.id });
    const member = requireMember(deed.actor, action);
    const report = await findReport(sql, city.id, deed.year, { hold: true });
    if (!report) return { kind: "no-such-report" };
    if (!canTakeStep(step, reportStandingOf(report))) return { kind: "not-now" };
    const act = { accountId: member.accountId, requestKey: deed.requestKey };
    return work({ sql, city, report, act, auditActor: auditActorIn(member, city.id) });
  });
}
