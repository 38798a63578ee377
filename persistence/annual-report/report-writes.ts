import type {
  ReportContent,
  ReportFacts,
  ReportTexts,
} from "#domain/annual-report/report-content.ts";
import type { WriteSql } from "../database.ts";
import type { Act } from "../evaluation/evaluation-writes.ts";

const author = (sql: WriteSql, { accountId }: Act) =>
  sql`(SELECT id FROM account WHERE public_id = ${accountId})`;
const asJson = (sql: WriteSql, content: unknown) => sql.json(content as never);

/** Begins the report on a year with its first draft. False when the year has one already: two who begin it share it. */
export async function writeReport(
  sql: WriteSql,
  { cityId, year, content }: { cityId: number; year: number; content: ReportContent },
  act: Act,
): Promise<boolean> {
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO annual_report (city_id, year, started_by, request_key)
    VALUES (${cityId}, ${year}, ${author(sql, act)}, ${act.requestKey})
    ON CONFLICT DO NOTHING RETURNING id`;
  if (!row) return false;
  await writeReportVersion(sql, { reportId: row.id, number: 1, content, reason: null }, act);
  return true;
}

type NewVersion = {
  reportId: number;
  number: number;
  content: ReportContent;
  /** Why a public version is revised; null for the first. */
  reason: string | null;
};

export async function writeReportVersion(
  sql: WriteSql,
  { reportId, number, content, reason }: NewVersion,
  act: Act,
): Promise<void> {
  const { texts, facts } = content;
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO annual_report_version (report_id, number, state, texts, facts, data_release, reason)
    VALUES (${reportId}, ${number}, 'draft', ${asJson(sql, texts)}, ${asJson(sql, facts)}, ${facts.release}, ${reason})
    RETURNING id`;
  await writeTextsSave(
    sql,
    { versionId: row?.id ?? 0, number: 1, texts, release: facts.release },
    act,
  );
}

type NewSave = { versionId: number; number: number; texts: ReportTexts; release: number };

async function writeTextsSave(sql: WriteSql, save: NewSave, act: Act): Promise<void> {
  await sql`INSERT INTO annual_report_save (version_id, number, texts, data_release, saved_by, request_key)
    VALUES (${save.versionId}, ${save.number}, ${asJson(sql, save.texts)}, ${save.release}, ${author(sql, act)},
      ${act.requestKey})`;
}

/** Saves words that their writer had seen as they stand; the caller holds the report. */
export async function saveTexts(sql: WriteSql, save: NewSave, act: Act): Promise<void> {
  await writeTextsSave(sql, save, act);
  await sql`UPDATE annual_report_version SET texts = ${asJson(sql, save.texts)}, saves = ${save.number}
    WHERE id = ${save.versionId} AND state = 'draft'`;
}

/** Puts what a release says in the place of what an earlier one said. The words stay. */
export async function replaceFacts(
  sql: WriteSql,
  {
    versionId,
    number,
    texts,
    facts,
  }: { versionId: number; number: number; texts: ReportTexts; facts: ReportFacts },
  act: Act,
): Promise<void> {
  await writeTextsSave(sql, { versionId, number, texts, release: facts.release }, act);
  await sql`UPDATE annual_report_version
    SET facts = ${asJson(sql, facts)}, data_release = ${facts.release}, saves = ${number}
    WHERE id = ${versionId} AND state = 'draft'`;
}

/** Keeps words that met another's, to be joined by a person. The same request again finds them. */
export async function setTextsAside(
  sql: WriteSql,
  { versionId, seen, texts }: { versionId: number; seen: number; texts: ReportTexts },
  act: Act,
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO annual_report_aside (version_id, seen, texts, written_by, request_key)
    VALUES (${versionId}, ${seen}, ${asJson(sql, texts)}, ${author(sql, act)}, ${act.requestKey})
    ON CONFLICT (request_key) DO NOTHING RETURNING id`;
  if (row) return row.id;
  const [known] = await sql<{ id: number }[]>`
    SELECT id FROM annual_report_aside WHERE request_key = ${act.requestKey}`;
  return known?.id ?? 0;
}

/** The save that a request made, when it had been made already. */
export async function findTextsSaveOf(
  sql: WriteSql,
  requestKey: string,
): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`
    SELECT number FROM annual_report_save WHERE request_key = ${requestKey}`;
  return row?.number;
}

export async function publishReportVersion(
  sql: WriteSql,
  versionId: number,
  {
    contentHash,
    now,
    head,
  }: { contentHash: string; now: Date; head: { size: number; root: string } | undefined },
): Promise<void> {
  await sql`UPDATE annual_report_version
    SET state = 'published', published_at = ${now}, content_hash = ${contentHash},
      log_size = ${head?.size ?? null}, log_root = ${head?.root ?? null}
    WHERE id = ${versionId}`;
}

export async function abandonReportVersion(sql: WriteSql, versionId: number): Promise<void> {
  await sql`UPDATE annual_report_version SET state = 'abandoned' WHERE id = ${versionId}`;
}
