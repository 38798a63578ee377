import type { Dataset } from "../dataset.ts";
import { datasets } from "../declared/registry.ts";
import { pageOf, type ReleasedCity, type UsedLicence } from "./city-files.ts";
import { filesOf, rowFormats } from "./data-file.ts";

const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

const inBoth = ({ fr, en }: { fr: string; en: string }) => [
  { "@value": fr, "@language": "fr" },
  { "@value": en, "@language": "en" },
];
const instant = (value: string) => ({ "@value": value, "@type": "xsd:dateTime" });
const at = (id: string) => ({ "@id": id });

/** IANA names, as DCAT asks for them. */
const media = (mediaType: string) =>
  at(`https://www.iana.org/assignments/media-types/${mediaType.split(";")[0]}`);

/** Address of a file of a release. */
export function fileAddress({ origin, slug, release }: ReleasedCity, name: string): string {
  return `${origin}/${slug}/data/${release}/${name}`;
}

function distributionsOf(city: ReleasedCity, dataset: Dataset) {
  const files = filesOf(dataset).filter(({ format }) =>
    (rowFormats as readonly string[]).includes(format),
  );
  return [
    ...files.map(({ name, mediaType }) => ({
      "@id": fileAddress(city, name),
      "@type": "dcat:Distribution",
      "dct:title": name,
      "dcat:downloadURL": at(fileAddress(city, name)),
      "dcat:accessURL": at(pageOf(city)),
      "dcat:mediaType": media(mediaType),
      "dct:issued": instant(city.publishedAt),
    })),
    {
      "@id": `${city.origin}/api/v1/cities/${city.slug}/${dataset.id}`,
      "@type": "dcat:Distribution",
      "dct:title": "API",
      "dcat:accessURL": at(`${city.origin}/api/v1/cities/${city.slug}/${dataset.id}`),
      "dcat:accessService": {
        "@id": `${city.origin}/api/v1`,
        "@type": "dcat:DataService",
        "dct:title": "Contrechamp API",
        "dcat:endpointURL": at(`${city.origin}/api/v1`),
        "dcat:endpointDescription": at(`${city.origin}/api/v1/openapi.json`),
      },
    },
  ];
}

function datasetOfCity(city: ReleasedCity, dataset: Dataset, licences: readonly UsedLicence[]) {
  return {
    "@id": `${pageOf(city)}#${dataset.id}`,
    "@type": "dcat:Dataset",
    "dct:identifier": `${city.slug}/${dataset.id}`,
    "dct:title": inBoth({
      fr: `${dataset.title.fr} – ${city.name}`,
      en: `${dataset.title.en} – ${city.name}`,
    }),
    "dct:description": inBoth(dataset.description),
    "dcat:landingPage": at(pageOf(city)),
    "dct:modified": instant(city.publishedAt),
    "dcat:version": String(city.release),
    "dct:publisher": { "@type": "foaf:Agent", "foaf:name": city.name },
    "dct:license": licences.flatMap(({ url }) => (url === null ? [] : [at(url)])),
    "dct:rights": licences.map(({ licence }) => licence),
    "dcat:distribution": distributionsOf(city, dataset),
  };
}

export type CataloguedCity = {
  readonly city: ReleasedCity;
  readonly licences: readonly UsedLicence[];
};

/** Every dataset of every city in DCAT-AP, for portals to harvest. Invented cities are not offered to them. */
export function catalogueOf(cities: readonly CataloguedCity[], origin: string) {
  return {
    "@context": prefixes,
    "@id": `${origin}/data`,
    "@type": "dcat:Catalog",
    "dct:title": inBoth({
      fr: "Contrechamp : données de vidéosurveillance",
      en: "Contrechamp: video surveillance data",
    }),
    "dct:description": inBoth({
      fr: "Ce que des villes publient de leur vidéosurveillance, version par version.",
      en: "What cities publish of their video surveillance, release by release.",
    }),
    "foaf:homepage": at(`${origin}/data`),
    "dct:publisher": { "@type": "foaf:Agent", "foaf:name": "Contrechamp" },
    "dct:language": [
      at("http://publications.europa.eu/resource/authority/language/FRA"),
      at("http://publications.europa.eu/resource/authority/language/ENG"),
    ],
    "dcat:dataset": cities
      .filter(({ city }) => !city.fictional)
      .flatMap(({ city, licences }) =>
        datasets.map((dataset) => datasetOfCity(city, dataset, licences)),
      ),
  };
}

/** What a search engine reads of a city's page (schema.org). */
export function schemaOrgOf(
  city: ReleasedCity,
  licences: readonly UsedLicence[],
  words: { name: string; description: string; language: string },
) {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: words.name,
    description: words.description,
    inLanguage: words.language,
    url: pageOf(city),
    version: String(city.release),
    datePublished: city.publishedAt,
    isAccessibleForFree: true,
    identifier: `sha256:${city.contentHash}`,
    creator: { "@type": "Organization", name: city.name },
    license: licences.map(({ licence, url }) => url ?? licence),
    spatialCoverage: { "@type": "Place", name: city.name },
    distribution: datasets.flatMap((dataset) =>
      filesOf(dataset)
        .filter(({ format }) => (rowFormats as readonly string[]).includes(format))
        .map(({ name, mediaType }) => ({
          "@type": "DataDownload",
          name,
          encodingFormat: mediaType.split(";")[0],
          contentUrl: fileAddress(city, name),
        })),
    ),
  };
}
