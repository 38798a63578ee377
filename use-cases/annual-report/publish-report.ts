import { missingFigures } from "#domain/annual-report/report-life.ts";
import { toBase64 } from "#domain/audit/base64.ts";
import {
  holdReport,
  type ReportDeed,
  type ReportUndone,
} from "#persistence/annual-report/hold-report.ts";
import { draftOf, publicVersionsOf } from "#persistence/annual-report/report-queries.ts";
import {
  publishReportVersion,
  writeReportVersion,
} from "#persistence/annual-report/report-writes.ts";
import { appendAuditEntry } from "#persistence/audit/append-audit-entry.ts";
import { latestCheckpoint } from "#persistence/audit/log-queries.ts";
import { announcePublicAct, hashContent } from "#persistence/evaluation/evaluation-writes.ts";

export type PublishedReport =
  | { kind: "published"; number: number; contentHash: string }
  | { kind: "unknown-figures"; keys: readonly string[] }
  | ReportUndone;

/**
 * Makes a draft public, with the hash of all that it says and the head of the log on which it stands. Nobody can change it any
 * more: a revision is a new version. Sent twice, the second finds no draft: it is published once.
 */
export function publishReport(deed: ReportDeed): Promise<PublishedReport> {
  return holdReport<PublishedReport>(deed, "annual-report.publish", "publish", async (held) => {
    const { sql, city, report, auditActor } = held;
    const draft = draftOf(report);
    if (!draft) return { kind: "not-now" };
    const { id, number, texts, facts, dataRelease } = draft;
    const keys = missingFigures({ texts, facts });
    if (keys.length > 0) return { kind: "unknown-figures", keys };
    const contentHash = hashContent({ texts, facts });
    const head = await latestCheckpoint(sql);
    await publishReportVersion(sql, id, {
      contentHash,
      now: deed.now,
      head: head && { size: head.size, root: toBase64(head.root) },
    });
    await announcePublicAct(sql, city.id);
    await appendAuditEntry(sql, {
      cityId: city.id,
      actor: auditActor,
      action:
        publicVersionsOf(report).length === 0 ? "annual-report-published" : "annual-report-revised",
      subject: `annual-report ${report.year}`,
      detail: { version: number, release: dataRelease, contentHash },
    });
    return { kind: "published", number, contentHash };
  });
}

export type RevisedReport = { kind: "revising"; number: number } | ReportUndone;

/** Opens a new draft from the public version, with its reason. That one stays public until the next is published. */
export function reviseReport(deed: ReportDeed, reason: string): Promise<RevisedReport> {
  return holdReport<RevisedReport>(deed, "annual-report.edit", "revise", async (held) => {
    const { sql, report, act } = held;
    const current = publicVersionsOf(report).at(-1);
    if (!current) return { kind: "not-now" };
    const number = (report.versions.at(-1)?.number ?? current.number) + 1;
    const { texts, facts } = current;
    await writeReportVersion(
      sql,
      { reportId: report.id, number, content: { texts, facts }, reason },
      act,
    );
    return { kind: "revising", number };
  });
}
