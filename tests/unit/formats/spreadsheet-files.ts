import { strToU8, zipSync } from "fflate";

/** Small spreadsheets for tests, made part by part as office programs write them. */
export function xlsxFile(sheetXml: string, extra: Readonly<Record<string, string>> = {}): Buffer {
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Caméras" r:id="rId1"/></sheets></workbook>',
    "xl/styles.xml":
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": "<sst><si><t>numéro</t></si><si><t>installée</t></si></sst>",
    "xl/worksheets/sheet1.xml": sheetXml,
    ...extra,
  };
  return zipped(parts);
}

export function odsFile(tableXml: string): Buffer {
  return zipped({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${tableXml}</office:spreadsheet></office:body></office:document-content>`,
  });
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      typeof part === "string" ? strToU8(part) : part,
    ]),
  );
  return Buffer.from(zipSync(files));
}
