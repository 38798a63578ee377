import { expect, it } from "vitest";
import {
  attemptLimits,
  invitationLasts,
  sessionIdles,
  sessionLasts,
  signInLinkLasts,
} from "#domain/actor/account-limits.ts";

const minute = 60_000;

it("keeps what an account holds for as long as the documentation says", () => {
  expect(signInLinkLasts).toBe(10 * minute);
  expect(sessionIdles).toBe(2 * 60 * minute);
  expect(sessionLasts).toBe(12 * 60 * minute);
  expect(invitationLasts).toBe(7 * 24 * 60 * minute);
});

it("leaves who guesses six digits, three of them right, under one chance in five hundred a day", () => {
  const { most, within } = attemptLimits["second-factor-by-account"];
  const guesses = (most * 24 * 60 * minute) / within;
  expect(1 - (1 - 3 / 1_000_000) ** guesses).toBeLessThan(1 / 500);
  for (const limit of Object.values(attemptLimits)) {
    expect(limit.most).toBeGreaterThan(0);
    expect(limit.within).toBeGreaterThanOrEqual(15 * minute);
  }
});
