/** The first letter as a capital, as at the head of a sentence. */
export function capitalise(locale: string, text: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join("");
}
