import { describe, expect, it } from "vitest";
import { measureOf } from "#domain/indicator/counted-series.ts";
import { countOf } from "./facts.ts";

describe("a yearly count as a measure", () => {
  it("is in the unit of what its stage counts", () => {
    const unitOf = (funnel: string, stage: string) => measureOf(countOf([funnel, stage], 12)).unit;
    expect(unitOf("footage-review", "requested")).toBe("request");
    expect(unitOf("footage-review", "resolved")).toBe("arrest");
    expect(unitOf("investigations", "arrests")).toBe("arrest");
    expect(unitOf("investigations", "opened")).toBe("investigation");
    expect(unitOf("live-monitoring", "detected")).toBe("alert");
    expect(unitOf("video-fines", "fined")).toBe("fine");
    expect(unitOf("availability", "out-of-service")).toBe("camera-day");
  });
});
