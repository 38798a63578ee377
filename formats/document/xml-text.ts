/** Text between tags or quotes; characters that no XML may hold are taken out. */
export function escapeXml(text: string): string {
  return [...text]
    .filter((character) => isAllowed(character.codePointAt(0) ?? 0))
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** XML 1.0, production 2: no control character but tab and ends of lines, no half of a surrogate pair. */
function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** Words of an OpenDocument paragraph: ends of lines and rows of spaces are elements of their own. */
export function xmlText(text: string): string {
  return escapeXml(text)
    .replaceAll("\r\n", "\n")
    .replace(/ {2,}/g, (row) => ` <text:s text:c="${row.length - 1}"/>`)
    .replaceAll("\t", "<text:tab/>")
    .replace(/[\n\r]/g, "<text:line-break/>");
}
