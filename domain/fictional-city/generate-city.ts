import type { AuthorisationRecord } from "#domain/authorisation/authorisation-record.ts";
import type { CameraRecord } from "#domain/camera/camera-record.ts";
import type { ContractRecord } from "#domain/contract/contract-record.ts";
import type { CostLine } from "#domain/cost/cost-line.ts";
import type { PriceIndexValue } from "#domain/cost/price-index-value.ts";
import type { EffectStudy } from "#domain/effect/effect-study.ts";
import type { InstitutionFact } from "#domain/institution/institution-fact.ts";
import type { OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import type { PublishedFigure } from "#domain/published-figure/published-figure.ts";
import type { CityDescription } from "#domain/territory/city-description.ts";
import { prepareDistrictLookup } from "#domain/territory/prepare-district-lookup.ts";
import type { BoundaryRecord, PopulationCount } from "#domain/territory/territory-records.ts";
import { authorisationsOf } from "./authorisations.ts";
import { budgetLinesOf } from "./budgets.ts";
import { placesIn } from "./camera-places.ts";
import { camerasOf } from "./cameras.ts";
import { contractsOf } from "./contracts.ts";
import { costLinesOf } from "./costs.ts";
import { boundaryOf, type DrawnDistrict, districtsOf } from "./districts.ts";
import { hoursWatchedOf } from "./hours-watched.ts";
import { institutionsOf } from "./institutions.ts";
import { outcomesOf } from "./outcomes.ts";
import { drawPlan } from "./plan.ts";
import { populationsOf } from "./populations.ts";
import { priceIndexOf } from "./price-index.ts";
import { publishedFiguresOf } from "./published-figures.ts";
import { mostCamerasOfCity, regionOf } from "./region.ts";
import { seededRandom } from "./seeded-random.ts";
import { drawStreets, type Street, streetOf } from "./streets.ts";
import { studiesOf } from "./studies.ts";

export type GeneratedCity = {
  city: CityDescription;
  boundary: BoundaryRecord;
  districts: DrawnDistrict[];
  streets: Street[];
  populations: PopulationCount[];
  /** Drawn one at a time, again from the first each time it is gone through. */
  cameras: Iterable<CameraRecord>;
  authorisations: AuthorisationRecord[];
  costLines: CostLine[];
  outcomes: OutcomeStatistic[];
  publishedFigures: PublishedFigure[];
  institutions: InstitutionFact[];
  contracts: ContractRecord[];
  studies: EffectStudy[];
  priceIndex: PriceIndexValue[];
};

/**
 * Invents a city from a seed, a whole number: the same seed and number of cameras give the same records, everywhere and
 * always. With more than 5,000 cameras it is a region of communes that has cameras and orders, and neither streets,
 * accounts nor outcomes. Everything in it is fictional but the wording of the law.
 */
export function generateCity(order: { seed: number; cameras: number }): GeneratedCity {
  return order.cameras > mostCamerasOfCity ? generatedRegion(order) : generatedTown(order);
}

function descriptionOf(kind: "city" | "region"): CityDescription {
  return {
    slug: kind === "city" ? "ville-temoin" : "region-temoin",
    name: kind === "city" ? "Ville-Témoin" : "Région-Témoin",
    country: "FR",
    timezone: "Europe/Paris",
    currency: "EUR",
    kind,
    fictional: true,
  };
}

function generatedTown({ seed, cameras }: { seed: number; cameras: number }): GeneratedCity {
  const plan = drawPlan(seededRandom(seed, "plan"));
  const streets = drawStreets(plan, seededRandom(seed, "streets"));
  const districts = districtsOf(plan);
  const districtAt = prepareDistrictLookup(districts);
  const codes = districts.map(({ code }) => code);
  const list = () =>
    camerasOf(seed, cameras, placesIn(codes, districtAt, streets, seededRandom(seed, "places")));
  const drawn = [...list()];
  return {
    city: descriptionOf("city"),
    boundary: boundaryOf(plan),
    districts,
    streets: streets.map(streetOf),
    populations: populationsOf(seededRandom(seed, "populations")),
    cameras: { [Symbol.iterator]: list },
    authorisations: authorisationsOf(districts),
    costLines: [...costLinesOf(drawn, seededRandom(seed, "costs")), ...budgetLinesOf()],
    outcomes: [...outcomesOf(seed), ...hoursWatchedOf(drawn, seed)],
    publishedFigures: publishedFiguresOf(),
    institutions: institutionsOf(),
    contracts: contractsOf(),
    studies: studiesOf(),
    priceIndex: priceIndexOf(),
  };
}

function generatedRegion({ seed, cameras }: { seed: number; cameras: number }): GeneratedCity {
  return {
    city: descriptionOf("region"),
    ...regionOf(seed, cameras),
    streets: [],
    authorisations: authorisationsOf([]),
    costLines: [],
    outcomes: [],
    publishedFigures: [],
    institutions: [],
    contracts: [],
    studies: [],
    priceIndex: [],
  };
}
