import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ballot, ballotChoices, tallyBallots } from "#domain/evaluation/tally-ballots.ts";

const members = ["a", "b", "c", "d", "e"];
const cast = (choices: string): Ballot[] =>
  [...choices].map((letter, i) => ({
    accountId: members[i] ?? "",
    choice: ({ f: "for", a: "against", n: "abstain", r: "recusal" } as const)[letter] ?? "abstain",
    castAt: `2026-11-26T10:00:0${i}.000Z`,
  }));
const tally = (choices: string) => tallyBallots(members, cast(choices));

describe("a vote of five members", () => {
  it.each([
    ["fff", { quorum: 3, quorate: true, adopted: true }],
    ["ff", { quorum: 3, quorate: false, adopted: false }],
    ["fan", { quorum: 3, quorate: true, adopted: false }],
    ["ffaan", { quorum: 3, quorate: true, adopted: false }],
    ["ffann", { quorum: 3, quorate: true, adopted: true }],
    ["rrf", { entitled: 3, quorum: 2, quorate: false, adopted: false }],
    ["rrff", { entitled: 3, quorum: 2, quorate: true, adopted: true }],
    ["rrrrr", { entitled: 0, quorum: 1, quorate: false, adopted: false }],
    ["", { entitled: 5, quorate: false, adopted: false }],
  ])("with ballots %j is %j", (choices, expected) => {
    expect(tally(choices)).toMatchObject(expected);
  });

  it("counts the last ballot of each, in whatever order they are read", () => {
    const early: Ballot = { accountId: "a", choice: "against", castAt: "2026-11-26T09:00:00.000Z" };
    const counted = { for: 1, against: 0, abstain: 0, recusal: 0 };
    expect(tallyBallots(members, [...cast("f"), early])).toMatchObject(counted);
    expect(tallyBallots(members, [early, ...cast("f")])).toMatchObject(counted);
  });

  it("counts nobody who is no member", () => {
    const stranger: Ballot = { accountId: "z", choice: "for", castAt: "2026-11-26T09:00:00.000Z" };
    expect(tallyBallots(members, [stranger])).toMatchObject({ for: 0, quorate: false });
  });
});

it("a vote counts no member twice and adopts nothing without a quorum", () => {
  const ballot = fc.record({
    accountId: fc.constantFrom(...members, "z"),
    choice: fc.constantFrom(...ballotChoices),
    castAt: fc.integer({ min: 10, max: 59 }).map((s) => `2026-11-26T10:00:${s}.000Z`),
  });
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 20 }), (ballots) => {
      const result = tallyBallots(members, ballots);
      const counted = result.for + result.against + result.abstain + result.recusal;
      expect(counted).toBeLessThanOrEqual(members.length);
      expect(result.entitled + result.recusal).toBe(members.length);
      if (result.adopted) expect(result.quorate && result.for > result.against).toBe(true);
    }),
  );
});
