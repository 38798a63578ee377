import type { ReportFacts, ReportTexts } from "#domain/annual-report/report-content.ts";
import type { ReportStanding } from "#domain/annual-report/report-life.ts";
import type { ReadSql } from "../database.ts";

export type ReportVersionRow = {
  id: number;
  number: number;
  state: "draft" | "published" | "abandoned";
  texts: ReportTexts;
  facts: ReportFacts;
  dataRelease: number;
  saves: number;
  reason: string | null;
  publishedAt: Date | null;
  contentHash: string | null;
  logSize: number | null;
  logRoot: string | null;
};

export type ReportRow = {
  id: number;
  year: number;
  startedAt: Date;
  /** In their order. */
  versions: ReportVersionRow[];
};

type Joined = Omit<ReportRow, "versions"> & ReportVersionRow & { versionId: number };

/** The report on a year; held until the transaction ends when it is going to be written. */
export async function findReport(
  sql: ReadSql,
  cityId: number,
  year: number,
  { hold = false }: { hold?: boolean } = {},
): Promise<ReportRow | undefined> {
  if (hold)
    await sql`SELECT FROM annual_report WHERE city_id = ${cityId} AND year = ${year} FOR UPDATE`;
  const rows = await sql<Joined[]>`
    SELECT r.id, r.year, r.started_at AS "startedAt", v.id AS "versionId", v.number, v.state, v.texts, v.facts,
      v.data_release AS "dataRelease", v.saves, v.reason, v.published_at AS "publishedAt",
      v.content_hash AS "contentHash", v.log_size::float8 AS "logSize", v.log_root AS "logRoot"
    FROM annual_report r JOIN annual_report_version v ON v.report_id = r.id
    WHERE r.city_id = ${cityId} AND r.year = ${year} ORDER BY v.number`;
  const [first] = rows;
  if (!first) return undefined;
  const { id, startedAt } = first;
  const versions = rows.map(({ versionId, startedAt: _, year: __, ...version }) => ({
    ...version,
    id: versionId,
  }));
  return { id, year: first.year, startedAt, versions };
}

export type ListedReport = {
  year: number;
  /** A draft is being written. */
  draft: boolean;
  /** The latest public version. */
  version: number | null;
  publishedAt: Date | null;
  firstPublishedAt: Date | null;
};

/** Every report of a city, the latest year first, without what they say. */
export function listReports(sql: ReadSql, cityId: number): Promise<ListedReport[]> {
  return sql<ListedReport[]>`
    SELECT r.year, bool_or(v.state = 'draft') AS draft,
      max(v.number) FILTER (WHERE v.state = 'published') AS version,
      max(v.published_at) FILTER (WHERE v.state = 'published') AS "publishedAt",
      min(v.published_at) FILTER (WHERE v.state = 'published') AS "firstPublishedAt"
    FROM annual_report r JOIN annual_report_version v ON v.report_id = r.id
    WHERE r.city_id = ${cityId} GROUP BY r.year ORDER BY r.year DESC`;
}

/** Cities and years of which a report is public, with the day of its latest version: what a sitemap lists. */
export function listPublicReports(
  sql: ReadSql,
): Promise<{ city: string; year: number; publishedAt: Date }[]> {
  return sql<{ city: string; year: number; publishedAt: Date }[]>`
    SELECT c.slug AS city, r.year, max(v.published_at) AS "publishedAt"
    FROM annual_report r JOIN city c ON c.id = r.city_id
    JOIN annual_report_version v ON v.report_id = r.id AND v.state = 'published'
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

export function draftOf({ versions }: Pick<ReportRow, "versions">): ReportVersionRow | undefined {
  return versions.find(({ state }) => state === "draft");
}

export function publicVersionsOf({ versions }: Pick<ReportRow, "versions">): ReportVersionRow[] {
  return versions.filter(({ state }) => state === "published");
}

export function reportStandingOf(row: Pick<ReportRow, "versions">): ReportStanding {
  return { draft: draftOf(row) !== undefined, published: publicVersionsOf(row).length > 0 };
}

export type SavedTexts = {
  number: number;
  texts: ReportTexts;
  name: string;
  quality: string;
  at: Date;
};

/** One saving of a draft: what a writer began from. */
export async function findTextsSave(
  sql: ReadSql,
  versionId: number,
  number: number,
): Promise<SavedTexts | undefined> {
  const [row] = await sql<SavedTexts[]>`
    SELECT s.number, s.texts, s.saved_at AS at, a.name, a.quality
    FROM annual_report_save s JOIN account a ON a.id = s.saved_by
    WHERE s.version_id = ${versionId} AND s.number = ${number}`;
  return row;
}

/** Words that somebody set aside; only their writer reads them. */
export async function findTextsAside(
  sql: ReadSql,
  { id, versionId, accountId }: { id: number; versionId: number; accountId: string },
): Promise<{ seen: number; texts: ReportTexts } | undefined> {
  const [row] = await sql<{ seen: number; texts: ReportTexts }[]>`
    SELECT s.seen, s.texts FROM annual_report_aside s JOIN account a ON a.id = s.written_by
    WHERE s.id = ${id} AND s.version_id = ${versionId} AND a.public_id = ${accountId}`;
  return row;
}
