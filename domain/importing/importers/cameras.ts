import { type CameraRecord, cameraRecordSchema } from "#domain/camera/camera-record.ts";
import {
  type CameraPurpose,
  cameraMounts,
  cameraPurposes,
  cameraSettings,
  cameraStatuses,
  cameraTypes,
  positionMethods,
  publicationPrecisions,
} from "#domain/camera/camera-vocabulary.ts";
import { cameraDutyColumns, monitoringModes } from "#domain/importing/camera-duty-columns.ts";
import { cameraPlaceColumns } from "#domain/importing/camera-place-columns.ts";
import {
  methodWords,
  monitoringWords,
  mountWords,
  precisionWords,
  readPurpose,
  settingWords,
  statusWords,
  typeWords,
  wordReader,
} from "#domain/importing/camera-words.ts";
import { readInteger } from "#domain/importing/cell-values.ts";
import type { ImportContext, Importer, ImportReading } from "#domain/importing/importer.ts";
import { foldHeader } from "#domain/importing/match-columns.ts";
import { readHeads } from "#domain/importing/read-heads.ts";
import { readPosition } from "#domain/importing/read-position.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";

/** A city's own inventory in the registry's published schema, French or English, as a table or as features. */
export const camerasImporter: Importer<"camera"> = {
  id: "cameras",
  label: { fr: "Inventaire de caméras", en: "Camera inventory" },
  produces: "camera",
  accepts: ["table", "features"],
  columns: [...cameraPlaceColumns, ...cameraDutyColumns],
  source: {
    title: "Inventaire des caméras",
    publisher: null,
    url: null,
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "declared",
  },
  coverage: "complete",
  begin,
};

/** Columns whose name is not their field's in words: where a refusal of the record is shown. */
const columnOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...cameraPlaceColumns, ...cameraDutyColumns].map(({ name }) => [toFieldName(name), name]),
  ),
  districtCode: "district",
  authorisationReferences: "authorisations",
  heads: "directions",
};

function toFieldName(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const choices = {
  status: wordReader(cameraStatuses, statusWords),
  type: wordReader(cameraTypes, typeWords),
  setting: wordReader(cameraSettings, settingWords),
  mount: wordReader(cameraMounts, mountWords),
  position_method: wordReader(positionMethods, methodWords),
  published_precision: wordReader(publicationPrecisions, precisionWords),
  monitoring: wordReader(monitoringModes, monitoringWords),
};

const lists: Readonly<Record<keyof typeof choices, readonly string[]>> = {
  status: cameraStatuses,
  type: cameraTypes,
  setting: cameraSettings,
  mount: cameraMounts,
  position_method: positionMethods,
  published_precision: publicationPrecisions,
  monitoring: monitoringModes,
};

function begin(context: ImportContext): ImportReading<"camera"> {
  const readDistrict = districtReader(context);
  return {
    read: (row) => {
      const cells = rowCells(row);
      const columns = { x: "longitude", y: "latitude", outside: "rejected" } as const;
      const found = readPosition(row, cells, context, columns);
      const record = readRecord(cells, found.position, readDistrict(cells, found.position));
      return concludeRow(row, cells.problems, cameraRecordSchema, record, columnOf);
    },
  };
}

type Position = { longitude: number; latitude: number } | undefined;
type SaidDistrict = { code?: string; attributes?: CameraRecord["attributes"] };

/** One literal, not a spread of parts: a million rows pass here, and spreading thirty fields doubles their cost. */
function readRecord(cells: RowCells, position: Position, district: SaidDistrict) {
  const publishedPrecision = choose(cells, "published_precision");
  const precisionReason = cells.text("precision_reason");
  if ((publishedPrecision ?? "exact") !== "exact" && precisionReason === undefined)
    cells.refuse("precision_reason", "precision-reason-missing");
  return {
    reference: readReference(cells),
    status: choose(cells, "status"),
    type: choose(cells, "type"),
    setting: choose(cells, "setting"),
    mount: choose(cells, "mount"),
    label: cells.text("label"),
    address: cells.text("address"),
    districtCode: district.code,
    longitude: position?.longitude,
    latitude: position?.latitude,
    positionMethod: position && (choose(cells, "position_method") ?? "published"),
    publishedPrecision,
    precisionReason,
    precisionDecidedOn: cells.day("precision_decided_on"),
    installedOn: cells.date("installed_on"),
    commissionedOn: cells.date("commissioned_on"),
    removedOn: cells.date("removed_on"),
    operator: cells.text("operator"),
    owner: cells.text("owner"),
    controller: cells.text("controller"),
    maintainer: cells.text("maintainer"),
    purposes: readPurposes(cells),
    authorisationReferences: cells.list("authorisations"),
    retentionDays: readRetention(cells),
    monitoring: choose(cells, "monitoring"),
    algorithmicProcessing: cells.text("algorithmic_processing"),
    cameraCount: cells.integer("camera_count"),
    heads: readDirections(cells),
    attributes: readAttributes(cells, district.attributes),
    observedOn: cells.day("observed_on"),
  } satisfies { [Field in keyof CameraRecord]?: unknown };
}

/** Spreadsheets turn the number 1001 into 1001.0. */
function readReference(cells: RowCells): string | undefined {
  const said = cells.text("reference")?.replace(/^(\d+)\.0$/, "$1");
  if (said === undefined) cells.refuse("reference", "missing");
  else if (/[/?#\\\p{Cc}]/u.test(said))
    cells.refuse("reference", "forbidden-character", "/ ? # \\");
  return said;
}

function choose<Column extends keyof typeof choices>(cells: RowCells, column: Column) {
  const said = cells.text(column);
  if (said === undefined) return undefined;
  const value = choices[column](said) as ReturnType<(typeof choices)[Column]>;
  if (value === undefined) cells.refuse(column, "not-in-the-list", lists[column].join(", "));
  return value;
}

function readDirections(cells: RowCells) {
  const said = cells.text("directions");
  if (said === undefined) return undefined;
  const { heads, unreadable } = readHeads(said);
  if (unreadable.length > 0) cells.refuse("directions", "not-a-direction", unreadable.join("; "));
  return heads.length > 0 ? heads : undefined;
}

/** Lists of purposes as they are written, and what was understood: a file repeats a few of them in all of its rows. */
const understoodPurposes = new Map<string, CameraPurpose[]>();

/** Each purpose once, in the order of the law: the order of a list in a cell says nothing. */
function readPurposes(cells: RowCells): CameraPurpose[] | undefined {
  const text = cells.text("purposes");
  if (text === undefined) return undefined;
  const understood = understoodPurposes.get(text);
  if (understood) return understood;
  const before = cells.problems.length;
  const purposes = readPurposeList(cells);
  if (purposes && cells.problems.length === before && understoodPurposes.size < 1000)
    understoodPurposes.set(text, purposes);
  return purposes;
}

function readPurposeList(cells: RowCells): CameraPurpose[] | undefined {
  const said = cells.list("purposes");
  const parts = said?.flatMap((part) => (/^[\d\s,.°]+$/.test(part) ? part.split(",") : [part]));
  if (parts === undefined) return undefined;
  const found = new Set<CameraPurpose>();
  for (const part of parts) {
    const purpose = readPurpose(part);
    if (purpose) found.add(purpose);
    else cells.refuse("purposes", "not-in-the-list", part.trim());
  }
  return cameraPurposes.filter((purpose) => found.has(purpose));
}

/** "30", "30 jours". A month is not a number of days: it is refused rather than converted. */
function readRetention(cells: RowCells): number | undefined {
  const said = cells.text("retention_days")?.replace(/\s*(?:j|jours?|days?)$/i, "");
  const days = readInteger(said);
  if (days.ok) return days.value;
  cells.refuse("retention_days", days.reason);
  return undefined;
}

/** A flat object in JSON: what the published file of a city holds beside the columns. */
function readAttributes(
  cells: RowCells,
  known: CameraRecord["attributes"],
): CameraRecord["attributes"] {
  const said = cells.text("attributes");
  if (said === undefined) return known;
  const parsed = attributesSchema.safeParse(parseOrUndefined(said));
  if (!parsed.success) cells.refuse("attributes", "not-an-object", '{"name": "value"}');
  return { ...parsed.data, ...known };
}

const attributesSchema = cameraRecordSchema.shape.attributes.unwrap();

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A district by its code or its name; where the city has none yet, what the file says is kept as an attribute. */
function districtReader(context: ImportContext) {
  const codes = new Map<string, string>();
  for (const { code, name } of context.knownDistricts) codes.set(foldHeader(name), code);
  for (const { code } of context.knownDistricts) codes.set(foldHeader(code), code);
  const hint = [...new Set(codes.values())].slice(0, 30).join(", ");
  return (cells: RowCells, position: Position): SaidDistrict => {
    const said = cells.text("district");
    if (said === undefined)
      return { code: position && context.districtAt(position.longitude, position.latitude) };
    if (codes.size === 0) return { attributes: { district: said } };
    const code = codes.get(foldHeader(said));
    if (code === undefined) cells.refuse("district", "unknown-district", hint);
    return { code };
  };
}
