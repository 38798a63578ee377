import { decodeAuditEntry } from "#domain/audit/audit-entry.ts";
import {
  type AuditAction,
  type AuditGroup,
  auditActions,
  auditActionsByGroup,
  auditGroups,
} from "#domain/audit/audit-vocabulary.ts";
import type { LogQuestion } from "#domain/audit/log-question.ts";
import { findEntries } from "#persistence/audit/find-entries.ts";
import { logFiles } from "#persistence/audit/log-files.ts";
import { latestCheckpoint } from "#persistence/audit/log-queries.ts";
import {
  type PublishedHead,
  readPublishedHead,
  readVerification,
  type Verification,
} from "#persistence/audit/published-state.ts";
import { readSql } from "#persistence/database.ts";

const PAGE_SIZE = 50;

export type LogLine = {
  index: number;
  at: Date;
  /** Slug; null for the whole installation. */
  city: string | null;
  /** Without the account's identifier. */
  quality: string;
  action: AuditAction;
  subject: string;
  /** Identifiers, numbers, hashes: the log holds no sentence and no name. */
  detail: object;
};

export type LogPage = {
  question: LogQuestion;
  cities: readonly { slug: string; name: string }[];
  lines: readonly LogLine[];
  matching: number;
  pages: number;
  head: PublishedHead | undefined;
  signedAt: Date | null;
  verification: Verification | undefined;
  /** Why nothing more is published; null when all is well. */
  fault: string | null;
};

function actionsOf(type: string | undefined): readonly AuditAction[] | undefined {
  if (type === undefined) return undefined;
  if (auditGroups.includes(type as AuditGroup)) return auditActionsByGroup[type as AuditGroup];
  return auditActions.filter((action) => action === type);
}

/** The acts of the log that a reader asks for, newest first, with what proves them. */
export async function getLogPage(question: LogQuestion): Promise<LogPage> {
  const files = logFiles();
  const { type, page, ...rest } = question;
  const filter = { ...rest, actions: actionsOf(type) };
  const [found, head, verification, fault] = await Promise.all([
    readSql(async (sql) => ({
      cities: await sql<
        { slug: string; name: string }[]
      >`SELECT slug, name FROM city ORDER BY name`,
      checkpoint: await latestCheckpoint(sql),
      ...(await findEntries(sql, filter, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })),
    })),
    readPublishedHead(files),
    readVerification(files),
    files?.read("fault"),
  ]);
  return {
    question,
    cities: found.cities,
    lines: found.entries.flatMap(({ body }) => lineOf(body)),
    matching: found.matching,
    pages: Math.max(1, Math.ceil(found.matching / PAGE_SIZE)),
    head,
    signedAt: found.checkpoint?.signedAt ?? null,
    verification,
    fault: fault === undefined ? null : Buffer.from(fault).toString(),
  };
}

function lineOf(body: string): LogLine[] {
  const entry = decodeAuditEntry(body);
  if (!entry) return [];
  const { index, at, city, actor, action, subject, detail } = entry;
  const quality = actor.split(":")[0] ?? "";
  return [{ index, at: new Date(at), city, quality, action, subject, detail }];
}
