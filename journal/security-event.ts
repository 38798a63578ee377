import type { Role } from "#domain/actor/role.ts";

/**
 * What the security log may say: deeds of accounts, and refusals at the doors that change something. Nothing of readers,
 * no address, name, token or form: a value that is not of these shapes is not written.
 */
export const securityEvents = {
  "sign-in-link-asked": ["sent", "no-account", "malformed-address"],
  "sign-in": ["succeeded", "refused"],
  "second-factor": ["succeeded", "set-up", "wrong", "late"],
  "recovery-code": ["used", "noted"],
  authenticator: ["replaced", "sign-in-needed", "reset"],
  "sign-out": ["done"],
  "sessions-closed": ["done", "code-needed"],
  invitation: ["accepted", "refused"],
  account: ["closed"],
  "limit-reached": ["refused"],
  "action-refused": ["sign-in-needed", "second-factor-needed", "forbidden"],
  "origin-refused": ["refused"],
  "input-refused": ["malformed", "too-large"],
  /** What the log left out of a flood: how many lines, of which event. */
  "lines-left-out": ["counted"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type SecurityEventName = keyof typeof securityEvents;

export type SecurityEvent<Name extends SecurityEventName = SecurityEventName> = {
  [One in Name]: {
    readonly event: One;
    readonly outcome: (typeof securityEvents)[One][number];
    /** The place in the program: an address of ours without the names in it. */
    readonly door: string;
    readonly method?: "email" | "identity-provider" | undefined;
    readonly city?: string | undefined;
    readonly roles?: readonly Role[] | undefined;
    /** Whose account, as `securitySubject` writes it. */
    readonly subject?: string | undefined;
    /** The right that was missing. */
    readonly action?: string | undefined;
    /** The limit that was reached, or the event that was left out. */
    readonly of?: string | undefined;
    readonly count?: number | undefined;
    /** Where from, no closer than a /24 or a /56. */
    readonly network?: string | undefined;
  };
}[Name];

const SHAPES = {
  door: /^[A-Za-z0-9{}/_-]{1,120}$/,
  method: /^[a-z-]{1,40}$/,
  city: /^[a-z0-9-]{1,80}$/,
  roles: /^[a-z-]{1,40}$/,
  subject: /^[A-Za-z0-9_-]{1,40}$/,
  action: /^[a-z.-]{1,60}$/,
  of: /^[a-z-]{1,60}$/,
  count: /^\d{1,9}$/,
  network: /^(?:local|[0-9a-f:.]{1,60}\/\d{1,3})$/,
} as const;

const ALARMING: readonly string[] = [
  "refused",
  "wrong",
  "malformed",
  "too-large",
  "no-account",
  "forbidden",
  "counted",
];

/**
 * One line of JSON, without its end. Whatever is not of the expected shape is replaced by "?": no line end, escape or
 * word of a visitor gets into a log.
 */
export function securityLine(event: SecurityEvent, now: Date, process: number): string {
  const level = ALARMING.includes(event.outcome) ? "warning" : "info";
  const head = { time: now.toISOString(), log: "security", level, process };
  const said: Record<string, unknown> = { ...head, event: event.event, outcome: event.outcome };
  for (const [name, shape] of Object.entries(SHAPES)) {
    const value = event[name as keyof typeof SHAPES];
    if (value === undefined) continue;
    said[name] = Array.isArray(value)
      ? value.map((one) => (shape.test(one) ? one : "?"))
      : shape.test(String(value))
        ? value
        : "?";
  }
  return JSON.stringify(said);
}

/** 192.0.2.7 → "192.0.2.0/24"; the first 56 bits that an IPv6 subscriber is counted by → with "/56". */
export function coarseNetwork(client: string): string | undefined {
  if (client === "") return undefined;
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?$/.exec(client);
  if (parts) return parts[1] === "127" ? "local" : `${parts.slice(1, 4).join(".")}.0/24`;
  return client === "::1" || client === "0:0:0:0" ? "local" : `${client}/56`;
}
