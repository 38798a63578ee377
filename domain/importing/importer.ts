import type { AuthorisationRecord } from "#domain/authorisation/authorisation-record.ts";
import type { CameraRecord } from "#domain/camera/camera-record.ts";
import type { ContractRecord } from "#domain/contract/contract-record.ts";
import type { CostLine } from "#domain/cost/cost-line.ts";
import type { PriceIndexValue } from "#domain/cost/price-index-value.ts";
import type { EffectStudy } from "#domain/effect/effect-study.ts";
import type { InstitutionFact } from "#domain/institution/institution-fact.ts";
import type { OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import type { PublishedFigure } from "#domain/published-figure/published-figure.ts";
import type {
  BoundaryRecord,
  DistrictRecord,
  PopulationCount,
} from "#domain/territory/territory-records.ts";
import type { PlacedPoint } from "./placed-point.ts";

/** What importers can produce. */
export type ImportedRecords = {
  camera: CameraRecord;
  district: DistrictRecord;
  boundary: BoundaryRecord;
  population: PopulationCount;
  "cost-line": CostLine;
  "outcome-statistic": OutcomeStatistic;
  authorisation: AuthorisationRecord;
  "published-figure": PublishedFigure;
  "institution-fact": InstitutionFact;
  contract: ContractRecord;
  "effect-study": EffectStudy;
  "price-index": PriceIndexValue;
};
export type RecordKind = keyof ImportedRecords;

/** A row as the format floor hands it over. `fields` are the cells in order, before any naming, for ragged tables. */
export type RawRow = {
  line: number;
  cells: Readonly<Record<string, string | null>>;
  fields?: readonly string[];
  geometry?: unknown;
};

/** Why a row is refused: named by line, column, value and reason (a stable code, worded per language). */
export type RowProblem = {
  line: number;
  column: string | null;
  value: string | null;
  reason: string;
  hint?: string;
};

/** What reading one row gives: records, a refusal, or nothing on purpose (counted under its reason). */
export type RowReading<Kind extends RecordKind> =
  | { kind: "records"; records: readonly ImportedRecords[Kind][] }
  | { kind: "rejected"; problems: readonly RowProblem[] }
  | { kind: "left-out"; reason: string };

/** What an importer may know of the city it reads for. Pure data and pure functions, prepared by the use-case. */
export type ImportContext = {
  city: {
    slug: string;
    name: string;
    country: string;
    currency: string;
    officialCode: string | null;
    kind: "city" | "region";
  };
  /** Turns the file's coordinates (degrees, Lambert-93…) into WGS 84 and says on which side of the outline they fall. */
  place: (x: number, y: number) => PlacedPoint;
  districtAt: (longitude: number, latitude: number) => string | undefined;
  knownDistricts: readonly { code: string; name: string }[];
  /** Named options of the command line, e.g. { crossings: …rows of the second file… }. */
  tables: Readonly<Record<string, readonly RawRow[]>>;
  options: Readonly<Record<string, string>>;
  /** Headers of the table being read, after --mapping was applied. */
  headers: readonly string[];
  today: string;
};

/** A reading in progress: `read` per row in file order, then `finish` once (aggregates are handed over there). */
export type ImportReading<Kind extends RecordKind> = {
  read: (row: RawRow) => RowReading<Kind>;
  finish?: () => readonly RowReading<Kind>[];
  /** Numbers worth telling: { located-by-crossing: 905, located-by-street: 211, … }. */
  tallies?: () => Readonly<Record<string, number>>;
};

/** What the file is, unless the command line says otherwise. Shown on /credits and wherever its facts are. */
export type SourceDescription = {
  title: string;
  publisher: string | null;
  url: string | null;
  licence: string | null;
  licenceUrl: string | null;
  attribution: string | null;
  verification: "read" | "secondary" | "declared" | "generated";
};

export type ColumnDescription = {
  name: string;
  /** Other spellings found in real files; compared without case, accents and punctuation. */
  aliases?: readonly string[];
  required?: boolean;
  type:
    | "string"
    | "number"
    | "integer"
    | "date"
    | "boolean"
    | "list"
    | "enum"
    | "money"
    | "json"
    | "geometry";
  values?: readonly string[];
  unit?: string;
  description: { fr: string; en: string };
};

/** One preset: one file in domain/importing/importers/, one entry in the registry. */
export type Importer<Kind extends RecordKind = RecordKind> = {
  id: string;
  label: { fr: string; en: string };
  produces: Kind;
  /** Format families that the preset reads. */
  accepts: readonly ("table" | "features" | "overpass")[];
  columns: readonly ColumnDescription[];
  /** Second files that it can use: { crossings: "Street crossings with coordinates" }. */
  auxiliaryTables?: Readonly<Record<string, string>>;
  options?: Readonly<Record<string, string>>;
  source: SourceDescription;
  /** Whether the file speaks for everything of its kind in the city: decides "not in this file". */
  coverage: "complete" | "partial";
  begin: (context: ImportContext) => ImportReading<Kind>;
};
