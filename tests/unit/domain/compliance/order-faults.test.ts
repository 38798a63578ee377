import { describe, expect, it } from "vitest";
import {
  authorisedCameras,
  faultsOfOrder,
  type JudgedOrder,
  orderFaults,
  provisionalTerm,
} from "#domain/compliance/order-faults.ts";

const order = (changes: Partial<JudgedOrder>): JudgedOrder => ({
  kind: "initial",
  grantedOn: "2022-03-01",
  termYears: null,
  expiresOn: null,
  camerasAuthorised: null,
  retentionDays: null,
  ...changes,
});

describe("An order held against the law", () => {
  it("lasts five years at most, to the day (CSI L252-4)", () => {
    expect(faultsOfOrder(order({ expiresOn: "2027-03-01", termYears: 5 }), 0)).toEqual([]);
    expect(faultsOfOrder(order({ expiresOn: "2027-03-02" }), 0)).toEqual(["term-too-long"]);
    expect(faultsOfOrder(order({ termYears: 6 }), 0)).toEqual(["term-too-long"]);
    expect(orderFaults["term-too-long"]).toBe("CSI L252-4");
  });

  it("lasts four months at most where it is provisional (CSI L252-6)", () => {
    const provisional = (changes: Partial<JudgedOrder>) =>
      faultsOfOrder(order({ kind: "provisional", ...changes }), 0);
    expect(provisional({ expiresOn: "2022-07-01" })).toEqual([]);
    expect(provisional({ expiresOn: "2022-07-02" })).toEqual(["provisional-too-long"]);
    expect(provisional({ termYears: 1 })).toEqual(["provisional-too-long"]);
    expect(provisional({ expiresOn: "2030-07-02" })).toEqual(["provisional-too-long"]);
    expect(provisional({})).toEqual([]);
    expect(provisionalTerm).toMatchObject({ months: 4, legalReference: "CSI L252-6" });
  });

  it("covers the cameras that it authorises and no more (CSI L252-1)", () => {
    expect(faultsOfOrder(order({ camerasAuthorised: 12 }), 12)).toEqual([]);
    expect(faultsOfOrder(order({ camerasAuthorised: 12 }), 13)).toEqual(["more-cameras"]);
    expect(faultsOfOrder(order({}), 400)).toEqual([]);
    expect(authorisedCameras.legalReference).toBe("CSI L252-1");
  });

  it("lets footage be kept for a month at most (CSI L252-5)", () => {
    expect(faultsOfOrder(order({ retentionDays: 31 }), 0)).toEqual([]);
    expect(faultsOfOrder(order({ retentionDays: 32 }), 0)).toEqual(["retention-too-long"]);
  });

  it("may have several faults", () => {
    const worst = { expiresOn: "2032-03-01", camerasAuthorised: 1, retentionDays: 60 };
    expect(faultsOfOrder(order(worst), 2)).toEqual([
      "term-too-long",
      "more-cameras",
      "retention-too-long",
    ]);
  });
});
