import { describe, expect, it } from "vitest";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { changedReadings, readingsOf } from "#formats/exhibit/exhibit-readings.ts";
import { chartExhibit, everyExhibit, numberExhibit, placeExhibit } from "./example-exhibits.ts";

describe("what changed between two states of an exhibit", () => {
  it.each(Object.values(everyExhibit))("is nothing between a state and itself", (exhibit) => {
    expect(changedReadings(exhibit, exhibit)).toEqual([]);
  });

  it("is the old and the new words of a number, whatever its title became", () => {
    const later: Exhibit = {
      ...numberExhibit,
      title: "Autre titre",
      shown: { form: "number", words: "46,1 %" },
    };
    expect(changedReadings(numberExhibit, later)).toEqual([
      { label: "", was: "47,4 %", is: "46,1 %" },
    ]);
  });

  it("names the facts of a place that changed, came and went", () => {
    const later: Exhibit = {
      ...placeExhibit,
      shown: {
        form: "place",
        facts: [
          { label: "Caméras en service", words: "415" },
          { label: "Nouvelle", words: "1" },
        ],
      },
    };
    expect(changedReadings(placeExhibit, later)).toEqual([
      { label: "Caméras en service", was: "412", is: "415" },
      { label: "Position publiée", was: "398", is: undefined },
      { label: "Nouvelle", was: undefined, is: "1" },
    ]);
  });

  it("names year and series of a chart's number", () => {
    const { shown } = chartExhibit;
    if (shown.form !== "chart" || shown.spec.form !== "stacked-years") throw new Error("a chart");
    const years = shown.spec.years.map((year) =>
      year.label === "2018"
        ? {
            ...year,
            amounts: [{ value: 1, words: "1 k€" }, ...year.amounts.slice(1)],
          }
        : year,
    );
    const later: Exhibit = { ...chartExhibit, shown: { ...shown, spec: { ...shown.spec, years } } };
    expect(changedReadings(chartExhibit, later)).toEqual([
      { label: "2018 · Personnel", was: "228 k€", is: "1 k€" },
    ]);
  });

  it("is read from every number of a chart", () => {
    expect(readingsOf(chartExhibit)).toHaveLength(50);
  });
});
