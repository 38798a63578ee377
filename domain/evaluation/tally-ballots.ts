export const ballotChoices = ["for", "against", "abstain", "recusal"] as const;
export type BallotChoice = (typeof ballotChoices)[number];

export type Ballot = {
  readonly accountId: string;
  readonly choice: BallotChoice;
  /** RFC 3339. */
  readonly castAt: string;
};

export type Tally = Readonly<Record<BallotChoice, number>> & {
  /** Members who may vote, without those who stand aside. */
  readonly entitled: number;
  /** Ballots needed for the vote to count. */
  readonly quorum: number;
  readonly quorate: boolean;
  readonly adopted: boolean;
};

/**
 * Counts a vote of the committee.
 *
 * Unit: members. The last ballot of each member counts. Who stands aside (recusal) is not counted among those entitled.
 * Quorum: more than half of those entitled, abstentions included. Adopted when the quorum is reached and more are for than
 * against; a tie adopts nothing. Ballots of people who are no members are left out.
 * Source: the usual rule of deliberating bodies (CGCT L2121-17 and L2121-20, without a casting vote).
 */
export function tallyBallots(members: readonly string[], ballots: readonly Ballot[]): Tally {
  const last = lastBallots(members, ballots);
  const count = (choice: BallotChoice) =>
    [...last.values()].filter((ballot) => ballot.choice === choice).length;
  const counts = {
    for: count("for"),
    against: count("against"),
    abstain: count("abstain"),
    recusal: count("recusal"),
  };
  const entitled = new Set(members).size - counts.recusal;
  const quorum = Math.floor(entitled / 2) + 1;
  const quorate = counts.for + counts.against + counts.abstain >= quorum;
  return {
    ...counts,
    entitled,
    quorum,
    quorate,
    adopted: quorate && counts.for > counts.against,
  };
}

/** The ballot that counts of each member: the last one cast; of two at the same instant, the one given last. */
export function lastBallots<Cast extends Ballot>(
  members: readonly string[],
  ballots: readonly Cast[],
): Map<string, Cast> {
  const known = new Set(members);
  const last = new Map<string, Cast>();
  for (const ballot of ballots) {
    if (!known.has(ballot.accountId)) continue;
    const before = last.get(ballot.accountId);
    if (before === undefined || ballot.castAt >= before.castAt) last.set(ballot.accountId, ballot);
  }
  return last;
}
