import { describe, expect, test } from "vitest";
import { osmImporter } from "#domain/importing/importers/osm.ts";
import { osmSetting } from "#domain/importing/osm-vocabulary.ts";
import { readRows } from "./read-rows.ts";

type Tags = Record<string, string | null>;
const camera: Tags = { man_made: "surveillance", "surveillance:type": "camera" };
const feature = (cells: Tags, coordinates = [4.1, 45.1]) => ({
  cells,
  geometry: { type: "Point", coordinates },
});
const first = (tags: Tags) => readRows(osmImporter, [feature({ ...camera, ...tags })]).records[0];
const leftOut = (tags: Tags) => readRows(osmImporter, [feature(tags)]).leftOut;

describe("what is a camera", () => {
  test.each([
    [{ "surveillance:type": "guard" }, "guard-not-camera"],
    [{ "surveillance:type": "guard", "camera:type": "dome" }, "guard-not-camera"],
    [{ surveillance: "guard" }, "guard-not-camera"],
    [{ amenity: "bicycle_parking", access: "private" }, "not-a-camera"],
    [{ barrier: "gate", surveillance: "public" }, "not-a-camera"],
    [{ "surveillance:type": "gunshot_detector" }, "not-a-camera"],
    [{ "surveillance:type": "camera", surveillance: "fake" }, "not-a-camera"],
    [{ surveillance: "public", operator: "Ville d’Essai" }, "kind-not-said"],
  ])("%j is left out", (tags, reason) => {
    expect(leftOut({ man_made: "surveillance", ...tags })).toEqual([reason]);
  });

  test("an object without the surveillance tag is not one", () => {
    expect(leftOut({ amenity: "parking" })).toEqual(["not-a-camera"]);
  });

  test.each(["camera", "Camera", "ALPR", "APLR", "camera;guard", "caméra", "cctv", "fixed"])(
    "surveillance:type=%s is a camera",
    (type) => {
      expect(leftOut({ man_made: "surveillance", "surveillance:type": type })).toEqual([]);
    },
  );

  test("a camera's own tags are enough, even on a bank", () => {
    const tags = { man_made: "surveillance", amenity: "bank", "camera:type": "dome" };
    expect(leftOut(tags)).toEqual([]);
  });
});

describe("the reference", () => {
  test.each([
    ["123", null, "osm-123"],
    ["123", "node", "osm-123"],
    ["node/123", null, "osm-123"],
    ["way/5", null, "osm-way-5"],
    ["5", "way", "osm-way-5"],
  ])("%s (%s) becomes %s: no slash in an address", (id, type, reference) => {
    expect(first({ id, osm_type: type })?.reference).toBe(reference);
    expect(first({ "@id": id, "@type": type })?.reference).toBe(reference);
  });

  test("without a number it is the place, and a second camera there is counted", () => {
    const { records } = readRows(osmImporter, [
      feature(camera, [4.1, 45.1234567]),
      feature({ ...camera, "camera:type": "dome" }, [4.1, 45.1234567]),
    ]);
    expect(records.map(({ reference }) => reference)).toEqual([
      "osm-at-45.1234567-4.1000000",
      "osm-at-45.1234567-4.1000000-2",
    ]);
  });

  test("the same place and tags, told twice, is one camera; two numbers are two", () => {
    const numbered = (id: string) => feature({ ...camera, id });
    expect(readRows(osmImporter, [feature(camera), feature(camera)]).leftOut).toEqual([
      "exact-duplicate",
    ]);
    expect(readRows(osmImporter, [numbered("1"), feature(camera)]).leftOut).toHaveLength(1);
    expect(readRows(osmImporter, [numbered("1"), numbered("1")]).leftOut).toHaveLength(1);
    expect(readRows(osmImporter, [numbered("1"), numbered("2")]).records).toHaveLength(2);
  });

  test("one number with two sets of tags is refused and names the first line", () => {
    const rows = [feature({ ...camera, id: "1" }), feature({ ...camera, id: "1", height: "4" })];
    expect(readRows(osmImporter, rows).problems).toEqual([
      { line: 3, column: "id", value: "osm-1", reason: "duplicate-reference", hint: "2" },
    ]);
  });
});

describe("the tags", () => {
  test.each([
    ["fixed;dome", "fixed"],
    ["fixe", "fixed"],
    ["dome", "dome"],
    ["panning", "panoramic"],
    ["spotlight", undefined],
  ])("camera:type=%s is %s, and stays as written", (value, type) => {
    const record = first({ "camera:type": value });
    expect(record?.type).toBe(type);
    expect(record?.attributes?.["camera:type"]).toBe(value);
  });

  test("a plate reader is one whatever its housing", () => {
    expect(first({ "surveillance:type": "camera;ALPR", "camera:type": "dome" })?.type).toBe(
      "number-plate",
    );
  });

  test.each([
    ["public", null, "public-highway"],
    ["Public", "town", "public-highway"],
    ["outdoor", "traffic", "public-highway"],
    ["outdoor", null, undefined],
    ["indoor", "shop", "open-to-public"],
    ["indoor", null, undefined],
    ["outdoor,_private", "street", "private"],
    ["public", "parking", "parking"],
    [null, "public_transport_platform", "transport"],
    [null, "Station service", undefined],
  ])("surveillance=%s, zone=%s looks at %s", (surveillance, zone, setting) => {
    expect(first({ surveillance, "surveillance:zone": zone })?.setting).toBe(setting);
  });

  test.each([
    ["wall", "facade"],
    ["building ", "building"],
    ["ceilling", "ceiling"],
    ["tree", "other"],
  ])("camera:mount=%s is %s", (value, mount) => {
    expect(first({ "camera:mount": value })?.mount).toBe(mount);
  });

  test("directions that can't be read are kept as written, and the camera too", () => {
    expect(first({ "camera:direction": "80-0" })?.heads).toEqual([{ from: 80, to: 0 }]);
    const record = first({ "camera:direction": "both" });
    expect(record?.heads).toBeUndefined();
    expect(record?.attributes?.["camera:direction"]).toBe("both");
  });

  test("dates keep their precision; an unreadable one is kept as written", () => {
    expect(first({ start_date: "2019-05" })?.installedOn).toBe("2019-05");
    const record = first({ start_date: "before 2010" });
    expect(record?.installedOn).toBeUndefined();
    expect(record?.attributes?.start_date).toBe("before 2010");
  });

  test("it was last seen on the latest real day that is not to come", () => {
    const tags = { "survey:date": "2021-03-01", check_date: "2024-06-08" };
    expect(first(tags)?.observedOn).toBe("2024-06-08");
    expect(first({ ...tags, check_date: "2031-01-01" })?.observedOn).toBe("2021-03-01");
    expect(first({ "survey:date": "2021-18-02" })?.observedOn).toBeUndefined();
  });

  test("a mapped camera stands there; a disused one is suspended", () => {
    expect(first({})).toMatchObject({ status: "in-service", positionMethod: "surveyed" });
    expect(first({ disused: "yes" })?.status).toBe("suspended");
  });

  test("a webcam is a camera whose address is kept; notes are not", () => {
    const record = first({ "contact:webcam": "https://example.org/cam", note: "chez Mme X" });
    expect(record?.attributes?.["contact:webcam"]).toBe("https://example.org/cam");
    expect(JSON.stringify(record)).not.toContain("Mme X");
  });
});

describe("the place", () => {
  test("flat nodes and tags in one cell are read like features", () => {
    const { records } = readRows(osmImporter, [
      { cells: { ...camera, id: "7", lon: "3.9", lat: "45.2" } },
      { cells: { id: "8", lon: "3.9", lat: "45.3", tags: JSON.stringify(camera) } },
    ]);
    expect(records).toMatchObject([
      { reference: "osm-7", longitude: 3.9, latitude: 45.2, districtCode: "ouest" },
      { reference: "osm-8", latitude: 45.3 },
    ]);
  });

  test("outside the city and without a place are left out; 0, 0 is refused", () => {
    const rows = [feature(camera, [9, 45]), { cells: camera }, feature(camera, [0, 0])];
    const read = readRows(osmImporter, rows);
    expect(read.leftOut).toEqual(["outside-city", "no-position"]);
    expect(read.problems).toMatchObject([{ line: 4, reason: "null-island" }]);
  });
});

test("an object that says it is watched by a camera, and not how, is a camera", () => {
  expect(leftOut({ man_made: "surveillance", surveillance: "cctv" })).toEqual([]);
});

test("tags that look like an object and are none are read as they stand", () => {
  expect(leftOut({ tags: "{broken" })).toEqual(["not-a-camera"]);
});

test.each([
  ["private", undefined, "private"],
  ["private", "street", "private"],
  ["private", "parking", "parking"],
])("a %s camera whose zone is %s is of setting %s", (surveillance, zone, setting) => {
  expect(osmSetting(surveillance, zone)).toBe(setting);
});
