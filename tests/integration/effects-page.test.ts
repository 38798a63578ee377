import { beforeAll, describe, expect, it } from "vitest";
import { getEffectsPage } from "#use-cases/effect/get-effects-page.ts";
import { installFirstCities } from "#use-cases/installation/install-first-cities.ts";
import { testDatabase } from "./database.ts";

const { sql } = testDatabase();

describe("the page on effects", () => {
  beforeAll(() => installFirstCities());

  it("finds the planted effects of Ville-Témoin in the counts that anyone may read", async () => {
    const page = await getEffectsPage("ville-temoin");
    const [vehicles, assaults, damage] = page?.studies ?? [];
    expect(page?.studies.map(({ key }) => key)).toEqual(["vt-e01", "vt-e02", "vt-e03", "vt-e04"]);
    expect([vehicles?.verdict, assaults?.verdict, damage?.verdict]).toEqual([
      "fell",
      "no-difference",
      "refused",
    ]);
    for (const { planted, effects } of [vehicles, assaults].flatMap((one) => one ?? [])) {
      const { low, high } = effects[0]?.size.interval ?? { low: 9, high: 0 };
      expect(planted?.treated).toBeGreaterThan(low);
      expect(planted?.treated).toBeLessThan(high);
    }
    expect(vehicles?.geometry).toEqual({ apart: [], near: [], unknown: [] });
    expect(damage?.geometry.near).toEqual(["VT01"]);
    expect(vehicles?.comparability.controls.map(({ code }) => code)).toEqual([
      "VT05",
      "VT06",
      "VT11",
      "VT12",
    ]);
    expect(vehicles?.perInhabitant?.ratio).toBeGreaterThan(1);
    expect(assaults?.harm).toMatchObject({ weights: [{ harm: 8 }, { harm: 30 }], silent: [] });
    expect(assaults?.harm?.difference?.standardError).toBeGreaterThan(0);
    expect(assaults?.study.otherMeasures).toHaveLength(2);
    expect(page?.studies[3]?.published).toBeCloseTo(0.89 / 0.72, 9);
    expect(vehicles?.displacement).toMatchObject({ hasRings: true, isScaled: true });
    expect(page?.populationYear).toBe(2018);
    expect(page?.sources.length).toBeGreaterThan(1);
  });

  it("leans on no count that disclosure control withholds", async () => {
    const page = await getEffectsPage("ville-temoin");
    const [{ withheld } = { withheld: 0 }] = await sql()<{ withheld: number }[]>`
      SELECT count(*)::int AS withheld FROM protected_outcome v
      JOIN outcome_definition d ON d.id = v.definition_id JOIN city c ON c.id = v.city_id
      WHERE c.slug = 'ville-temoin' AND d.code = 'faits-constates' AND v.area_code = 'VT12'
        AND v.category = 'Violences physiques non crapuleuses' AND v.state = 'withheld'`;
    expect(withheld).toBeGreaterThan(0);
    await sql()`UPDATE effect_study SET control = control || '{VT12}' WHERE reference = 'VT-E02'`;
    const read = (await getEffectsPage("ville-temoin"))?.studies[1];
    expect(read?.verdict).toBe("refused");
    expect(read?.reasons.map(({ code }) => code)).toContain("silent-cells");
    expect(read?.effects).toEqual([]);
    expect(page?.studies[1]?.effects).toHaveLength(4);
  });

  it("has no study of Saint-Étienne, and no such page of no city or release", async () => {
    expect((await getEffectsPage("saint-etienne"))?.studies).toEqual([]);
    expect(await getEffectsPage("nowhere")).toBeUndefined();
    expect(await getEffectsPage("ville-temoin", 999)).toBeUndefined();
  });
});
