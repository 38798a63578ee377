/**
 * A spreadsheet runs a cell that starts with one of these as a formula, even from a CSV file (OWASP, CSV injection). An
 * apostrophe before it makes it text; one that was there already is kept by adding another. Reading takes away exactly what
 * writing added.
 */
const dangerous = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

export function guardFormula(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return text.charCodeAt(0) === 39 && guarded.test(text) ? text.slice(1) : text;
}
