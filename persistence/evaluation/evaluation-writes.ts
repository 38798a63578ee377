import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import type { FollowUpKind } from "#domain/evaluation/recommendation-follow-up.ts";
import type { BallotChoice, Tally } from "#domain/evaluation/tally-ballots.ts";
import type { WriteSql } from "../database.ts";

/** Who did it, by public identifier; and the key that makes the same request, sent twice, one act. */
export type Act = { accountId: string; requestKey: string };

const author = (sql: WriteSql, { accountId }: Act) =>
  sql`(SELECT id FROM account WHERE public_id = ${accountId})`;
const asJson = (sql: WriteSql, content: unknown) => sql.json(content as never);

/** SHA-256 of the canonical JSON (RFC 8785): what the log says of a text, in the place of the text. */
export function hashContent(content: unknown): string {
  return createHash("sha256")
    .update(canonicalize(content) ?? "")
    .digest("hex");
}

/** Begins an evaluation with its first draft. The same request again finds what it had begun. */
export async function writeEvaluation(
  sql: WriteSql,
  { cityId, slug, content }: { cityId: number; slug: string; content: EvaluationContent },
  act: Act,
): Promise<{ slug: string }> {
  const [known] = await sql<{ slug: string }[]>`
    SELECT slug FROM evaluation WHERE request_key = ${act.requestKey} AND city_id = ${cityId}`;
  if (known) return known;
  const free = await freeSlug(sql, cityId, slug);
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO evaluation (city_id, slug, started_by, request_key)
    VALUES (${cityId}, ${free}, ${author(sql, act)}, ${act.requestKey}) RETURNING id`;
  await writeVersion(sql, { evaluationId: row?.id ?? 0, number: 1, content, reason: null }, act);
  return { slug: free };
}

/** Rooms of the committee's workspace, where no desk of an evaluation stands. */
const rooms = ["annotations", "annual-report", "annual-report-desk", "moderation"];

/** "a", "a-2", "a-3"…: the first that no evaluation of the city has. Writers of one city take turns. */
async function freeSlug(sql: WriteSql, cityId: number, wished: string): Promise<string> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('contrechamp evaluation'), ${cityId})`;
  const taken = await sql<{ slug: string }[]>`
    SELECT slug FROM evaluation WHERE city_id = ${cityId} AND slug LIKE ${`${wished}%`}`;
  const slugs = new Set([...rooms, ...taken.map(({ slug }) => slug)]);
  if (!slugs.has(wished)) return wished;
  let place = 2;
  while (slugs.has(`${wished}-${place}`)) place += 1;
  return `${wished}-${place}`;
}

type NewVersion = {
  evaluationId: number;
  number: number;
  content: EvaluationContent;
  /** Why a public version is revised; null for the first. */
  reason: string | null;
};

export async function writeVersion(sql: WriteSql, version: NewVersion, act: Act): Promise<void> {
  const { evaluationId, number, content, reason } = version;
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO evaluation_version (evaluation_id, number, state, content, reason)
    VALUES (${evaluationId}, ${number}, 'draft', ${asJson(sql, content)}, ${reason}) RETURNING id`;
  await writeSave(sql, { versionId: row?.id ?? 0, number: 1, content }, act);
}

type NewSave = { versionId: number; number: number; content: EvaluationContent };

async function writeSave(sql: WriteSql, save: NewSave, act: Act): Promise<void> {
  await sql`INSERT INTO evaluation_save (version_id, number, content, saved_by, request_key)
    VALUES (${save.versionId}, ${save.number}, ${asJson(sql, save.content)}, ${author(sql, act)}, ${act.requestKey})`;
}

/** Saves a draft that its writer had seen as it stands; the caller holds the evaluation. */
export async function saveDraftContent(sql: WriteSql, save: NewSave, act: Act): Promise<void> {
  await writeSave(sql, save, act);
  await sql`UPDATE evaluation_version SET content = ${asJson(sql, save.content)}, saves = ${save.number}
    WHERE id = ${save.versionId} AND state = 'draft'`;
}

/** Keeps a draft that met another, to be joined by a person. The same request again finds it. */
export async function setAside(
  sql: WriteSql,
  { versionId, seen, content }: { versionId: number; seen: number; content: EvaluationContent },
  act: Act,
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO evaluation_aside (version_id, seen, content, written_by, request_key)
    VALUES (${versionId}, ${seen}, ${asJson(sql, content)}, ${author(sql, act)}, ${act.requestKey})
    ON CONFLICT (request_key) DO NOTHING RETURNING id`;
  if (row) return row.id;
  const [known] = await sql<{ id: number }[]>`
    SELECT id FROM evaluation_aside WHERE request_key = ${act.requestKey}`;
  return known?.id ?? 0;
}

/** The save that a request made, when it had been made already. */
export async function findSaveOf(sql: WriteSql, requestKey: string): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`
    SELECT number FROM evaluation_save WHERE request_key = ${requestKey}`;
  return row?.number;
}

export async function submitVersion(
  sql: WriteSql,
  versionId: number,
  dataRelease: number,
  now: Date,
): Promise<void> {
  await sql`UPDATE evaluation_version
    SET state = 'submitted', round = round + 1, data_release = ${dataRelease}, submitted_at = ${now},
      voted_at = NULL, adopted = NULL, tally = NULL
    WHERE id = ${versionId}`;
}

export async function returnVersionToDraft(sql: WriteSql, versionId: number): Promise<void> {
  await sql`UPDATE evaluation_version SET state = 'draft' WHERE id = ${versionId}`;
}

export async function abandonVersion(sql: WriteSql, versionId: number): Promise<void> {
  await sql`UPDATE evaluation_version SET state = 'abandoned' WHERE id = ${versionId}`;
}

export async function closeVersionVote(
  sql: WriteSql,
  versionId: number,
  tally: Tally,
  now: Date,
): Promise<void> {
  await sql`UPDATE evaluation_version
    SET state = 'voted', voted_at = ${now}, adopted = ${tally.adopted}, tally = ${asJson(sql, tally)}
    WHERE id = ${versionId}`;
}

export async function publishVersion(
  sql: WriteSql,
  versionId: number,
  contentHash: string,
  now: Date,
): Promise<void> {
  await sql`UPDATE evaluation_version
    SET state = 'published', published_at = ${now}, content_hash = ${contentHash} WHERE id = ${versionId}`;
}

export type NewBallot = {
  versionId: number;
  round: number;
  choice: BallotChoice;
  reasons: string | null;
};

/** True when it was cast now; false when the same request had cast it already. */
export async function writeBallot(sql: WriteSql, ballot: NewBallot, act: Act): Promise<boolean> {
  const { versionId, round, choice, reasons } = ballot;
  const rows = await sql`
    INSERT INTO evaluation_ballot (version_id, round, account_id, choice, reasons, request_key)
    VALUES (${versionId}, ${round}, ${author(sql, act)}, ${choice}, ${reasons}, ${act.requestKey})
    ON CONFLICT (request_key) DO NOTHING RETURNING id`;
  return rows.length > 0;
}

export async function writeReply(
  sql: WriteSql,
  reply: { evaluationId: number; versionNumber: number; body: string; at: Date },
  act: Act,
): Promise<boolean> {
  const rows = await sql`
    INSERT INTO evaluation_reply (evaluation_id, version_number, body, replied_by, replied_at, request_key)
    VALUES (${reply.evaluationId}, ${reply.versionNumber}, ${reply.body}, ${author(sql, act)}, ${reply.at}, ${act.requestKey})
    ON CONFLICT (request_key) DO NOTHING RETURNING id`;
  return rows.length > 0;
}

export async function writeFollowUp(
  sql: WriteSql,
  said: { evaluationId: number; key: string; kind: FollowUpKind; note: string | null },
  act: Act,
): Promise<boolean> {
  const rows = await sql`
    INSERT INTO recommendation_follow_up (evaluation_id, recommendation_key, kind, note, said_by, request_key)
    VALUES (${said.evaluationId}, ${said.key}, ${said.kind}, ${said.note}, ${author(sql, act)}, ${act.requestKey})
    ON CONFLICT (request_key) DO NOTHING RETURNING id`;
  return rows.length > 0;
}

export async function writeWithdrawal(
  sql: WriteSql,
  evaluationId: number,
  reason: string,
  act: Act,
): Promise<void> {
  await sql`INSERT INTO evaluation_withdrawal (evaluation_id, reason, withdrawn_by)
    VALUES (${evaluationId}, ${reason}, ${author(sql, act)})`;
}

/** What the public reads of the city has changed: every process forgets the pages that it kept. */
export async function announcePublicAct(sql: WriteSql, cityId: number): Promise<void> {
  await sql`UPDATE city SET public_acts = public_acts + 1 WHERE id = ${cityId}`;
}
