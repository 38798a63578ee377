import type { ImportedRecords, RecordKind } from "#domain/importing/importer.ts";

/** Columns by their name; the registry's own bookkeeping (release, batch, source, hash) is not among them. */
export type RecordBody = Record<string, unknown>;

/** A document that a record names as its own source, apart from the file that it came in. */
export type NamedDocument = {
  key: string;
  title: string;
  url: string | null;
  verification: string;
};

export type StoredRecord = {
  key: string;
  body: RecordBody;
  observedOn: string | null;
  document?: NamedDocument;
};

/** How one kind of record is kept: its table, its columns, and what makes two records the same thing. */
export type RecordTable<Kind extends RecordKind> = {
  table: string;
  columns: readonly string[];
  /** SQL over the alias `v`, equal to `key` of the stored record. */
  keySql: string;
  store: (record: ImportedRecords[Kind]) => StoredRecord;
};

const separator = "\u001f";
const plain = (key: string, body: RecordBody): StoredRecord => ({ key, body, observedOn: null });

const columnNames = new Map<string, string>();

/** installedOn → installed_on. */
function columnName(field: string): string {
  let name = columnNames.get(field);
  if (name === undefined) {
    name = field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
    columnNames.set(field, name);
  }
  return name;
}

function toBody(record: object, except: readonly string[] = []): RecordBody {
  const body: RecordBody = {};
  for (const [field, value] of Object.entries(record)) {
    if (value !== undefined && value !== null && !except.includes(field))
      body[columnName(field)] = value;
  }
  return body;
}

function withBox(body: RecordBody): RecordBody {
  const { box, ...rest } = body;
  if (!Array.isArray(box)) return rest;
  const [west, south, east, north] = box as number[];
  return { ...rest, west, south, east, north };
}

function documentOf(record: {
  sourceTitle: string;
  sourceUrl?: string | undefined;
  verification: string;
}): NamedDocument {
  const { sourceTitle: title, sourceUrl, verification } = record;
  return {
    key: `document:${sourceUrl ?? title}`,
    title,
    url: sourceUrl ?? null,
    verification,
  };
}

const documentFields = ["sourceTitle", "sourceUrl", "verification"];

export const recordTables: { [Kind in RecordKind]: RecordTable<Kind> } = {
  camera: {
    table: "camera_version",
    columns: [
      "reference",
      "status",
      "type",
      "setting",
      "mount",
      "label",
      "address",
      "district_code",
      "longitude",
      "latitude",
      "position_method",
      "published_precision",
      "precision_reason",
      "precision_decided_on",
      "installed_on",
      "commissioned_on",
      "removed_on",
      "operator",
      "owner",
      "controller",
      "maintainer",
      "purposes",
      "authorisation_references",
      "retention_days",
      "monitoring",
      "algorithmic_processing",
      "camera_count",
      "heads",
      "attributes",
    ],
    keySql: "v.reference",
    store: (record) => ({
      key: record.reference,
      body: toBody(record, ["observedOn"]),
      observedOn: record.observedOn ?? null,
    }),
  },
  district: {
    table: "district",
    columns: ["code", "name", "kind", "geometry", "area_m2", "west", "south", "east", "north"],
    keySql: "v.code",
    store: (record) => plain(record.code, withBox(toBody(record))),
  },
  boundary: {
    table: "boundary",
    columns: ["geometry", "area_m2", "west", "south", "east", "north"],
    keySql: "''",
    store: (record) => plain("", withBox(toBody(record))),
  },
  population: {
    table: "population_count",
    columns: ["district_code", "year", "inhabitants", "definition"],
    keySql: `concat(v.district_code, E'\\x1f', v.year)`,
    store: (record) =>
      plain([record.districtCode ?? "", record.year].join(separator), toBody(record)),
  },
  "cost-line": {
    table: "cost_line",
    columns: [
      "reference",
      "label",
      "kind",
      "family",
      "account",
      "period_from",
      "period_to",
      "status",
      "basis",
      "amount_cents",
      "vat_cents",
      "vat_included",
      "currency",
      "target_kind",
      "target_references",
      "commissioned_on",
      "useful_life_years",
      "payee",
      "contract_reference",
      "funder",
      "rule",
      "document",
    ],
    keySql: "v.reference",
    store: (record) => plain(record.reference, toBody(record)),
  },
  "outcome-statistic": {
    table: "outcome_statistic",
    columns: [
      "definition_id",
      "scope",
      "area_kind",
      "area_code",
      "period_from",
      "period_to",
      "category",
      "result",
      "state",
      "value",
    ],
    keySql: `concat((SELECT code FROM outcome_definition WHERE id = v.definition_id), E'\\x1f', v.scope, E'\\x1f',
      v.area_kind, E'\\x1f', v.area_code, E'\\x1f', v.period_from, E'\\x1f', v.period_to, E'\\x1f', v.category,
      E'\\x1f', v.result)`,
    store: (record) =>
      plain(
        [
          record.definition.code,
          record.scope,
          record.areaKind,
          record.areaCode ?? "",
          record.periodFrom,
          record.periodTo,
          record.category ?? "",
          record.result ?? "",
        ].join(separator),
        { ...toBody(record, ["definition"]), definition_code: record.definition.code },
      ),
  },
  authorisation: {
    table: "authorisation",
    columns: [
      "order_number",
      "gazette_act",
      "gazette",
      "gazette_on",
      "gazette_url",
      "authority",
      "holder",
      "kind",
      "perimeter_name",
      "perimeter",
      "granted_on",
      "term_years",
      "expires_on",
      "cameras_authorised",
      "retention_days",
      "purposes",
      "note",
    ],
    keySql: "v.order_number",
    store: (record) => plain(record.orderNumber, { purposes: [], ...toBody(record) }),
  },
  "published-figure": {
    table: "published_figure",
    columns: [
      "reference",
      "measure",
      "place",
      "value",
      "unit",
      "qualifier",
      "period_text",
      "period_from",
      "period_to",
      "scope",
      "definition",
    ],
    keySql: "v.reference",
    store: (record) => ({
      ...plain(record.reference, toBody(record, [...documentFields, "sourceKind"])),
      document: documentOf(record),
    }),
  },
  "institution-fact": {
    table: "institution_fact",
    columns: ["reference", "kind", "happened_on", "statement_fr", "statement_en"],
    keySql: "v.reference",
    store: (record) => ({
      ...plain(record.reference, toBody(record, documentFields)),
      document: documentOf(record),
    }),
  },
};

/** Every table that makes up what a city has published, in the order in which the content hash takes them. */
export const recordKinds = Object.keys(recordTables) as RecordKind[];
