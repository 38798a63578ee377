import postgres from "postgres";

/**
 * A connection of one's own, apart from the pools of `database.ts`: for migrations, for checks at
 * start, and for listening. The caller ends it.
 */
export type Connection = postgres.Sql;

export interface ConnectionOptions {
  readonly name: string;
  /** Give up connecting after this many seconds. */
  readonly connectSeconds?: number;
}

export function connect(address: string, options: ConnectionOptions): Connection {
  return postgres(address, {
    max: 1,
    connect_timeout: options.connectSeconds ?? 5,
    // One attempt per call: the callers decide themselves when to try again.
    backoff: false,
    connection: { application_name: `contrechamp ${options.name}` },
    // Asked for at every connection otherwise; nothing here reads or writes arrays.
    fetch_types: false,
    onnotice: () => undefined,
  });
}
