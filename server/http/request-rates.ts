import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * How often a network may ask (ADR 12). An address is never kept: what is counted is an HMAC of its network (/24, or /56 in
 * IPv6) under a secret that changes every day and is nowhere but in memory.
 */
export interface RatePolicy {
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
}

export interface RateState {
  readonly isAllowed: boolean;
  /** The first of its network in its window that is one too many. */
  readonly isFirstRefused: boolean;
  readonly remaining: number;
  /** Until the window starts anew. */
  readonly seconds: number;
}

const DAY_MS = 86_400_000;
/** Beyond this many networks in one window something else is going on; the oldest are forgotten. */
const MOST_NETWORKS = 100_000;

export class RequestRates {
  readonly policy: RatePolicy;
  readonly #now: () => number;
  #secret = randomBytes(32);
  #secretUntil = 0;
  #windowUntil = 0;
  #counts = new Map<string, number>();

  constructor(policy: RatePolicy, now: () => number) {
    this.policy = policy;
    this.#now = now;
  }

  /** How many networks are counted now. */
  get size(): number {
    return this.#counts.size;
  }

  count(network: string): RateState {
    const now = this.#now();
    if (now >= this.#secretUntil) {
      this.#secret = randomBytes(32);
      this.#secretUntil = now + DAY_MS;
      this.#counts = new Map();
    }
    if (now >= this.#windowUntil) {
      this.#windowUntil = now + this.policy.seconds * 1000;
      this.#counts = new Map();
    }
    const key = createHmac("sha256", this.#secret).update(network).digest("base64");
    const used = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, used);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MOST_NETWORKS && oldest !== undefined) this.#counts.delete(oldest);
    return {
      isAllowed: used <= this.policy.requests,
      isFirstRefused: used === this.policy.requests + 1,
      remaining: Math.max(0, this.policy.requests - used),
      seconds: Math.ceil((this.#windowUntil - now) / 1000),
    };
  }
}

const LOOPBACK = /^(?:127\.|::1$)/;

/**
 * Who asks, as seen through the reverse proxy on this machine: the last address that it added. Undefined for the machine
 * itself, which is not limited; a proxy elsewhere counts as one network.
 */
export function networkOf(request: IncomingMessage): string | undefined {
  const peer = plainAddress(request.socket.remoteAddress ?? "");
  if (!LOOPBACK.test(peer)) return prefixOf(peer);
  const forwarded = request.headers["x-forwarded-for"]?.toString().split(",").at(-1)?.trim() ?? "";
  const address = plainAddress(forwarded);
  return isIP(address) === 0 || LOOPBACK.test(address) ? undefined : prefixOf(address);
}

/** "::ffff:192.0.2.1" is 192.0.2.1. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
}

/** 192.0.2.7 → "192.0.2"; 2001:db8:1:2ff::1 → the first 56 bits. */
export function prefixOf(address: string): string {
  if (isIP(address) !== 6) return address.split(".").slice(0, 3).join(".");
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  const bits = groups.slice(0, 4).map((group) => Number.parseInt(group || "0", 16));
  return `${bits.slice(0, 3).join(":")}:${(bits[3] ?? 0) >> 8}`;
}

/** As draft-ietf-httpapi-ratelimit-headers writes them. */
export function rateHeaders(policy: RatePolicy, state: RateState): Record<string, string> {
  const { name, requests, seconds } = policy;
  return {
    "ratelimit-policy": `"${name}";q=${requests};w=${seconds}`,
    ratelimit: `"${name}";r=${state.remaining};t=${state.seconds}`,
    ...(state.isAllowed ? {} : { "retry-after": String(state.seconds) }),
  };
}
