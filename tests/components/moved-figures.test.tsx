import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { MovedFigures, type ShownMovingFigure } from "#components/release/moved-figures.tsx";
import { authorisationStates } from "#domain/compliance/authorisation-state.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { rendered } from "./rendered.tsx";

afterEach(cleanup);

const shown = (figures: readonly ShownMovingFigure[], locale: "fr" | "en") =>
  rendered(<MovedFigures figures={figures} />, locale).container.textContent ?? "";

const cost = { id: "cost-per-inhabitant", of: "2024", unit: "cents EUR excl. VAT per inhabitant" };

describe("figures that a release revised", () => {
  it.each(["fr", "en"] as const)("are all told in words (%s): no code is shown", (locale) => {
    const ids = [
      ...indicators.map(({ id }) => id),
      ...authorisationStates.map((state) => `cameras-with-order-${state}`),
      ...["registered-cameras", "cameras-in-service", "yearly-spend", "spend-per-camera-year"],
      ...["footage-requests", "full-annual-cost", "cameras-over-retention"],
    ];
    const words = shown(
      ids.map((id) => ({ id, of: "2024", unit: "camera", before: 1, after: 2 })),
      locale,
    );
    for (const id of ids) expect(words).not.toContain(id);
  });

  it("are amounts in their currency, with cents where they are small, shares and rates", () => {
    const words = shown(
      [
        { ...cost, before: 1_234, after: 1_250, part: "as-paid" },
        { id: "valid-authorisation-share", of: "2024", unit: "share", before: 0.5, after: 0.25 },
        { id: "requests-per-camera-year", of: "2024", unit: "request", before: null, after: 2.5 },
      ],
      "en",
    );
    expect(words).toContain("€12.34");
    expect(words).toContain("€12.50");
    expect(words).toContain("spending as paid");
    expect(words).toContain("50.0%");
    expect(words).toContain("2.5");
  });
});
