/** The narrow no-break spaces of French before ; : ! ? and inside « », in a text typed with the space of a keyboard. */
export function setSpaces(language: string, text: string): string {
  if (language !== "fr") return text;
  return text.replace(/[ \u00a0]([;:!?»])/g, "\u202f$1").replace(/«[ \u00a0]/g, "«\u202f");
}
