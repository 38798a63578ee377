export type ReplyDelay =
  | { readonly kind: "replied"; readonly days: number }
  | { readonly kind: "waiting"; readonly days: number };

const dayMilliseconds = 86_400_000;

/**
 * How long the city took to answer an opinion, or how long it has not answered.
 * Unit: whole days, from the day of publication to the day of the first reply, or to today. Dates: ISO, in the city's own
 * time. Refuses a reply before the publication.
 */
export function replyDelay(
  publishedOn: string,
  repliedOn: string | undefined,
  today: string,
): ReplyDelay {
  const days = (to: string) =>
    Math.round((Date.parse(to) - Date.parse(publishedOn)) / dayMilliseconds);
  if (repliedOn === undefined) return { kind: "waiting", days: Math.max(0, days(today)) };
  if (repliedOn < publishedOn) throw new RangeError("A reply follows what it replies to.");
  return { kind: "replied", days: days(repliedOn) };
}
