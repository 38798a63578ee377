import type { Dataset } from "../dataset.ts";
import { tableSchemaOf } from "./table-schema.ts";

/** What the files of a release say of themselves. */
export type ReleasedCity = {
  readonly slug: string;
  readonly name: string;
  readonly fictional: boolean;
  readonly release: number;
  /** ISO instant. */
  readonly publishedAt: string;
  readonly contentHash: string;
  /** Public origin; "" where none is known. */
  readonly origin: string;
};

export type UsedLicence = { readonly licence: string; readonly url: string | null };

function titleOf({ name, release }: ReleasedCity): string {
  return `Vidéosurveillance de ${name}, version ${release}`;
}

export function pageOf({ origin, slug }: ReleasedCity): string {
  return `${origin}/${slug}/data`;
}

/** A Frictionless Data Package: the CSV files of a release with their schemas and the licences of their sources. */
export function dataPackageOf(
  city: ReleasedCity,
  datasets: readonly Dataset[],
  licences: readonly UsedLicence[],
) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `${city.slug}-video-surveillance`,
    title: titleOf(city),
    homepage: pageOf(city),
    version: String(city.release),
    created: city.publishedAt,
    contentHash: `sha256:${city.contentHash}`,
    licenses: licences.map(({ licence, url }) => ({
      title: licence,
      ...(url === null ? {} : { path: url }),
    })),
    resources: datasets.map((dataset) => ({
      name: dataset.id,
      path: `${dataset.id}.csv`,
      title: dataset.title.fr,
      description: dataset.description.fr,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { delimiter: ",", lineTerminator: "\r\n", header: true },
      schema: tableSchemaOf(dataset),
    })),
  };
}

/** How a release is cited, in the Citation File Format. JSON strings are YAML strings: no name can break out of them. */
export function citationOf(city: ReleasedCity): string {
  const lines = [
    "cff-version: 1.2.0",
    "message: Pour citer ces données / To cite these data",
    "type: dataset",
    `title: ${JSON.stringify(titleOf(city))}`,
    `authors:\n  - name: ${JSON.stringify(city.name)}`,
    `version: ${JSON.stringify(String(city.release))}`,
    `date-released: ${city.publishedAt.slice(0, 10)}`,
    ...(city.origin === ""
      ? []
      : [`url: ${JSON.stringify(`${pageOf(city)}?release=${city.release}`)}`]),
    `identifiers:\n  - type: other\n    value: "sha256:${city.contentHash}"`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The same in a sentence. */
export function citationSentence(city: ReleasedCity): string {
  return `${city.name}, « ${titleOf(city)} », ${city.publishedAt.slice(0, 10)}, SHA-256 ${city.contentHash.slice(0, 16)}…`;
}
