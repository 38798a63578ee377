import { describe, expect, it } from "vitest";
import { cityBlanks, type KnownOfCity } from "#domain/indicator/city-blanks.ts";

const year = { from: "2024-01-01", to: "2024-12-31" };
/** A city of which everything that a reader looks for is known. */
const complete: KnownOfCity = {
  needsOrders: true,
  registered: 10,
  enforcement: 2,
  inService: 9,
  unlocated: 0,
  undated: 0,
  withoutKnownOrder: 0,
  orders: [{ expiresOn: "2030-06-13", camerasAuthorised: 10 }],
  latestSpend: { period: year, missing: [] },
  publishedYearlyCosts: [],
  reviews: [{ relevant: 3 }],
};
const blanks = (known: Partial<KnownOfCity>) => cityBlanks({ ...complete, ...known });

describe("what is missing from a city's page", () => {
  it("is nothing where all is known", () => {
    expect(blanks({})).toEqual([]);
  });

  it("is the list of cameras, also where only enforcement devices are listed", () => {
    expect(blanks({ registered: 0, enforcement: 0 })).toEqual([{ kind: "camera-list" }]);
    expect(blanks({ registered: 8, enforcement: 8 })).toEqual([{ kind: "camera-list" }]);
  });

  it("counts undated cameras and, where the law asks for an order, those without a known one", () => {
    expect(blanks({ undated: 4, withoutKnownOrder: 3 })).toEqual([
      { kind: "installation-dates", cameras: 4, of: 10 },
      { kind: "orders-of-cameras", cameras: 3, of: 9 },
    ]);
    expect(blanks({ withoutKnownOrder: 3, needsOrders: false })).toEqual([]);
  });

  it("counts the cameras that are on no map", () => {
    expect(blanks({ unlocated: 4 })).toEqual([{ kind: "positions", cameras: 4, of: 10 }]);
  });

  it("is the orders, their end or their content", () => {
    expect(blanks({ orders: [] })).toEqual([{ kind: "orders" }]);
    const unread = { expiresOn: null, camerasAuthorised: null };
    expect(blanks({ orders: [unread, ...complete.orders] })).toEqual([
      { kind: "expiry-of-orders", orders: 1, of: 2 },
      { kind: "content-of-orders", orders: 1, of: 2 },
    ]);
  });

  it("is the ledger, with the last year that anybody published, or the lines that it keeps silent", () => {
    const older = { from: "2008-01-01", to: "2008-12-31" };
    expect(blanks({ latestSpend: undefined, publishedYearlyCosts: [year, older] })).toEqual([
      { kind: "ledger", lastKnown: year },
    ]);
    expect(blanks({ latestSpend: undefined })).toEqual([{ kind: "ledger", lastKnown: null }]);
    const missing = [{ family: "insurance" }, { family: "insurance" }, { family: "staff" }];
    expect(blanks({ latestSpend: { period: year, missing } })).toEqual([
      { kind: "ledger-lines", period: year, families: ["insurance", "staff"] },
    ]);
  });

  it("is the use of the images, or its results", () => {
    expect(blanks({ reviews: [] })).toEqual([{ kind: "outcomes" }]);
    expect(blanks({ reviews: [{ relevant: undefined }] })).toEqual([
      { kind: "results-of-requests" },
    ]);
  });
});
