import { describe, expect, it } from "vitest";
import {
  type GrantDecision,
  grantRules,
  judgeGrant,
  judgeProject,
  largestGrant,
} from "#domain/cost/grant-rules.ts";

const euros = (amount: number) => amount * 100;
const [fipd] = grantRules;
const grant = (given: Partial<GrantDecision> = {}): GrantDecision => ({
  scheme: "FIPD",
  notifiedCents: null,
  paidCents: null,
  eligibleCents: null,
  cameras: null,
  ...given,
});

describe("what a scheme allows", () => {
  it("leaves 29,100 € to pay of a camera of 36,600 €", () => {
    if (!fipd) throw new Error("no rule");
    expect(euros(36_600) - largestGrant(euros(36_600), 1, fipd)).toBe(euros(29_100));
    expect(largestGrant(euros(20_000), 2, fipd)).toBe(euros(10_000));
  });

  it("judges what was notified, and what was paid where nothing else is said", () => {
    const of = { eligibleCents: euros(36_600), cameras: 1 };
    expect(judgeGrant(grant({ ...of, notifiedCents: euros(7_500) }))).toMatchObject({
      state: "within",
      limitCents: euros(7_500),
    });
    expect(judgeGrant(grant({ ...of, notifiedCents: euros(7_500) + 1, paidCents: 1 })).state).toBe(
      "above",
    );
    expect(judgeGrant(grant({ ...of, paidCents: euros(8_000) })).state).toBe("above");
  });

  it("says what is missing, and that a rate exceeded is exceeded whatever the number of cameras", () => {
    const lacks = (given: Partial<GrantDecision>) => {
      const verdict = judgeGrant(grant(given));
      return verdict.state === "unsaid" ? verdict.lacks : verdict.state;
    };
    expect(lacks({ eligibleCents: 100 })).toBe("amount");
    expect(lacks({ notifiedCents: 100 })).toBe("eligible");
    expect(lacks({ notifiedCents: 50, eligibleCents: 100 })).toBe("cameras");
    expect(lacks({ notifiedCents: 51, eligibleCents: 100 })).toBe("above");
  });

  it("knows a scheme by its name with a year or a programme, and judges none other", () => {
    const of = { notifiedCents: 1, eligibleCents: 2, cameras: 1 };
    for (const scheme of ["FIPD", " fipd 2019", "FIPD-S"])
      expect(judgeGrant(grant({ ...of, scheme })).state).toBe("within");
    for (const scheme of ["DETR", "FIPDR", null])
      expect(judgeGrant(grant({ ...of, scheme })).state).toBe("no-rule");
  });
});

describe("the grants of one project together", () => {
  it("are at most four fifths of what it costs", () => {
    const both = [
      grant({ notifiedCents: 50, eligibleCents: 100 }),
      grant({ scheme: "DETR", paidCents: 30 }),
    ];
    expect(judgeProject("P", both, 100)).toMatchObject({
      grantsCents: 80,
      costFrom: "ledger",
      share: 0.8,
      state: "within",
    });
    expect(judgeProject("P", both, 99)).toMatchObject({ state: "above" });
    expect(judgeProject("P", both, null)).toMatchObject({ costCents: 100, costFrom: "eligible" });
  });

  it("are not judged where no cost or no amount is known", () => {
    expect(judgeProject("P", [grant({ notifiedCents: 1 })], null)).toBeUndefined();
    expect(judgeProject("P", [grant()], 100)).toBeUndefined();
  });
});
