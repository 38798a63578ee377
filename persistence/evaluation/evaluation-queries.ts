import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import type { EvaluationStanding, VersionState } from "#domain/evaluation/evaluation-life.ts";
import type { FollowUpKind } from "#domain/evaluation/recommendation-follow-up.ts";
import type { BallotChoice, Tally } from "#domain/evaluation/tally-ballots.ts";
import { grantHolds } from "../account/account-queries.ts";
import type { ReadSql } from "../database.ts";

export type VersionRow = {
  id: number;
  number: number;
  state: VersionState;
  content: EvaluationContent;
  saves: number;
  round: number;
  dataRelease: number | null;
  reason: string | null;
  submittedAt: Date | null;
  votedAt: Date | null;
  adopted: boolean | null;
  tally: Tally | null;
  publishedAt: Date | null;
  contentHash: string | null;
};

export type Withdrawal = { reason: string; at: Date };

export type EvaluationRow = {
  id: number;
  slug: string;
  startedAt: Date;
  withdrawal: Withdrawal | null;
  /** In their order. */
  versions: VersionRow[];
};

/** A person as a public act names them. */
export type Signatory = { accountId: string; name: string; quality: string };

export type BallotRow = Signatory & {
  choice: BallotChoice;
  reasons: string | null;
  castAt: string;
};
export type ReplyRow = Signatory & { versionNumber: number; body: string; at: Date };
export type FollowUpRow = Signatory & {
  key: string;
  kind: FollowUpKind;
  note: string | null;
  at: Date;
};

type Joined = Omit<EvaluationRow, "versions" | "withdrawal"> &
  VersionRow & {
    versionId: number;
    withdrawnBecause: string | null;
    withdrawnAt: Date | null;
  };

/** Every evaluation of a city with all its versions, the latest begun first. */
export async function listEvaluations(sql: ReadSql, cityId: number): Promise<EvaluationRow[]> {
  return gather(await readJoined(sql, cityId));
}

/** One evaluation; held until the transaction ends when it is going to be written. */
export async function findEvaluation(
  sql: ReadSql,
  cityId: number,
  slug: string,
  { hold = false }: { hold?: boolean } = {},
): Promise<EvaluationRow | undefined> {
  if (hold)
    await sql`SELECT FROM evaluation WHERE city_id = ${cityId} AND slug = ${slug} FOR UPDATE`;
  return gather(await readJoined(sql, cityId, slug))[0];
}

function readJoined(sql: ReadSql, cityId: number, slug?: string): Promise<Joined[]> {
  return sql<Joined[]>`
    SELECT e.id, e.slug, e.started_at AS "startedAt", w.reason AS "withdrawnBecause", w.withdrawn_at AS "withdrawnAt",
      v.id AS "versionId", v.number, v.state, v.content, v.saves, v.round, v.data_release AS "dataRelease", v.reason,
      v.submitted_at AS "submittedAt", v.voted_at AS "votedAt", v.adopted, v.tally, v.published_at AS "publishedAt",
      v.content_hash AS "contentHash"
    FROM evaluation e JOIN evaluation_version v ON v.evaluation_id = e.id
    LEFT JOIN evaluation_withdrawal w ON w.evaluation_id = e.id
    WHERE e.city_id = ${cityId} ${slug === undefined ? sql`` : sql`AND e.slug = ${slug}`}
    ORDER BY e.id DESC, v.number`;
}

function gather(rows: readonly Joined[]): EvaluationRow[] {
  const found = new Map<number, EvaluationRow>();
  for (const {
    id,
    slug,
    startedAt,
    withdrawnBecause,
    withdrawnAt,
    versionId,
    ...version
  } of rows) {
    const withdrawal =
      withdrawnBecause === null || withdrawnAt === null
        ? null
        : { reason: withdrawnBecause, at: withdrawnAt };
    const known = found.get(id) ?? { id, slug, startedAt, withdrawal, versions: [] };
    known.versions.push({ ...version, id: versionId });
    found.set(id, known);
  }
  return [...found.values()];
}

/** Where an evaluation stands, from its versions. */
export function standingOf({ versions, withdrawal }: EvaluationRow): EvaluationStanding {
  const working = workingVersion({ versions });
  return {
    working:
      working === undefined
        ? undefined
        : { number: working.number, state: working.state, adopted: working.adopted === true },
    published: publishedVersions({ versions }).at(-1)?.number,
    withdrawn: withdrawal !== null,
  };
}

type Working = VersionRow & { state: "draft" | "submitted" | "voted" };

export function workingVersion({ versions }: Pick<EvaluationRow, "versions">): Working | undefined {
  return versions.find((version): version is Working =>
    ["draft", "submitted", "voted"].includes(version.state),
  );
}

export function publishedVersions({ versions }: Pick<EvaluationRow, "versions">): VersionRow[] {
  return versions.filter(({ state }) => state === "published");
}

/** Ballots of one round of a version, as they were cast. */
export function listBallots(
  sql: ReadSql,
  { id, round }: Pick<VersionRow, "id" | "round">,
): Promise<BallotRow[]> {
  return sql<BallotRow[]>`
    SELECT a.public_id AS "accountId", a.name, a.quality, b.choice, b.reasons,
      to_char(b.cast_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "castAt"
    FROM evaluation_ballot b JOIN account a ON a.id = b.account_id
    WHERE b.version_id = ${id} AND b.round = ${round} ORDER BY b.id`;
}

export function listReplies(sql: ReadSql, evaluationId: number): Promise<ReplyRow[]> {
  return sql<ReplyRow[]>`
    SELECT a.public_id AS "accountId", a.name, a.quality, r.version_number AS "versionNumber", r.body,
      r.replied_at AS at
    FROM evaluation_reply r JOIN account a ON a.id = r.replied_by
    WHERE r.evaluation_id = ${evaluationId} ORDER BY r.id`;
}

export function listFollowUps(sql: ReadSql, evaluationId: number): Promise<FollowUpRow[]> {
  return sql<FollowUpRow[]>`
    SELECT a.public_id AS "accountId", a.name, a.quality, f.recommendation_key AS key, f.kind, f.note, f.said_at AS at
    FROM recommendation_follow_up f JOIN account a ON a.id = f.said_by
    WHERE f.evaluation_id = ${evaluationId} ORDER BY f.id`;
}

/** The day of the first reply to each evaluation of a city. */
export function listFirstReplies(
  sql: ReadSql,
  cityId: number,
): Promise<{ evaluationId: number; at: Date }[]> {
  return sql<{ evaluationId: number; at: Date }[]>`
    SELECT r.evaluation_id AS "evaluationId", min(r.replied_at) AS at
    FROM evaluation_reply r JOIN evaluation e ON e.id = r.evaluation_id
    WHERE e.city_id = ${cityId} GROUP BY 1`;
}

/** Who may vote in a city now: members and chair whose role holds. */
export function listCommittee(sql: ReadSql, cityId: number, now: Date): Promise<Signatory[]> {
  return sql<Signatory[]>`
    SELECT DISTINCT a.public_id AS "accountId", a.name, a.quality
    FROM role_grant g JOIN city c ON c.id = g.city_id JOIN account a ON a.id = g.account_id
    WHERE g.city_id = ${cityId} AND g.role IN ('committee-member', 'committee-chair') AND ${grantHolds(sql, now)}
    ORDER BY a.name`;
}

export type SavedDraft = {
  number: number;
  content: EvaluationContent;
  savedBy: Signatory;
  at: Date;
};

/** One saving of a draft: what a writer began from. */
export async function findSave(
  sql: ReadSql,
  versionId: number,
  number: number,
): Promise<SavedDraft | undefined> {
  const [row] = await sql<(Omit<SavedDraft, "savedBy"> & Signatory)[]>`
    SELECT s.number, s.content, s.saved_at AS at, a.public_id AS "accountId", a.name, a.quality
    FROM evaluation_save s JOIN account a ON a.id = s.saved_by
    WHERE s.version_id = ${versionId} AND s.number = ${number}`;
  if (!row) return undefined;
  const { accountId, name, quality, ...save } = row;
  return { ...save, savedBy: { accountId, name, quality } };
}

export type AsideRow = { id: number; seen: number; content: EvaluationContent; at: Date };

/** A draft that somebody set aside; only its writer reads it. */
export async function findAside(
  sql: ReadSql,
  { id, versionId, accountId }: { id: number; versionId: number; accountId: string },
): Promise<AsideRow | undefined> {
  const [row] = await sql<AsideRow[]>`
    SELECT s.id, s.seen, s.content, s.written_at AS at FROM evaluation_aside s JOIN account a ON a.id = s.written_by
    WHERE s.id = ${id} AND s.version_id = ${versionId} AND a.public_id = ${accountId}`;
  return row;
}
