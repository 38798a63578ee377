/** What one event of a category weighs, in points of a published index. */
export type HarmWeight = { readonly category: string; readonly harm: number };

/** "Vols de véhicules=12.5": a category and the harm of one of its events. Undefined for what does not read. */
export function readHarmWeight(text: string): HarmWeight | undefined {
  const [, category, digits] = /^(.*\S)\s*=\s*(\d+(?:[.,]\d+)?)$/u.exec(text.trim()) ?? [];
  const harm = Number(digits?.replace(",", "."));
  return category !== undefined && harm > 0 ? { category, harm } : undefined;
}
