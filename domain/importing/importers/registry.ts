import type { Importer } from "../importer.ts";
import { boundaryImporter } from "./boundary.ts";
import { camerasImporter } from "./cameras.ts";
import { districtsImporter } from "./districts.ts";
import { osmImporter } from "./osm.ts";
import { populationImporter } from "./population.ts";

/** Every preset, in the order in which a new city needs them. */
export const importers: readonly Importer[] = [
  boundaryImporter,
  districtsImporter,
  populationImporter,
  camerasImporter,
  osmImporter,
];

export function findImporter(id: string): Importer | undefined {
  return importers.find((importer) => importer.id === id);
}
