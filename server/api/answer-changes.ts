import { listReleaseChanges } from "#use-cases/open-data/list-release-changes.ts";
import { type ApiAnswer, type ApiRequest, aboutCity, addressOfRequest, problem } from "./answer.ts";
import { writeCursor } from "./cursor.ts";
import { isFailure, pageAsked } from "./page-asked.ts";

const NUMBER = /^[1-9]\d{0,8}$/;

/** `GET /api/v1/cities/{city}/releases/{number}/changes`: what differs from an earlier release, row by row. */
export async function answerChanges(request: ApiRequest): Promise<ApiAnswer> {
  const { city = "", number = "" } = request.names;
  if (!NUMBER.test(number)) return problem("release-not-found");
  const release = Number(number);
  const values = { ...request.values, release };
  const asked = pageAsked({ ...request, values });
  if (isFailure(asked)) return asked;
  const since = request.values.since as number | undefined;
  const { after, limit } = asked;
  const found = await listReleaseChanges({ city, release, since, after, limit });
  if (found.kind !== "found") return problem(found.kind);
  const next =
    found.next === undefined
      ? undefined
      : addressOfRequest(request, { cursor: writeCursor({ release, after: found.next }) });
  const { totals, rows } = found;
  return {
    kind: "answer",
    next,
    body: {
      ...aboutCity(found.city),
      since: found.since,
      matched: totals.reduce((sum, { added, changed, ended }) => sum + added + changed + ended, 0),
      returned: rows.length,
      next: next ?? null,
      totals,
      rows: rows.map(({ dataset, change, key }) => ({
        dataset,
        change,
        key: key.replaceAll("\u001f", " · "),
      })),
    },
  };
}
