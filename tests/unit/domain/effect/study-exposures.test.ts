import { describe, expect, it } from "vitest";
import { studyExposures } from "#domain/effect/study-exposures.ts";
import type { StudyPhase, StudyYear } from "#domain/effect/study-years.ts";

const year = (number: number, phase: StudyPhase): StudyYear => ({
  year: number,
  phase,
  treated: 1,
  control: 1,
  ring: undefined,
  controlRing: undefined,
});
const years = [
  year(2016, "before"),
  year(2017, "before"),
  year(2018, "between"),
  year(2020, "after"),
];
const study = { treated: ["a", "b"], control: ["c"] };
const counted = (district: string, ...counts: [year: number, inhabitants: number][]) =>
  counts.map(([number, inhabitants]) => ({ district, year: number, inhabitants }));
const populations = [
  // Out of order, and growing by 100 a year between its counts.
  ...counted("a", [2020, 1400], [2015, 900], [2016, 1000]),
  // Stands still after its last count.
  ...counted("b", [2010, 500], [2017, 500]),
  // Stands still before its first count.
  ...counted("c", [2017, 2000], [2021, 2400]),
];

describe("the exposures of a study", () => {
  it("are thousands of inhabitants times years, each year with its own inhabitants", () => {
    const exposures = studyExposures(study, years, populations);
    expect(exposures?.treated.before).toBeCloseTo((1000 + 500 + (1100 + 500)) / 1000, 12);
    expect(exposures?.treated.after).toBeCloseTo((1400 + 500) / 1000, 12);
    expect(exposures?.control.before).toBeCloseTo((2000 + 2000) / 1000, 12);
    expect(exposures?.control.after).toBeCloseTo(2300 / 1000, 12);
  });

  it("are not known of a district counted once or never, of no control, nor without a period", () => {
    const once = [
      ...populations.filter(({ district }) => district !== "b"),
      ...counted("b", [2017, 5]),
    ];
    expect(studyExposures(study, years, once)).toBeUndefined();
    expect(studyExposures({ ...study, control: ["x"] }, years, populations)).toBeUndefined();
    expect(studyExposures({ ...study, control: [] }, years, populations)).toBeUndefined();
    expect(studyExposures(study, years.slice(0, 3), populations)).toBeUndefined();
  });
});
