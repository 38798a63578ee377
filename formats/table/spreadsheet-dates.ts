/** Number formats of ECMA-376 (part 1, 18.8.30) that show a date or a time. */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** True when a format code shows a day, month, year or time, outside quotes, colours and escaped characters. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  return /[dmyhs]/i.test(bare) && !/^general$/i.test(bare);
}

/**
 * A spreadsheet's serial as ISO: "2019-05-14", with the time when there is one. Serials count from 1899-12-30, or from
 * 1904-01-01 in files that say so. Undefined outside the years 1900 to 9999.
 */
export function serialToIso(serial: number, from1904: boolean): string | undefined {
  const days = serial + (from1904 ? 1462 : 0);
  if (!(days >= 1 && days < 2_958_466)) return undefined;
  const instant = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString();
  return instant.endsWith("T00:00:00.000Z") ? instant.slice(0, 10) : instant.slice(0, 19);
}
