import { describe, expect, it } from "vitest";
import { inReadingOrder } from "#domain/territory/reading-order.ts";

const order = (...names: string[]) =>
  inReadingOrder(names.map((name) => ({ code: name, name }))).map(({ name }) => name);

describe("Districts in the order in which they are read", () => {
  it("stand by their number where each is called by one", () => {
    expect(order("Eighth District", "Fifth District", "First District", "Second District")).toEqual(
      ["First District", "Second District", "Fifth District", "Eighth District"],
    );
    expect(order("10e arrondissement", "1er arrondissement", "2e arrondissement")).toEqual([
      "1er arrondissement",
      "2e arrondissement",
      "10e arrondissement",
    ]);
    expect(order("Secteur 12", "Secteur 3")).toEqual(["Secteur 3", "Secteur 12"]);
    expect(order("Dix-septième", "Troisième", "Première")).toEqual([
      "Première",
      "Troisième",
      "Dix-septième",
    ]);
  });

  it("stand by name where one has no number, or two have the same", () => {
    expect(order("Le Port", "8 Mai 1945", "Bellevue")).toEqual([
      "8 Mai 1945",
      "Bellevue",
      "Le Port",
    ]);
    expect(order("Nord 1", "Est 1", "Sud 2")).toEqual(["Est 1", "Nord 1", "Sud 2"]);
    expect(order("Lot 2 secteur 1", "Abc 3")).toEqual(["Abc 3", "Lot 2 secteur 1"]);
    expect(order("Écluse", "Eau", "Fer")).toEqual(["Eau", "Écluse", "Fer"]);
  });

  it("of one name stand by their codes", () => {
    const same = [
      { code: "B", name: "Centre" },
      { code: "A", name: "Centre" },
    ];
    expect(inReadingOrder(same).map(({ code }) => code)).toEqual(["A", "B"]);
  });
});
