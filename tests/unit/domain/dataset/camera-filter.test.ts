import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CameraFilter,
  type FilterableCamera,
  foldText,
  formatCameraFilter,
  isFiltering,
  matchesCameraFilter,
  matchesText,
  noFilter,
  parseCameraFilter,
} from "#domain/dataset/camera-filter.ts";

const camera: FilterableCamera = {
  district: "centre",
  operator: "Police municipale",
  purposes: ["terrorism", "fly-tipping"],
  type: "dome",
  status: "in-service",
  authorisation: "expired",
  year: 2017,
  cost: "10000",
  outcome: "10-24",
  words: "VT-0147 Place des Forges, angle rue du Musée",
};

const parse = (query: string) => parseCameraFilter(new URLSearchParams(query));

describe("the address of the map", () => {
  test("an empty address shows everything", () => {
    expect(parse("")).toEqual(noFilter);
    expect(isFiltering(parse(""))).toBe(false);
  });

  test("repeated parameters widen a facet, as an HTML form sends them", () => {
    expect(parse("status=removed&status=planned").status).toEqual(["planned", "removed"]);
  });

  test("years are kept as they were chosen, and what is no year is not", () => {
    expect(formatCameraFilter(parse("to=2020&from=2011")).toString()).toBe("from=2011&to=2020");
    expect(isFiltering(parse("from=1799&to=soon"))).toBe(false);
    expect(isFiltering(parse("from=2011"))).toBe(true);
  });

  test("empty fields of a form that was sent blank say nothing", () => {
    expect(parse("q=&from=&to=&operator=&status=")).toEqual(noFilter);
  });

  test.each([
    ["status=in_service", "status"],
    ["status=__proto__", "status"],
    ["from=1899", "from"],
    ["from=2017.5", "from"],
    ["to=20170", "to"],
    ["to=-2017", "to"],
    ["colour=status", "the facet"],
  ])("%s is not understood and is left out", (query) => {
    expect(parse(query)).toEqual(noFilter);
  });

  test("hostile lengths are bounded: 100 characters of text, 60 names", () => {
    expect(parse(`q=${"a".repeat(1e6)}`).text).toHaveLength(100);
    const operators = Array.from({ length: 5000 }, (_, i) => `operator=O${i}`).join("&");
    expect(parse(operators).operator).toHaveLength(60);
  });

  test("control and invisible characters are dropped from names", () => {
    expect(parse("operator=%00Police%0A%E2%80%8Bmunicipale").operator).toEqual([
      "Police municipale",
    ]);
  });

  test("what is written is read back unchanged, whatever was typed", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.string())), (pairs) => {
        const filter = parseCameraFilter(new URLSearchParams(pairs));
        expect(parseCameraFilter(formatCameraFilter(filter))).toEqual(filter);
      }),
    );
  });

  test("one choice has one address, whatever the order of the clicks", () => {
    const [one, other] = [
      "type=dome&status=planned&type=fixed",
      "type=fixed&type=dome&status=planned",
    ];
    expect(String(formatCameraFilter(parse(one as string)))).toBe(
      String(formatCameraFilter(parse(other as string))),
    );
  });
});

const keys = fc.constantFrom("district", "operator", "type", "status", "from", "to", "q", "x");

describe("a camera and the filter", () => {
  const shows = (filter: Partial<CameraFilter>, changed: Partial<FilterableCamera> = {}) =>
    matchesCameraFilter({ ...noFilter, ...filter }, { ...camera, ...changed });

  test("several facets narrow, several values widen", () => {
    expect(shows({ type: ["dome", "fixed"], status: ["in-service"] })).toBe(true);
    expect(shows({ type: ["dome"], status: ["removed"] })).toBe(false);
  });

  test("any of the purposes is enough", () => {
    expect(shows({ purpose: ["traffic-flow", "terrorism"] })).toBe(true);
    expect(shows({ purpose: ["traffic-flow"] })).toBe(false);
    expect(shows({ purpose: ["terrorism"] }, { purposes: [] })).toBe(false);
  });

  test("years include both ends", () => {
    expect(shows({ from: 2017, to: 2017 })).toBe(true);
    expect(shows({ from: 2018 })).toBe(false);
    expect(shows({ to: 2016 })).toBe(false);
  });

  test("an unknown year is shown only while no year is chosen", () => {
    expect(shows({}, { year: 0 })).toBe(true);
    expect(shows({ to: 2030 }, { year: 0 })).toBe(false);
  });

  test("an unknown operator is not the operator asked for", () => {
    expect(shows({ operator: ["Police municipale"] }, { operator: null })).toBe(false);
  });
});

describe("the search in words", () => {
  test.each([
    ["musee forges", true],
    ["MUSÉE", true],
    ["vt 0147", true],
    ["vt-0147", true],
    ["gare", false],
    ["forges gare", false],
    ["", true],
    ["’,;", true],
  ])("« %s » finds the camera: %s", (search, found) => {
    expect(matchesText(search, camera.words)).toBe(found);
  });

  test("« Cœur » is found by « coeur », « Hôtel-de-Ville » by « hotel de ville »", () => {
    expect(foldText("Cœur")).toBe("coeur");
    expect(foldText("Hôtel-de-Ville")).toBe("hotel de ville");
  });
});
