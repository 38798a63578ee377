import type { Importer } from "../importer.ts";
import { authorisationsImporter } from "./authorisations.ts";
import { boundaryImporter } from "./boundary.ts";
import { camerasImporter } from "./cameras.ts";
import { contractsImporter } from "./contracts.ts";
import { costsImporter } from "./costs.ts";
import { districtsImporter } from "./districts.ts";
import { effectStudiesImporter } from "./effect-studies.ts";
import { franceRadarsImporter } from "./france-radars.ts";
import { institutionsImporter } from "./institutions.ts";
import { newOrleansCamerasImporter } from "./new-orleans-cameras.ts";
import { newOrleansRequestsImporter } from "./new-orleans-requests.ts";
import { osmImporter } from "./osm.ts";
import { outcomesImporter } from "./outcomes.ts";
import { parisPvppImporter } from "./paris-pvpp.ts";
import { populationImporter } from "./population.ts";
import { priceIndexImporter } from "./price-index.ts";
import { publishedFiguresImporter } from "./published-figures.ts";
import { traffordCctvImporter } from "./trafford-cctv.ts";
import { traffordSpendImporter } from "./trafford-spend.ts";

/** Every preset, in the order in which a new city needs them. */
export const importers: readonly Importer[] = [
  boundaryImporter,
  districtsImporter,
  populationImporter,
  camerasImporter,
  authorisationsImporter,
  costsImporter,
  outcomesImporter,
  publishedFiguresImporter,
  institutionsImporter,
  contractsImporter,
  effectStudiesImporter,
  priceIndexImporter,
  osmImporter,
  franceRadarsImporter,
  parisPvppImporter,
  traffordCctvImporter,
  traffordSpendImporter,
  newOrleansCamerasImporter,
  newOrleansRequestsImporter,
];

export function findImporter(id: string): Importer | undefined {
  return importers.find((importer) => importer.id === id);
}
