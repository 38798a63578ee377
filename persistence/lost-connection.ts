/**
 * What postgres.js (up to 3.4.9) makes of a connection that breaks under a transaction. It still says ROLLBACK, to a socket
 * that is gone: that throws outside of every promise, and leaves behind a connection which opens again and stays silent.
 * So whoever runs the pool puts a new one in its place, and whoever runs the process does not end it for the throw.
 */

/** How a broken connection, or one that stays silent, is told. */
const CODES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNRESET",
  "EPIPE",
  // PostgreSQL says itself that it ends: asked to, because another of its processes crashed, or for good.
  "57P01",
  "57P02",
  "57P05",
]);

/** The transaction may have been committed or not: whoever asked for it tries again under the same key. */
export function isLostConnection(failure: unknown): boolean {
  const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
  return typeof code === "string" && CODES.has(code);
}

/** Every new connection is asked by the library itself for its array types, and nobody waits for that answer. */
const askedByItself = /\btyparray\b/;

/**
 * The throw outside of every promise: ROLLBACK said to nobody, the library's own question to a server that went away
 * meanwhile, or what the system still tells of a socket to which the library had stopped listening. The transaction itself
 * was refused to its caller before.
 */
export function isStrayLoss(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  if ("query" in failure && typeof failure.query === "string" && askedByItself.test(failure.query))
    return true;
  if (failure instanceof TypeError) {
    const [, where = ""] = (failure.stack ?? "").split("\n    at ");
    return /nextWrite\b.*\bpostgres\b/.test(where) && /null.*write/.test(failure.message);
  }
  const { code, syscall } = failure as NodeJS.ErrnoException;
  return (code === "ECONNRESET" || code === "EPIPE") && (syscall === "read" || syscall === "write");
}
