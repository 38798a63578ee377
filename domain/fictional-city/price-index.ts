import type { PriceIndexValue } from "#domain/cost/price-index-value.ts";
import { cityYears } from "./outcome-rows.ts";

/** Prices of the fictional city: 100 in 2015 and 1.8 % more each year, as its running costs were drawn. */
export function priceIndexOf(): PriceIndexValue[] {
  return cityYears.map((year) => ({
    name: "Indice des prix de la Ville-Témoin (fictif)",
    base: "2015",
    year,
    value: Math.round(100 * 1.018 ** (year - 2015) * 100) / 100,
  }));
}
