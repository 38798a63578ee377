import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { prefixOf } from "./request-rates.ts";

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

const PRIVATE_NETWORK = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/;

/**
 * Whom attempts are counted by: an IPv4 address, or the /56 that one IPv6 subscriber holds. Behind a proxy of one's own it
 * is the last address that the proxy added; what a stranger writes in that header counts for nothing.
 */
export function clientOf(
  request: Pick<IncomingMessage, "headers" | "socket">,
  publicOrigin: string | undefined,
): string {
  const remote = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const forwarded = request.headers["x-forwarded-for"];
  if (publicOrigin === undefined || forwarded === undefined || !PRIVATE_NETWORK.test(remote)) {
    return subscriberOf(remote);
  }
  const last = String(forwarded).split(",").at(-1)?.trim() ?? "";
  return subscriberOf(last === "" ? remote : last);
}

function subscriberOf(address: string): string {
  const bounded = address.slice(0, 64);
  return bounded.includes(":") ? prefixOf(bounded) : bounded;
}
