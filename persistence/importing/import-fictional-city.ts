import type { AuditActor } from "#domain/audit/audit-vocabulary.ts";
import { generateCity } from "#domain/fictional-city/generate-city.ts";
import type { ImportedRecords, RecordKind } from "#domain/importing/importer.ts";
import { cityDescriptionSchema } from "#domain/territory/city-description.ts";
import { writeCity } from "../city-writes.ts";
import type { WriteSql } from "../database.ts";
import { importKnownRecords } from "./import-known-records.ts";

export type FictionalCityOrder = {
  seed: number;
  cameras: number;
  /** Absent: Ville-Témoin itself. */
  slug?: string;
  actor: AuditActor;
};

/** What each part of the fictional city is called among the sources of a page. */
const titles: Readonly<Record<RecordKind, string>> = {
  boundary: "Contour de la ville fictive",
  district: "Quartiers fictifs",
  population: "Population fictive",
  authorisation: "Arrêtés d’autorisation fictifs",
  camera: "Inventaire fictif des caméras",
  "cost-line": "Comptes fictifs",
  "outcome-statistic": "Statistiques fictives d’usage des images",
  "published-figure": "Chiffres publiés fictifs",
  "institution-fact": "Institutions fictives",
  contract: "Marchés fictifs",
  "effect-study": "Études avant/après déclarées de la ville fictive",
  "price-index": "Indice fictif des prix",
};

const source = {
  publisher: "Contrechamp",
  url: null,
  licence: "CC0 1.0",
  licenceUrl: "https://creativecommons.org/publicdomain/zero/1.0/",
  attribution: null,
  verification: "generated",
} as const;

/** Generates a fictional city of any size and brings it in like any other, one release per kind of record. */
export async function importFictionalCity(sql: WriteSql, order: FictionalCityOrder): Promise<void> {
  const generated = generateCity({ seed: order.seed, cameras: order.cameras });
  const description = cityDescriptionSchema.parse({
    slug: order.slug ?? "ville-temoin",
    name: order.slug === undefined ? "Ville-Témoin" : `Ville-Témoin (${order.cameras})`,
    country: "FR",
    timezone: "Europe/Paris",
    currency: "EUR",
    kind: generated.city.kind,
    fictional: true,
  });
  const city = { ...(await writeCity(sql, description, order.actor)), slug: description.slug };
  const bring = <Kind extends RecordKind>(kind: Kind, records: Iterable<ImportedRecords[Kind]>) =>
    importKnownRecords(sql, {
      city,
      kind,
      preset: "generated",
      source: { ...source, title: titles[kind] },
      identity: {
        name: `${kind} of seed ${order.seed}`,
        text: `${kind} ${order.seed} ${order.cameras}`,
      },
      records,
      observedOn: null,
      note: `Fictional data, seed ${order.seed}`,
      actor: order.actor,
    });
  await bring("boundary", [generated.boundary]);
  await bring("district", generated.districts);
  await bring("population", generated.populations);
  await bring("authorisation", generated.authorisations);
  await bring("camera", generated.cameras);
  await bring("cost-line", generated.costLines);
  await bring("outcome-statistic", generated.outcomes);
  await bring("published-figure", generated.publishedFigures);
  await bring("institution-fact", generated.institutions);
  await bring("contract", generated.contracts);
  await bring("effect-study", generated.studies);
  await bring("price-index", generated.priceIndex);
}
