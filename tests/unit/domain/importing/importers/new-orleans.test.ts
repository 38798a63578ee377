import { describe, expect, test } from "vitest";
import { newOrleansCamerasImporter } from "#domain/importing/importers/new-orleans-cameras.ts";
import { newOrleansRequestsImporter } from "#domain/importing/importers/new-orleans-requests.ts";
import { readSignal } from "#domain/importing/importers/new-orleans-signals.ts";
import { importContext, readRows } from "./read-rows.ts";

describe("a signal code", () => {
  // Meanings: TypeText of the calls-for-service data of data.nola.gov.
  test.each([
    ["30S", "homicide-and-shooting"],
    ["34C", "assault-and-battery"],
    ["34 S", "homicide-and-shooting"],
    ["67A", "vehicle-theft"],
    ["67", "theft"],
    ["20-I", "road-accident"],
    ["103 F", "disturbance"],
    ["64)", "robbery"],
    ["27-64G", "robbery"],
    ["100i", "hit-and-run"],
    ["", "other"],
    [undefined, "other"],
    ["XYZ", "other"],
  ])("%s is of the group %s", (code, group) => {
    expect(readSignal(code)).toBe(group);
  });
});

const request = (changes: Record<string, string | null>) => ({
  cells: {
    item_number: "Z9999922",
    signal_code: "67A",
    result: "Relevant video was found",
    time_create: "3/4/2022 23:59",
    police_district: "8",
    BLOCK_ADDRESS: "099XX Invented St",
    ...changes,
  },
});

describe("requests for footage", () => {
  test("become counts by month, and by district, group and result; nothing of a case is kept", () => {
    const { records, tallies } = readRows(newOrleansRequestsImporter, [
      request({}),
      request({}),
      request({ result: "No relevant video was found" }),
      request({ police_district: "0" }),
    ]);
    expect(tallies).toEqual({ requests: 4, cases: 1, "requests-without-a-known-district": 1 });
    const counts = records.map(({ areaCode, periodFrom, category, result, value }) =>
      [areaCode, periodFrom, category, result, value].join(" "),
    );
    // American order: the fourth of March, not the third of April.
    expect(counts).toEqual([
      " 2022-03-01  nothing-found 1",
      " 2022-03-01  relevant-found 3",
      "8 2022-03-01 vehicle-theft nothing-found 1",
      "8 2022-03-01 vehicle-theft relevant-found 2",
    ]);
    const kept = JSON.stringify(records);
    for (const secret of ["Z9999922", "Invented", "23:59", "67A", "2022-03-04"])
      expect(kept).not.toContain(secret);
  });

  test("with another result, or a day that does not exist, are refused", () => {
    const { problems } = readRows(newOrleansRequestsImporter, [
      request({ result: "Maybe" }),
      request({ time_create: "13/41/2022 1:00" }),
      request({ time_create: null }),
    ]);
    expect(problems.map(({ column, reason }) => [column, reason])).toEqual([
      ["result", "not-in-the-list"],
      ["time_create", "no-such-day"],
      ["time_create", "missing"],
    ]);
  });
});

describe("city cameras", () => {
  test("are positions with the number that was drawn for them", () => {
    const { records } = readRows(newOrleansCamerasImporter, [
      { cells: { latitude: "45.01", longitude: "4.01", random_id: "0.123456", set: "cameras" } },
    ]);
    expect(records).toMatchObject([
      { reference: "NOLA-123456", longitude: 4.01, latitude: 45.01, status: "in-service" },
    ]);
  });

  test("without a position inside the city are refused", () => {
    const context = importContext({
      place: (longitude, latitude) => ({ kind: "outside", longitude, latitude }),
    });
    const { problems } = readRows(
      newOrleansCamerasImporter,
      [{ cells: { latitude: "48.85", longitude: "2.35", random_id: "0.1", set: "cameras" } }],
      context,
    );
    expect(problems).toMatchObject([{ reason: "outside-city" }]);
  });
});

test("a point of the file that is no camera is left out", () => {
  const read = (set: string) =>
    readRows(newOrleansCamerasImporter, [{ cells: { set, random_id: "0.4" } }]);
  expect(read("signs").leftOut).toEqual(["not-a-camera"]);
  expect(read("cameras").leftOut).toEqual([]);
});
