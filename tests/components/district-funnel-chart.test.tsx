import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { Words } from "#components/chart/offered-chart.ts";
import { indicatorCharts } from "#components/indicator/indicator-charts.ts";
import type { DistrictFunnel } from "#domain/indicator/district-funnel.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import english from "#messages/en.json" with { type: "json" };
import french from "#messages/fr.json" with { type: "json" };

const words = (locale: "en" | "fr") => {
  const messages = locale === "en" ? english : french;
  const of = (namespace: "indicators" | "charts") =>
    createTranslator({ locale, messages, namespace } as never) as unknown as Words;
  return { locale, t: of("indicators"), charts: of("charts"), scopes: (scope: string) => scope };
};

const limits = { warning: { low: 1, high: 3 }, alarm: { low: 0.5, high: 4 } };
const point = (name: string, additiveStanding: "within" | "outside-inner") => ({
  code: name,
  name,
  count: 50,
  exposure: 20,
  rate: 2.5,
  standing: "within" as const,
  additiveStanding,
});

function noteOf(locale: "en" | "fr", tauSquared: number) {
  const indicator = findIndicator("requests-per-camera-year");
  if (!indicator) throw new Error("an indicator");
  const funnel: DistrictFunnel = {
    period: { from: "2024-01-01", to: "2024-12-31" },
    target: 2.5,
    phi: 3,
    tauSquared,
    points: [point("Gare", "outside-inner"), point("Port", "within")],
    limits: [{ exposure: 20, limits }],
    tooFew: [],
    silent: [],
  };
  const page = { indicator, series: [], point: undefined, funnel };
  const city = { slug: "v", name: "V", release: 1 };
  return indicatorCharts({ ...page, city }, words(locale))[0]?.note ?? "";
}

describe("the funnel plot of districts", () => {
  it("says the spread beyond chance of the additive model, and whose standing it changes", () => {
    expect(noteOf("en", 0.25)).toContain("part from one another by 0.5");
    expect(noteOf("en", 0.25)).toContain(
      "One would be outside its 95% limits; the standing changes for Gare.",
    );
    expect(noteOf("fr", 0.25).replace(/[\u00a0\u202f]/g, " ")).toContain(
      "Un seul serait hors de ses limites à 95 % ; la place change pour Gare.",
    );
  });

  it("says nothing of it where chance explains the spread", () => {
    expect(noteOf("en", 0)).not.toContain("additive");
  });
});
