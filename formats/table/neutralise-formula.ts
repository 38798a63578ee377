/** What a spreadsheet would run as a formula. Source: OWASP, CSV Injection. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that begins like a formula gets an apostrophe, and is then only a text wherever it is pasted. */
export function neutraliseFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
