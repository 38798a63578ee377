/** How long things of an account hold, in milliseconds. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A link sent by e-mail: long enough for a slow mail server, too short to be found later in a mailbox. */
export const signInLinkLasts = 10 * MINUTE;
/** A session ends after a working day whatever happens, and after two hours in which nothing was asked. */
export const sessionLasts = 12 * HOUR;
export const sessionIdles = 2 * HOUR;
/** How long after a sign-in its factors may be changed, and after a code other sessions be closed, without another. */
export const freshProofLasts = 10 * MINUTE;
/** An invitation: a week, holidays of a town hall's switchboard included. */
export const invitationLasts = 7 * DAY;

export type AttemptLimit = { readonly most: number; readonly within: number };

/**
 * How often something may be tried. By client: one address of the network, behind which a whole town hall may sit.
 * Five codes of six digits in a quarter of an hour, of which one is right at any moment, leave a guesser about one chance
 * in 2,000 in a whole day of trying.
 */
export const attemptLimits = {
  "sign-in-by-address": { most: 5, within: 15 * MINUTE },
  "sign-in-by-client": { most: 40, within: 15 * MINUTE },
  "link-by-client": { most: 60, within: 15 * MINUTE },
  "second-factor-by-account": { most: 5, within: 15 * MINUTE },
  "invitations-by-account": { most: 40, within: HOUR },
} as const satisfies Readonly<Record<string, AttemptLimit>>;
export type Attempt = keyof typeof attemptLimits;
