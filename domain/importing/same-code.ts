/** Official codes compared as spreadsheets leave them: "01001" loses its zero or becomes 1001.0. */
export function isSameCode(code: string, wanted: string): boolean {
  return tidyCode(code) === tidyCode(wanted);
}

function tidyCode(text: string): string {
  return text.trim().toUpperCase().replace(/\.0$/, "").padStart(5, "0");
}
