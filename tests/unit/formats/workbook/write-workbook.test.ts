import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeWorkbook } from "#formats/workbook/write-workbook.ts";

async function partsOf(rows: Parameters<typeof writeWorkbook>[0][number]["rows"], name = "A") {
  const files = unzipSync(new Uint8Array(await writeWorkbook([{ name, widths: [10], rows }])));
  const text = (file: string) => strFromU8(files[file] ?? new Uint8Array());
  return {
    sheet: text("xl/worksheets/sheet1.xml"),
    workbook: text("xl/workbook.xml"),
    styles: text("xl/styles.xml"),
    strings: text("xl/sharedStrings.xml"),
  };
}

describe("a workbook", () => {
  it.each(["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])(
    "holds %j as a text, never as a formula",
    async (text) => {
      const { sheet, strings } = await partsOf([[text]]);
      expect(sheet).not.toContain("<f>");
      expect(sheet + strings).toMatch(/&apos;|'/);
    },
  );

  it("keeps amounts as numbers that a reader's own separators will show, a minus included", async () => {
    const { sheet, styles } = await partsOf([[{ value: -1234.5, as: "money" }]]);
    expect(sheet).toContain("<v>-1234.5</v>");
    expect(styles).toContain("#,##0.00");
  });

  it("keeps days as days", async () => {
    const { sheet, styles } = await partsOf([[{ day: "2024-03-14" }]]);
    // Excel counts days from 30 December 1899: 14 March 2024 is day 45365.
    expect(sheet).toContain("<v>45365</v>");
    expect(styles).toContain("yyyy-mm-dd");
  });

  it("leaves what is no finite number empty", async () => {
    const { sheet } = await partsOf([[{ value: Number.NaN, as: "number" }, null]]);
    expect(sheet).not.toContain("<v>");
  });

  it("drops what XML cannot hold, and cuts what Excel cannot", async () => {
    const { sheet, strings } = await partsOf([
      ["a\u0000b\ud800c\u0008\uffffé😀", "x".repeat(40_000)],
    ]);
    expect(sheet + strings).toContain("abcé😀");
    expect(sheet + strings).not.toContain("x".repeat(32_768));
  });

  it("has sheets whose names Excel accepts", async () => {
    const { workbook } = await partsOf([["a"]], "Postes [2024]: a/b?*\\ and far too long a name");
    const name = /<sheet [^>]*name="([^"]*)"/.exec(workbook)?.[1] ?? "";
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\]/);
  });

  it("sets titles, headings and notes apart", async () => {
    const { styles } = await partsOf([
      [
        { text: "T", look: "title" },
        { text: "H", look: "heading" },
        { text: "S", look: "strong" },
        { text: "N", look: "note" },
      ],
    ]);
    expect(styles).toContain("<b/>");
    expect(styles).toContain("<i/>");
  });
});
