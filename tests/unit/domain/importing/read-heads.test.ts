import { describe, expect, test } from "vitest";
import { readHeads, writeHead } from "#domain/importing/read-heads.ts";

/** Ways of writing met under camera:direction and direction in OpenStreetMap (wiki, Key:direction). */
describe("the directions of a camera", () => {
  test.each([
    ["45", [{ from: 45 }]],
    ["0", [{ from: 0 }]],
    ["360", [{ from: 0 }]],
    ["-45", [{ from: 315 }]],
    ["22,5", [{ from: 22.5 }]],
    ["15°", [{ from: 15 }]],
    ["NE", [{ from: 45 }]],
    ["SSW", [{ from: 202.5 }]],
    ["ouest", [{ from: 270 }]],
    ["NO", [{ from: 315 }]],
    ["sud-est", [{ from: 135 }]],
    ["80-0", [{ from: 80, to: 0 }]],
    ["0-360", [{ from: 0, to: 360 }]],
    ["NE-SE", [{ from: 45, to: 135 }]],
    ["45;90", [{ from: 45 }, { from: 90 }]],
    ["45,90", [{ from: 45 }, { from: 90 }]],
    ["45; 90-135", [{ from: 45 }, { from: 90, to: 135 }]],
    [
      "90-135 (dome);45 (multi-sensor)",
      [
        { from: 90, to: 135, type: "dome" },
        { from: 45, type: "multi-sensor" },
      ],
    ],
    ["(dome)", [{ type: "dome" }]],
  ])("%s is understood", (text, heads) => {
    expect(readHeads(text)).toEqual({ heads, unreadable: [] });
  });

  test.each(["both", "backward", "400", "10-20-30", "45 (toaster)", "both (dome)"])(
    "%s is handed back",
    (text) => {
      expect(readHeads(text)).toEqual({ heads: [], unreadable: [text] });
    },
  );

  test("what is readable stays beside what is not", () => {
    expect(readHeads("45;forward")).toEqual({ heads: [{ from: 45 }], unreadable: ["forward"] });
  });

  test.each([
    [{ from: 45 }],
    [{ from: 0, to: 360 }],
    [{ from: 90.5, to: 135, type: "dome" as const }],
    [{ type: "thermal" as const }],
  ])("%j is read again as it is written", (head) => {
    expect(readHeads(writeHead(head)).heads).toEqual([head]);
  });
});
