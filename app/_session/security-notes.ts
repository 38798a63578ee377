import { readEnvironment } from "#environment";
import { noteSecurityEvent } from "#journal/journal.ts";
import { coarseNetwork, type SecurityEvent } from "#journal/security-event.ts";
import type { CurrentSession } from "#use-cases/account/get-session.ts";
import { secrets } from "./setting.ts";

/** What a door knows of itself and of who stands before it. */
export type Standing = {
  door: string;
  /** As attempts are counted by; "" when not known. */
  client: string;
  city: string | undefined;
  session: CurrentSession | undefined;
};

type Circumstances = "door" | "network" | "city" | "roles" | "subject";
type Said = SecurityEvent extends infer One
  ? One extends SecurityEvent
    ? Omit<One, Circumstances> & { accountId?: string | undefined }
    : never
  : never;
export type SecurityNote = (said: Said) => Promise<void>;

/** Notes events at a door; the account is that of the session, unless another is said. */
export function securityNotes({ door, client, city, session }: Standing): SecurityNote {
  return async ({ accountId = session?.actor.accountId, ...said }) => {
    const subject = accountId && (await secrets()).subjectOf(accountId);
    const here = session?.roles.filter(({ citySlug }) => citySlug === city);
    const event = {
      ...said,
      door,
      city,
      roles: city === undefined ? undefined : here?.map(({ role }) => role),
      subject: subject || undefined,
      network: coarseNetwork(client),
    } as SecurityEvent;
    noteSecurityEvent(event, readEnvironment());
  };
}

const OURS = /^(?:[a-z][a-z-]{0,40}|\{city\})$/;

/** The address of a door with the names in it replaced by what they name: /api/committee/{city}/{slug}/publish. */
export function doorOf(
  pathname: string,
  params: Readonly<Record<string, string | readonly string[]>>,
): string {
  const names = new Map(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === "string" && name !== "deed" ? [[value, `{${name}}`] as const] : [],
    ),
  );
  const segments = pathname.split("/").map((segment) => {
    if (segment === "") return "";
    const named = names.get(segment) ?? names.get(decoded(segment));
    return named ?? (OURS.test(segment) ? segment : "{other}");
  });
  return segments.join("/").slice(0, 120);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
