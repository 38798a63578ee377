type Named = { readonly code: string; readonly name: string };

const ordinals = [
  ["first", "premier", "première"],
  ["second", "deuxième", "seconde"],
  ["third", "troisième"],
  ["fourth", "quatrième"],
  ["fifth", "cinquième"],
  ["sixth", "sixième"],
  ["seventh", "septième"],
  ["eighth", "huitième"],
  ["ninth", "neuvième"],
  ["tenth", "dixième"],
  ["eleventh", "onzième"],
  ["twelfth", "douzième"],
  ["thirteenth", "treizième"],
  ["fourteenth", "quatorzième"],
  ["fifteenth", "quinzième"],
  ["sixteenth", "seizième"],
  ["seventeenth", "dix-septième"],
  ["eighteenth", "dix-huitième"],
  ["nineteenth", "dix-neuvième"],
  ["twentieth", "vingtième"],
] as const;

/**
 * Districts in the order in which they are read: by their number where each is called by one ("First District", "3e
 * arrondissement", "Secteur 12"), else by name. An order that ranks nothing. Where two bear one number, or one has none, all
 * stand by name: codes alone are not an order that a reader would know.
 */
export function inReadingOrder<District extends Named>(districts: readonly District[]): District[] {
  const numbers = new Map(districts.map(({ code, name }) => [code, numberIn(name)]));
  const isNumbered =
    [...numbers.values()].every((number) => number !== undefined) &&
    new Set(numbers.values()).size === districts.length;
  const byName = (a: District, b: District) =>
    a.name.localeCompare(b.name, "fr") || a.code.localeCompare(b.code, "fr");
  return districts.toSorted((a, b) =>
    isNumbered ? (numbers.get(a.code) ?? 0) - (numbers.get(b.code) ?? 0) : byName(a, b),
  );
}

/** The one number that a name holds, in digits or as an ordinal; undefined where it holds none or several. */
function numberIn(name: string): number | undefined {
  const words = name.toLowerCase().match(/[\p{L}-]+|\d+/gu) ?? [];
  const found = words.flatMap((word) => {
    if (/^\d{1,4}$/.test(word)) return [Number(word)];
    const index = ordinals.findIndex((forms) => (forms as readonly string[]).includes(word));
    return index < 0 ? [] : [index + 1];
  });
  return found.length === 1 ? found[0] : undefined;
}
