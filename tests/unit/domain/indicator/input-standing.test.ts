import { expect, it } from "vitest";
import { inputStandings } from "#domain/indicator/input-standing.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { camerasSince, countOf, factsOf } from "./facts.ts";

const requested = ["footage-review", "requested"] as const;
const standingsOf = (facts = {}) => {
  const indicator = findIndicator("requests-per-camera-year");
  return indicator ? inputStandings(indicator, factsOf(facts)) : [];
};

it("says which input is absent, silent or known, and computes nothing of it", () => {
  expect(standingsOf().map(({ input, state }) => [input, state])).toEqual([
    ["requests", "absent"],
    ["camera-years", "absent"],
  ]);
  const silent = standingsOf({ counts: [countOf(requested, "not-communicated")] });
  expect(silent[0]).toMatchObject({
    state: "silent",
    known: undefined,
    silences: [{ kind: "not-communicated", from: 2024, to: 2024 }],
    sourceIds: [1],
  });
});

it("joins the years of one silence, and gives the years that are known", () => {
  const [requests, cameras] = standingsOf({
    cameras: [camerasSince("2015", 3)],
    counts: [
      countOf(requested, "not-collected", { year: 2016 }),
      countOf(requested, "not-collected", { year: 2015 }),
      countOf(requested, 12, { year: 2017 }),
      countOf(requested, "withheld", { year: 2018 }),
      countOf(requested, "not-collected", { year: 2019 }),
      countOf(requested, 12, { year: 2020 }),
      countOf(requested, "not-collected", { year: 2022 }),
    ],
  });
  expect(requests).toMatchObject({
    state: "known",
    known: { from: 2017, to: 2020 },
    silences: [
      { kind: "not-collected", from: 2015, to: 2016 },
      { kind: "withheld", from: 2018, to: 2018 },
      { kind: "not-collected", from: 2019, to: 2019 },
      { kind: "not-collected", from: 2022, to: 2022 },
    ],
  });
  expect(cameras).toMatchObject({ state: "known", known: undefined, silences: [] });
});
