import canonicalize from "canonicalize";
import { present } from "#domain/presence/present.ts";
import type { CellValue, DatasetId } from "./dataset.ts";

/** The form below. 1 was over the records as they were imported, which only the producer has. */
export const contentForm = 2;

/**
 * The datasets of facts that the content of a release is made of, with the columns that are hashed. Written out: a column that is
 * published later changes no hash of an earlier release. Left out: what is computed (indicators), what goes on between two
 * releases (opinions, annotations, the log), and of the outcomes the list of their documents.
 */
export const contentColumns = {
  authorisations: [
    "authority",
    "cameras_authorised",
    "expires_on",
    "gazette",
    "gazette_act",
    "gazette_on",
    "gazette_url",
    "granted_on",
    "holder",
    "kind",
    "note",
    "order_number",
    "perimeter_name",
    "purposes",
    "retention_days",
    "source",
    "term_years",
  ],
  boundary: ["area_m2", "geometry", "source"],
  cameras: [
    "address",
    "algorithmic_processing",
    "attributes",
    "authorisations",
    "camera_count",
    "commissioned_on",
    "controller",
    "directions",
    "district",
    "installed_on",
    "label",
    "latitude",
    "longitude",
    "maintainer",
    "monitoring",
    "mount",
    "operator",
    "owner",
    "position_method",
    "precision_decided_on",
    "precision_reason",
    "published_precision",
    "purposes",
    "reference",
    "removed_on",
    "retention_days",
    "setting",
    "source",
    "status",
    "type",
  ],
  contracts: [
    "amount",
    "cpv",
    "currency",
    "duration_months",
    "holders",
    "nature",
    "notified_on",
    "procedure",
    "reference",
    "source",
    "title",
    "url",
  ],
  costs: [
    "account",
    "allocation_key",
    "amount",
    "basis",
    "commissioned_on",
    "contract_reference",
    "currency",
    "document",
    "family",
    "function_code",
    "funder",
    "grant_cameras",
    "grant_eligible",
    "grant_notified",
    "grant_scheme",
    "kind",
    "label",
    "operation",
    "payee",
    "payee_siret",
    "period_from",
    "period_to",
    "reference",
    "rule",
    "source",
    "status",
    "target_kind",
    "target_references",
    "useful_life_years",
    "vat",
    "vat_included",
  ],
  districts: ["area_m2", "code", "geometry", "kind", "name", "source"],
  "effect-studies": [
    "after_from",
    "after_to",
    "before_from",
    "before_to",
    "category",
    "chosen_after_peak",
    "co_interventions",
    "control",
    "control_ring",
    "controls_comparable",
    "definition_code",
    "harm_source",
    "harm_weights",
    "note",
    "objective",
    "other_measures",
    "published_control_change",
    "published_treated_change",
    "reference",
    "ring",
    "source",
    "start_kind",
    "started_on",
    "title_en",
    "title_fr",
    "treated",
  ],
  institutions: [
    "happened_on",
    "kind",
    "reference",
    "source",
    "source_title",
    "source_url",
    "statement_en",
    "statement_fr",
    "verification",
  ],
  outcomes: [
    "area",
    "area_kind",
    "band_from",
    "band_to",
    "category",
    "definition",
    "definition_code",
    "funnel",
    "period",
    "result",
    "scope",
    "stage",
    "state",
    "table",
    "unit",
    "value",
    "year",
  ],
  population: ["definition", "district_code", "inhabitants", "source", "year"],
  "price-index": ["base", "name", "source", "value", "year"],
  "published-figures": [
    "definition",
    "measure",
    "period",
    "place",
    "qualifier",
    "reference",
    "scope",
    "source",
    "source_title",
    "source_url",
    "unit",
    "value",
    "verification",
  ],
} as const satisfies Partial<Record<DatasetId, readonly string[]>>;

export type ContentDataset = keyof typeof contentColumns;

/** Whether a column is part of the content hash of a release. */
export function isHashed(dataset: DatasetId, column: string): boolean {
  const columns: Partial<Record<DatasetId, readonly string[]>> = contentColumns;
  return columns[dataset]?.includes(column) ?? false;
}

export const contentDatasets = Object.keys(contentColumns) as ContentDataset[];

/** SHA-256 of each dataset, in hexadecimal. */
export type ContentDigests = Readonly<Record<ContentDataset, string>>;

/**
 * The text of a row that is hashed: canonical JSON (RFC 8785) of the hashed columns that hold something.
 *
 * `row`: as a line of the NDJSON file says it, amounts in the currency's unit.
 */
export function contentRow(
  dataset: ContentDataset,
  row: Readonly<Record<string, CellValue>>,
): string {
  const parts: string[] = [];
  // The names are in the order that RFC 8785 asks for: no row has to be sorted.
  for (const name of contentColumns[dataset]) {
    const value = row[name];
    if (value === null || value === undefined) continue;
    const text = typeof value === "object" ? present(canonicalize(value)) : JSON.stringify(value);
    parts.push(`"${name}":${text}`);
  }
  return `{${parts.join(",")}}`;
}

/** The text whose SHA-256 is the content hash of a release: the form, then one line per dataset, in the order of their names. */
export function contentText(digests: ContentDigests): string {
  const lines = contentDatasets.map((dataset) => `${dataset} ${digests[dataset]}\n`);
  return `contrechamp release content ${contentForm}\n${lines.join("")}`;
}
