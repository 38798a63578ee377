import { describe, expect, test } from "vitest";
import type { ImportContext } from "#domain/importing/importer.ts";
import { traffordCctvImporter } from "#domain/importing/importers/trafford-cctv.ts";
import { importContext, readRows } from "./read-rows.ts";

const wards = [
  { code: "E05099901", name: "Quay & Mill" },
  { code: "E05099902", name: "Northfield" },
];
const row = {
  camera_id: "7",
  location: "Quay Street/Mill Lane, Northfield",
  area_name: "Northfield",
  area_code: "E05099902",
  lon: "4.1",
  lat: "45.0",
};
const read = (cells: Partial<typeof row> = {}, changes: Partial<ImportContext> = {}) =>
  readRows(
    traffordCctvImporter,
    [{ cells: { ...row, ...cells } }],
    importContext({ knownDistricts: wards, ...changes }),
  );

test("a row of a snapshot is a camera in service, whose setting nobody states", () => {
  expect(read().records).toEqual([
    {
      reference: "7",
      status: "in-service",
      label: "Quay Street/Mill Lane, Northfield",
      districtCode: "E05099902",
      longitude: 4.1,
      latitude: 45,
      positionMethod: "published",
    },
  ]);
});

test("a feature says the same as a row", () => {
  const { lon: _lon, lat: _lat, ...cells } = row;
  const geometry = { type: "Point", coordinates: [4.1, 45] };
  const context = importContext({ knownDistricts: wards });
  const asFeature = readRows(traffordCctvImporter, [{ cells, geometry }], context).records;
  expect(asFeature).toEqual(read().records);
});

describe("the number", () => {
  test.each([
    ["1001.0", "1001"],
    ["1001", "1001"],
    ["1010", "1010"],
  ])("%s is %s", (written, reference) => {
    expect(read({ camera_id: written }).records[0]?.reference).toBe(reference);
  });

  test("is required", () => {
    expect(read({ camera_id: "" }).problems).toMatchObject([
      { column: "camera_id", reason: "missing" },
    ]);
  });
});

describe("the ward", () => {
  test("is the one that the council names, even where the outline says another", () => {
    expect(read({ lon: "3.9" }).records[0]?.districtCode).toBe("E05099902");
  });

  test("is found by its name when the code is of another vintage", () => {
    expect(read({ area_code: "E05000001" }).records[0]?.districtCode).toBe("E05099902");
  });

  test("is the one around the point when the file has the borough's code instead", () => {
    const borough = { area_code: "E0800009", area_name: "Borough" };
    expect(read({ ...borough, lon: "3.9" }).records[0]?.districtCode).toBe("ouest");
    const nowhere = read(borough).records[0];
    expect(nowhere).not.toHaveProperty("districtCode");
    expect(nowhere).not.toHaveProperty("attributes");
  });

  test("is kept in words where the city has no wards yet", () => {
    expect(read({}, { knownDistricts: [] }).records[0]?.attributes).toEqual({ ward: "Northfield" });
  });
});

describe("the day of the snapshot", () => {
  test("dates what the file says", () => {
    const options = { "observed-on": "2024-03-08" };
    expect(read({}, { options }).records[0]?.observedOn).toBe("2024-03-08");
  });

  test.each([
    ["2024-02-30", "no-such-day"],
    ["2024-03", "day-missing"],
    ["yesterday", "not-a-date"],
  ])("%s is refused rather than forgotten", (day, reason) => {
    expect(read({}, { options: { "observed-on": day } }).problems).toMatchObject([{ reason }]);
  });
});

test("a camera outside the borough is refused, since the file is the borough's own", () => {
  expect(read({ lon: "9" }).problems).toMatchObject([{ column: "lon", reason: "outside-city" }]);
});

test("a camera without coordinates is still a camera", () => {
  const record = read({ lon: "", lat: "" }).records[0];
  expect(record?.reference).toBe("7");
  expect(record).not.toHaveProperty("longitude");
  expect(record).not.toHaveProperty("positionMethod");
});
