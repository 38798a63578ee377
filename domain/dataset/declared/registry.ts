import type { Dataset, DatasetId } from "../dataset.ts";
import { annotationsDataset } from "./annotations.ts";
import { auditLogDataset } from "./audit-log.ts";
import { camerasDataset } from "./cameras.ts";
import { evaluationsDataset } from "./evaluations.ts";
import { indicatorsDataset } from "./indicators.ts";
import {
  authorisationsDataset,
  effectStudiesDataset,
  institutionsDataset,
  publishedFiguresDataset,
  releasesDataset,
  sourcesDataset,
} from "./law-and-words.ts";
import { contractsDataset, costsDataset, priceIndexDataset } from "./money.ts";
import { outcomesDataset } from "./outcomes.ts";
import { boundaryDataset, districtsDataset, populationDataset } from "./territory.ts";

/** Every open dataset, in the order in which a reader meets them and an importer needs them. */
export const datasets: readonly Dataset[] = [
  camerasDataset,
  authorisationsDataset,
  costsDataset,
  outcomesDataset,
  publishedFiguresDataset,
  districtsDataset,
  boundaryDataset,
  populationDataset,
  institutionsDataset,
  contractsDataset,
  effectStudiesDataset,
  priceIndexDataset,
  indicatorsDataset,
  evaluationsDataset,
  annotationsDataset,
  auditLogDataset,
  sourcesDataset,
  releasesDataset,
];

export function findDataset(id: string): Dataset | undefined {
  return datasets.find((dataset) => dataset.id === id);
}

export function datasetOf(id: DatasetId): Dataset {
  const found = findDataset(id);
  if (!found) throw new Error(`No dataset is called ${id}.`);
  return found;
}
