/** What the city, or the committee that checks, says of a recommendation. */
export const followUpKinds = [
  "accepted",
  "partly-accepted",
  "refused",
  "done",
  "verified",
  "reopened",
] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export type FollowUp = {
  readonly kind: FollowUpKind;
  /** RFC 3339. */
  readonly at: string;
};

export type RecommendationState = "waiting" | FollowUpKind | "overdue";

/** What may be said after what: the city answers and says what it has done, the committee verifies or opens again. */
const next: Readonly<Record<"waiting" | FollowUpKind, readonly FollowUpKind[]>> = {
  waiting: ["accepted", "partly-accepted", "refused", "done"],
  accepted: ["partly-accepted", "refused", "done"],
  "partly-accepted": ["accepted", "refused", "done"],
  refused: ["accepted", "partly-accepted", "done"],
  done: ["verified", "reopened"],
  verified: ["reopened"],
  reopened: ["accepted", "partly-accepted", "refused", "done"],
};

/** What may be said of a recommendation now, given everything said so far. */
export function possibleFollowUps(said: readonly FollowUp[]): readonly FollowUpKind[] {
  return next[said.at(-1)?.kind ?? "waiting"];
}

/**
 * Where a recommendation stands on a day: the last thing said of it, or "overdue" when its day has passed and it was
 * neither refused, nor done. A recommendation is due until the end of its day.
 */
export function recommendationState(
  dueOn: string,
  said: readonly FollowUp[],
  today: string,
): RecommendationState {
  const last = said.at(-1)?.kind ?? "waiting";
  const isSettled = last === "refused" || last === "done" || last === "verified";
  return !isSettled && dueOn < today ? "overdue" : last;
}

/** What was said of one recommendation among all that was said of an evaluation, in its order. */
export function saidOf<Kind extends FollowUpKind>(
  followUps: readonly { readonly key: string; readonly kind: Kind; readonly at: Date }[],
  asked: string,
): { kind: Kind; at: string }[] {
  return followUps
    .filter(({ key }) => key === asked)
    .map(({ kind, at }) => ({ kind, at: at.toISOString() }));
}
