import { describe, expect, it } from "vitest";
import { readCoIntervention } from "#domain/effect/co-intervention.ts";

describe("a line of the log of other measures", () => {
  it("is what, from when to when, where, and the words of who logged it", () => {
    expect(readCoIntervention("works 2017-03-06/2017-11-24 [VT05, VT06]: quays dug up")).toEqual({
      kind: "works",
      from: "2017-03-06",
      to: "2017-11-24",
      districts: ["VT05", "VT06"],
      description: "quays dug up",
    });
  });

  it("may last, be everywhere, and be written in French", () => {
    expect(readCoIntervention(" Éclairage 2021-09-01/.. : extinction de 1 h à 5 h")).toEqual({
      kind: "lighting",
      from: "2021-09-01",
      to: undefined,
      districts: [],
      description: "extinction de 1 h à 5 h",
    });
    expect(readCoIntervention("patrouilles 2021-09-01/2021-09-01: une nuit")?.kind).toBe("patrols");
  });

  it.each([
    "",
    "works: quays",
    "magic 2017-03-06/2017-11-24: x",
    "works 2017-03-06/2017-11-24:",
    "works 2017-02-30/2017-11-24: no such day",
    "works 2017-03-06/2017-13-24: no such month",
    "works 2017-03-06/2017-03-05: ends before it starts",
    "works 2017-03-06: no end",
  ])("does not read %j", (line) => {
    expect(readCoIntervention(line)).toBeUndefined();
  });
});
