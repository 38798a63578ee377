import { sendJson } from "../http/plain-answers.ts";
import type { DatabaseState, DatabaseWatch } from "../postgres/database-watch.ts";
import type { Handler } from "./handler.ts";

/** Asked anew each time, but not more often than this: a monitor must not be a load. */
const FRESH_MS = 200;

/** What the log says of itself; absent where it is not published. */
export type LogHealth = { size: number; fault: string | undefined; guard: "role" | "triggers" };

function summarise(state: DatabaseState, log: LogHealth | undefined) {
  const { reachable, serverVersion, migrations, published } = state;
  const pending = migrations?.pending.length ?? 0;
  return {
    status: !reachable ? "unavailable" : pending > 0 ? "migrating" : "ok",
    database: { reachable, version: serverVersion ?? null },
    migrations: {
      applied: migrations?.applied.length ?? 0,
      pending,
      latest: migrations?.applied.at(-1) ?? null,
    },
    releases: Object.fromEntries(published.map(({ city, release }) => [city, release])),
    ...(log === undefined ? {} : { log: { ...log, fault: log.fault ?? null } }),
  };
}

/** 200 when the product can do its work; 503 when the database is gone or not migrated. */
export function healthHandler(
  watch: DatabaseWatch,
  clock: () => number,
  log: () => LogHealth | undefined,
): Handler {
  let askedAt = Number.NEGATIVE_INFINITY;
  return async (_request, response) => {
    if (clock() - askedAt > FRESH_MS) {
      askedAt = clock();
      await watch.check();
    }
    const health = summarise(watch.state, log());
    sendJson(response, health.status === "ok" ? 200 : 503, health);
  };
}
