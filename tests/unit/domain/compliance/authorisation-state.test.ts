import { describe, expect, it } from "vitest";
import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import {
  authorisationStates,
  cameraAuthorisationState,
  exceedsRetentionLimit,
  isInServiceWithoutValidAuthorisation,
  needsPrefectsOrder,
  readExpiry,
} from "#domain/compliance/authorisation-state.ts";

const today = "2026-11-24";

describe("The legal state of an order", () => {
  it("is valid through its last day, expiring in the six months before it, expired from the day after", () => {
    const stateOn = (expiresOn: string | null) =>
      readExpiry({ grantedOn: "2020-01-01", expiresOn }, today);
    expect(stateOn("2027-05-25")).toEqual({ state: "valid", daysLeft: 182 });
    expect(stateOn("2027-05-24")).toEqual({ state: "expiring", daysLeft: 181 });
    expect(stateOn(today)).toEqual({ state: "expiring", daysLeft: 0 });
    expect(stateOn("2026-11-23")).toEqual({ state: "expired", daysLeft: -1 });
    expect(stateOn(null)).toEqual({ state: "unknown", daysLeft: null });
  });

  it("authorises nothing before the day it is granted, whatever its end", () => {
    const granted = (grantedOn: string, expiresOn: string | null) =>
      readExpiry({ grantedOn, expiresOn }, today);
    expect(granted("2026-11-25", "2031-11-25")).toEqual({ state: "not-yet", daysLeft: 1827 });
    expect(granted("2026-11-25", null)).toEqual({ state: "not-yet", daysLeft: null });
    expect(granted(today, "2031-11-24").state).toBe("valid");
  });
});

describe("The legal state of a camera", () => {
  const orders = new Map([
    ["old", { grantedOn: "2015-01-01", expiresOn: "2020-01-01" }],
    ["new", { grantedOn: "2025-01-01", expiresOn: "2030-01-01" }],
    ["undated", { grantedOn: "2025-01-01", expiresOn: null }],
    ["coming", { grantedOn: "2027-01-01", expiresOn: "2032-01-01" }],
  ]);
  const stateOf = (authorisationReferences: string[], type = "dome") =>
    cameraAuthorisationState({ type, authorisationReferences }, orders, today);

  it("is the best of the orders that its record names; an order nobody knows says nothing", () => {
    expect(stateOf(["old", "new"])).toBe("valid");
    expect(stateOf(["old", "undated"])).toBe("unknown");
    expect(stateOf(["old"])).toBe("expired");
    expect(stateOf(["coming"])).toBe("not-yet");
    expect(stateOf(["coming", "old"])).toBe("expired");
    expect(stateOf(["coming", "undated"])).toBe("unknown");
    expect(stateOf(["lost"])).toBe("none-known");
    expect(stateOf([], "enforcement")).toBe("not-required");
  });

  it("accuses only a camera in service whose known orders have all expired or have yet to be granted", () => {
    for (const state of authorisationStates) {
      for (const status of ["removed", "planned", ...inServiceStatuses] as const) {
        const isIn = (inServiceStatuses as readonly string[]).includes(status);
        expect(isInServiceWithoutValidAuthorisation({ status }, state)).toBe(
          isIn && (state === "expired" || state === "not-yet"),
        );
      }
    }
  });

  it("is asked of French cameras alone", () => {
    expect(["FR", "GB", "US"].map(needsPrefectsOrder)).toEqual([true, false, false]);
  });

  it("exceeds the law past 31 days, and an unknown retention accuses nobody", () => {
    expect([null, 0, 30, 31, 32].map(exceedsRetentionLimit)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});
