import { describe, expect, it } from "vitest";
import { cityHeadline } from "#domain/indicator/city-headline.ts";

const nothing = {
  registered: 0,
  enforcement: 0,
  inService: 0,
  expired: 0,
  announced: undefined,
  orders: 0,
};
const headline = (known: Partial<Parameters<typeof cityHeadline<string>>[0]>) =>
  cityHeadline<string>({ ...nothing, ...known });

describe("the finding of a city's page", () => {
  it("is cameras in service under an expired order before anything else", () => {
    const known = { registered: 9, inService: 8, expired: 1, announced: "435", orders: 5 };
    expect(headline(known)).toEqual({ kind: "expired", inService: 8, expired: 1 });
  });

  it("is the registry where there is one", () => {
    const known = { registered: 9, enforcement: 8, inService: 7, announced: "435" };
    expect(headline(known)).toEqual({ kind: "registered", inService: 7, registered: 9 });
  });

  it("is the announced number as long as only the State's enforcement devices are listed", () => {
    const known = { registered: 8, enforcement: 8, inService: 8, announced: "435", orders: 5 };
    expect(headline(known)).toEqual({ kind: "announced-without-list", figure: "435" });
    expect(headline({ ...known, announced: undefined })).toEqual({
      kind: "authorised-without-list",
      orders: 5,
    });
    expect(headline({ ...known, announced: undefined, orders: 0 }).kind).toBe("registered");
  });

  it("is that nothing is known where nothing is", () => {
    expect(headline({}).kind).toBe("nothing-known");
  });
});
