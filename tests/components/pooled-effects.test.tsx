import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { Words } from "#components/chart/offered-chart.ts";
import type { ShownStudy } from "#components/effect/effect-props.ts";
import { pooledCharts } from "#components/effect/pooled-chart.ts";
import { effectStudySchema } from "#domain/effect/effect-study.ts";
import { relativeEffectSize } from "#domain/effect/relative-effect-size.ts";
import { chartCsv } from "#formats/chart/chart-csv.ts";
import english from "#messages/en.json" with { type: "json" };
import french from "#messages/fr.json" with { type: "json" };

const words = (locale: "en" | "fr") => {
  const messages = locale === "en" ? english : french;
  const of = (namespace: "effects" | "charts") =>
    createTranslator({ locale, messages, namespace } as never) as unknown as Words;
  return { locale, effects: of("effects"), charts: of("charts") };
};
const city = { slug: "a", name: "A", timezone: "Europe/Paris", release: 3 };

function study(key: string, after: number, changes: Partial<ShownStudy> = {}): ShownStudy {
  const size = relativeEffectSize({
    treated: { before: 400, after },
    control: { before: 400, after: 400 },
  });
  return {
    key,
    study: effectStudySchema.parse({
      reference: key,
      titleFr: `Étude ${key}`,
      titleEn: `Study ${key}`,
      definitionCode: "recorded",
      treated: [key],
      control: [`${key}-control`],
      beforeFrom: "2015-01-01",
      beforeTo: "2018-12-31",
      afterFrom: "2020-01-01",
      afterTo: "2023-12-31",
    }),
    effects: [{ rule: "doubled", size }],
    verdict: "fell",
    sourceIds: [1],
    ...changes,
  } as unknown as ShownStudy;
}

describe("a forest plot of studies", () => {
  it("has a row per study and one of all together, with its heterogeneity and the same file", () => {
    const [chart, ...others] = pooledCharts(
      [study("e1", 200), study("e2", 380)],
      city,
      words("en"),
    );
    expect(others).toEqual([]);
    if (chart?.spec.form !== "range-dots") throw new Error("range dots");
    expect(chart.spec.rows.map(({ label }) => label)).toEqual([
      "Study e1",
      "Study e2",
      "Together, random effects (leaned on)",
      "Together, fixed effect",
      "Together, variance multiplied (MVA)",
    ]);
    const [one, two, both, fixed, multiplied] = chart.spec.rows.map((row) => row.value ?? 0);
    expect(multiplied).toBe(fixed);
    const width = (index: number) => {
      const { low = 0, high = 0 } =
        chart.spec.form === "range-dots" ? (chart.spec.rows[index] ?? {}) : {};
      return Math.log(high / low);
    };
    expect(width(4)).toBeGreaterThan(width(3));
    expect(width(2)).toBeGreaterThan(width(3));
    expect(chart.note).toContain("one and the same effect");
    expect(both).toBeLessThan(one ?? 0);
    expect(both).toBeGreaterThan(two ?? 9);
    expect(chart.note).toMatch(/I² = \d+% of .* τ² = 0\.\d+/);
    expect(chartCsv(chart.spec, chart.tableWords)).toMatch(/Together, fixed effect"?,/);
  });

  it("is drawn in French as well, and not at all when one of the studies is refused", () => {
    const titleOf = (...after: number[]) =>
      pooledCharts(
        after.map((count, index) => study(`e${index}`, count)),
        city,
        words("fr"),
      )[0]?.title;
    expect(titleOf(200, 380)).toMatch(
      /^Ensemble, aucune différence établie par rapport .* \d,\d\d/,
    );
    expect(titleOf(200, 210)).toMatch(/^Ensemble, les faits ont baissé par rapport aux témoins/);
    expect(titleOf(780, 790)).toMatch(/^Ensemble, les faits ont augmenté par rapport aux témoins/);
    const refused = study("e2", 380, { verdict: "refused" });
    expect(pooledCharts([study("e1", 200), refused], city, words("en"))).toEqual([]);
  });
});
