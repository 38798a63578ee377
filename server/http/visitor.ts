import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/**
 * Whether a request that changes something comes from a page of ours. Browsers say where a request comes from in a
 * header that no page can write; those that do not say it send the origin with every form. What says neither is no
 * browser, and is refused: nothing of ours needs it.
 */
export function comesFromOurPages(
  headers: IncomingHttpHeaders,
  publicOrigin: string | undefined,
): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.origin !== undefined && headers.origin === (publicOrigin ?? ownOrigin(headers));
}

function ownOrigin({ host }: IncomingHttpHeaders): string | undefined {
  return host === undefined ? undefined : `http://${host}`;
}

const PRIVATE_NETWORK =
  /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/;

/**
 * The network address that attempts are counted by. Behind a proxy of one's own it is the last one that the proxy
 * added; what a stranger writes in that header counts for nothing.
 */
export function clientOf(
  request: Pick<IncomingMessage, "headers" | "socket">,
  publicOrigin: string | undefined,
): string {
  const remote = request.socket.remoteAddress ?? "";
  const forwarded = request.headers["x-forwarded-for"];
  if (publicOrigin === undefined || forwarded === undefined || !PRIVATE_NETWORK.test(remote)) {
    return remote;
  }
  const last = String(forwarded).split(",").at(-1)?.trim() ?? "";
  return last === "" ? remote : last.slice(0, 64);
}
