import { describe, expect, test } from "vitest";
import { foldStreet } from "#domain/importing/fold-street.ts";
import { locateByStreets } from "#domain/importing/locate-by-streets.ts";
import { readStreetCrossings } from "#domain/importing/street-crossings.ts";

/** One thousandth of a degree of latitude is 111 m anywhere. */
const crossing = (nom1: string, nom2: string, lat: number, lon = 4) => ({
  line: 2,
  cells: { nom1, nom2, lon: String(lon), lat: String(lat) },
});
const table = readStreetCrossings([
  crossing("Rue de la Forge", "Boulevard du Moulin", 45),
  crossing("Boulevard du Moulin", "Rue de la Forge", 45),
  crossing("Rue de la Forge", "Avenue de l’Écluse", 45.01),
  crossing("Avenue de l'Écluse", "Quai Haut", 45.02),
  crossing("Avenue de l'Écluse", "Quai Haut", 45.0205),
  crossing("Quai Haut", "Rue de la Forge", 45.03),
  crossing("Quai Haut", "Rue de la Forge", 45.04),
  crossing("Place du Puits", "Rue Basse", 45.05),
  crossing("Place du Puits", "Rue Courte", 45.051),
  crossing("Impasse du Four", "Rue Basse", 45.06),
  { line: 8, cells: { nom1: null, lon: "4", lat: "45" } },
  { line: 9, cells: { nom1: "Rue Muette", nom2: "Rue Basse", lon: "", lat: "" } },
]);
const locate = (names: string[], isNear = (_: { latitude: number }) => false) =>
  locateByStreets(names, table, isNear);

describe("a street is known under any of its spellings", () => {
  test.each([
    ["Av. de l’Opéra", "avenue Opéra"],
    ["Bd St-Germain", "boulevard Saint-Germain"],
    ["RUE D'ULM", "rue d’Ulm"],
    ["Rue François-Ier", "rue François 1er"],
    ["Place du Sacré-Cœur", "pl. du sacre coeur"],
  ])("%s is %s", (one, other) => {
    expect(foldStreet(one)).toBe(foldStreet(other));
  });

  test("and not under another's", () => {
    expect(foldStreet("Quai A")).not.toBe(foldStreet("Quai D"));
    expect(foldStreet("Rue Saint-Denis")).not.toBe(foldStreet("Boulevard Saint-Denis"));
    expect(foldStreet(" — ")).toBe("");
  });
});

describe("two streets that cross", () => {
  test("once locate exactly, even when the table has it both ways", () => {
    expect(locate(["bd Moulin", "rue de la Forge"])).toEqual({
      kind: "located",
      method: "crossing",
      point: { longitude: 4, latitude: 45 },
    });
  });

  test("are sought in the order in which they are named", () => {
    const located = locate(["Rue de la Forge", "Avenue Écluse", "Boulevard du Moulin"]);
    expect(located).toMatchObject({ point: { latitude: 45.01 } });
  });

  test("twice at one crossroads locate in its middle", () => {
    const located = locate(["Avenue de l'Écluse", "Quai Haut"]);
    expect(located).toMatchObject({ kind: "located", method: "crossing" });
    expect(located.kind === "located" && located.point.latitude).toBeCloseTo(45.02025, 6);
  });

  test("twice far apart locate nothing, unless one crossing alone is near", () => {
    const names = ["Quai Haut", "Rue de la Forge"];
    expect(locate(names)).toEqual({ kind: "not-located", reason: "ambiguous-crossing" });
    expect(locate(names, () => true)).toMatchObject({ reason: "ambiguous-crossing" });
    const near = locate(names, ({ latitude }) => latitude > 45.035);
    expect(near).toMatchObject({ kind: "located", point: { latitude: 45.04 } });
  });
});

describe("without a crossing", () => {
  test("a short street, or a square, locates in its middle", () => {
    const located = locate(["Place du Puits", "Fontaine"]);
    expect(located).toMatchObject({ kind: "located", method: "street" });
    expect(located.kind === "located" && located.point.latitude).toBeCloseTo(45.0505, 6);
  });

  test.each([
    ["a long street alone", ["Rue de la Forge"], "no-crossing-given"],
    [
      "a dead end, whose length one crossing does not tell",
      ["Impasse du Four"],
      "no-crossing-given",
    ],
    ["a long street with a name nobody knows", ["Rue de la Forge", "Seine"], "unknown-street"],
    ["no known street", ["Pilier sud"], "unknown-street"],
    ["no street at all", [], "unknown-street"],
    ["a street whose row in the table has no point", ["Rue Muette"], "unknown-street"],
    ["streets that do not meet", ["Place du Puits", "Quai Haut"], "streets-do-not-cross"],
  ])("%s locates nothing", (_, names, reason) => {
    expect(locate(names)).toEqual({ kind: "not-located", reason });
  });
});

test("a table of crossings that nobody gave knows no street", () => {
  const nothing = readStreetCrossings([]);
  expect(nothing.isKnown("quai haut")).toBe(false);
  expect([nothing.along("quai haut"), nothing.between("quai haut", "rue basse")]).toEqual([[], []]);
});
