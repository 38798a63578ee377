import { z } from "zod";
import { auditActions } from "#domain/audit/audit-vocabulary.ts";
import { toBase64 } from "#domain/audit/base64.ts";
import type { PublishedHead } from "#persistence/audit/published-state.ts";
import { followLog } from "#use-cases/log/follow-log.ts";
import { getLogHead } from "#use-cases/log/get-log-head.ts";
import { proveContinuity, proveEntry } from "#use-cases/log/prove-entry.ts";

/** An answer about the log: JSON already spelled, since entries are given in their canonical bytes. */
export type LogAnswer = { status: number; json: string; cacheSeconds: number };

const mostEntries = 1_000;
const place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const day = z.iso.date({ error: "a day is written 2027-01-31" });

const entriesQuery = z.strictObject({
  start: place.default(0),
  limit: z.coerce.number().int().min(1).max(mostEntries).default(100),
  city: z.string().max(63).optional(),
  action: z.enum(auditActions).optional(),
  from: day.optional(),
  to: day.optional(),
});

const proofQuery = z.union([
  z.strictObject({ index: place, size: place.optional() }),
  z.strictObject({ from: place, to: place.optional() }),
]);

export function logProblem(status: number, type: string, detail: string): LogAnswer {
  const title = type.replaceAll("-", " ");
  const body = { type: `urn:contrechamp:problem:${type}`, title, status, detail };
  return { status, json: JSON.stringify(body), cacheSeconds: 0 };
}

const unpublished = () =>
  logProblem(503, "log-not-published", "The log has no checkpoint yet; ask again in a moment.");

function malformed(error: z.ZodError): LogAnswer {
  const [issue] = error.issues;
  const where = issue?.path.join(".") || "query";
  return logProblem(400, "invalid-parameter", `${where}: ${issue?.message ?? "invalid"}`);
}

/** `/api/v1/log/{head,entries,proof}`. */
export function answerLog(resource: string, query: URLSearchParams): Promise<LogAnswer> {
  const given = Object.fromEntries(query);
  if (resource === "head") return answerHead();
  if (resource === "entries") return answerEntries(given);
  if (resource === "proof") return answerProof(given);
  return Promise.resolve(
    logProblem(404, "not-found", "The log answers to head, entries and proof."),
  );
}

async function answerHead(): Promise<LogAnswer> {
  const head = await getLogHead();
  if (!head) return unpublished();
  const { note: checkpoint, key, root } = head;
  const { origin, size } = head.checkpoint;
  const body = { origin, size, root, key, checkpoint, files: "/log/" };
  return { status: 200, json: JSON.stringify(body), cacheSeconds: 1 };
}

async function answerEntries(given: unknown): Promise<LogAnswer> {
  const parsed = entriesQuery.safeParse(given);
  if (!parsed.success) return malformed(parsed.error);
  const { start, limit, action, ...filter } = parsed.data;
  const actions = action === undefined ? undefined : [action];
  const { size, entries } = await followLog({ ...filter, actions }, { start, limit });
  const last = entries.at(-1);
  const next = last && entries.length === limit && last.index + 1 < size ? last.index + 1 : null;
  const items = entries.map(
    ({ index, body, leafHash }) =>
      `{"index":${index},"leafHash":"${leafHash.toString("base64")}","entry":${body}}`,
  );
  const json = `{"size":${size},"next":${next},"entries":[${items.join(",\n")}]}`;
  return { status: 200, json, cacheSeconds: 0 };
}

async function answerProof(given: unknown): Promise<LogAnswer> {
  const parsed = proofQuery.safeParse(given);
  if (!parsed.success) {
    return logProblem(
      400,
      "invalid-parameter",
      "Give index (and size) for an inclusion proof, or from (and to) for a consistency proof.",
    );
  }
  const head = await getLogHead();
  if (!head) return unpublished();
  const asked = parsed.data;
  return "index" in asked
    ? answerInclusion(head, asked.index, asked.size ?? head.checkpoint.size)
    : answerConsistency(head, asked.from, asked.to ?? head.checkpoint.size);
}

const tooFar = (size: number) =>
  logProblem(404, "not-in-log", `The published log has ${size} entries, numbered from 0.`);

async function answerInclusion(
  head: PublishedHead,
  index: number,
  size: number,
): Promise<LogAnswer> {
  if (size > head.checkpoint.size || index >= size) return tooFar(head.checkpoint.size);
  const found = await proveEntry(index, size);
  if (!found) return unpublished();
  const { proof, root, entry } = found;
  const hashes = JSON.stringify(proof.map(toBase64));
  const json = `{"index":${index},"size":${size},"root":"${toBase64(root)}","proof":${hashes},"entry":${Buffer.from(entry).toString()}}`;
  return { status: 200, json, cacheSeconds: 3_600 };
}

async function answerConsistency(
  head: PublishedHead,
  from: number,
  to: number,
): Promise<LogAnswer> {
  if (to > head.checkpoint.size || from > to) return tooFar(head.checkpoint.size);
  const found = await proveContinuity(from, to);
  if (!found) return unpublished();
  const { proof, earlierRoot, root } = found;
  const body = {
    from: { size: from, root: toBase64(earlierRoot) },
    to: { size: to, root: toBase64(root) },
    proof: proof.map(toBase64),
  };
  return { status: 200, json: JSON.stringify(body), cacheSeconds: 3_600 };
}
