/** Abbreviations of French street names; "r" and "st" only as whole words. */
const longForms: Readonly<Record<string, string>> = {
  av: "avenue",
  ave: "avenue",
  all: "allee",
  bd: "boulevard",
  bld: "boulevard",
  blvd: "boulevard",
  boul: "boulevard",
  carr: "carrefour",
  cdt: "commandant",
  crs: "cours",
  dr: "docteur",
  fbg: "faubourg",
  fg: "faubourg",
  gal: "general",
  gen: "general",
  imp: "impasse",
  mal: "marechal",
  pas: "passage",
  pce: "place",
  pl: "place",
  pr: "professeur",
  pt: "pont",
  pte: "porte",
  qu: "quai",
  r: "rue",
  rte: "route",
  sq: "square",
  st: "saint",
  ste: "sainte",
};

/** Written or left out as the writer pleases: "avenue Opéra" is the avenue de l’Opéra. */
const articles = new Set([..."a au aux d de des du en et l la le les".split(" ")]);

/** "Pierre Ier", "Pierre 1er" and "Pierre premier" are one king. */
const ordinals: Readonly<Record<string, string>> = { ier: "1", "1er": "1", premier: "1" };

/**
 * A French street name reduced to what tells it apart: without case, accents, articles, hyphens and apostrophes, and
 * with abbreviations written out. "Av. de l’Opéra" and "avenue Opéra" give "avenue opera"; "Quai A" keeps its letter.
 * Spelling mistakes are not forgiven: two streets of one city may differ by a letter. Empty when nothing is left.
 */
export function foldStreet(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !articles.has(word));
  return (telling.length > 1 ? telling : words)
    .map((word) => longForms[word] ?? ordinals[word] ?? word)
    .join(" ");
}
