import { type CameraRecord, cameraRecordSchema } from "#domain/camera/camera-record.ts";
import { readDay, readInteger, readPartialDate, readText } from "#domain/importing/cell-values.ts";
import type {
  ImportContext,
  Importer,
  ImportReading,
  RawRow,
  RowReading,
} from "#domain/importing/importer.ts";
import { osmColumns } from "#domain/importing/osm-columns.ts";
import { osmMount, osmSetting, osmSubject, osmType } from "#domain/importing/osm-vocabulary.ts";
import { readHeads } from "#domain/importing/read-heads.ts";
import { readPosition } from "#domain/importing/read-position.ts";
import { concludeRow, rowCells } from "#domain/importing/row-cells.ts";

type Tags = Readonly<Record<string, string | null>>;

/** Surveillance cameras as OpenStreetMap's contributors surveyed them: GeoJSON, NDJSON or an Overpass reply. */
export const osmImporter: Importer<"camera"> = {
  id: "osm",
  label: { fr: "Caméras d’OpenStreetMap", en: "Cameras from OpenStreetMap" },
  produces: "camera",
  accepts: ["features", "overpass"],
  columns: osmColumns,
  source: {
    title: "OpenStreetMap",
    publisher: "OpenStreetMap",
    url: "https://www.openstreetmap.org/",
    licence: "ODbL 1.0",
    licenceUrl: "https://opendatacommons.org/licenses/odbl/1-0/",
    attribution: "© OpenStreetMap contributors",
    verification: "read",
  },
  coverage: "partial",
  begin,
};

const leftOutSubjects = {
  guard: "guard-not-camera",
  "something-else": "not-a-camera",
  "not-said": "kind-not-said",
} as const;

function begin(context: ImportContext): ImportReading<"camera"> {
  const identify = identifier();
  return {
    read: (row) => {
      const tags = tagsOf(row.cells);
      const subject = osmSubject(tags);
      if (subject !== "camera" && subject !== "number-plate") {
        return { kind: "left-out", reason: leftOutSubjects[subject] };
      }
      const cells = rowCells(row);
      const found = readPosition(row, cells, context, { x: "lon", y: "lat", outside: "left-out" });
      if ("reading" in found) return found.reading;
      if (cells.problems.length > 0) return { kind: "rejected", problems: cells.problems };
      if (!found.position) return { kind: "left-out", reason: "no-position" };
      const identity = identify(row, tags, found.position);
      if ("kind" in identity) return identity;
      const { reference } = identity;
      const { longitude, latitude } = found.position;
      const districtCode = context.districtAt(longitude, latitude);
      const where = { reference, districtCode, longitude, latitude };
      const record = toRecord(tags, subject, where, context.today);
      return concludeRow(row, cells.problems, cameraRecordSchema, record, { reference: "id" });
    },
  };
}

/** Nodes written flat carry their tags as one object. */
function tagsOf(cells: Tags): Tags {
  const { tags } = cells;
  if (!tags?.startsWith("{")) return cells;
  try {
    // It starts with a brace: whatever JSON makes of it is an object.
    const inner: object = JSON.parse(tags);
    const said = Object.entries(inner).map(([key, value]) => [key, String(value)] as const);
    return { ...cells, tags: null, ...Object.fromEntries(said) };
  } catch {
    return cells;
  }
}

type Identity = { reference: string } | RowReading<never>;

/**
 * Gives each object its reference: its OSM number, otherwise its place ("osm-at-45.4300000-4.3900000", "-2" for a
 * second one there). Same place and same tags, unless both have numbers of their own, is the same object told twice;
 * the same number with other tags is a contradiction.
 */
function identifier() {
  // One number for the usual single object, a list for the rare others: a million of them have to fit in memory.
  const atPoint = new Map<string, number | number[]>();
  const numbered = new Map<string, { line: number; signature: number }>();
  const byNumber = (line: number, reference: string, signature: number): Identity => {
    const earlier = numbered.get(reference);
    if (!earlier) {
      numbered.set(reference, { line, signature });
      return { reference };
    }
    if (earlier.signature === signature) return { kind: "left-out", reason: "exact-duplicate" };
    const problem = { line, column: "id", value: reference, reason: "duplicate-reference" };
    return { kind: "rejected", problems: [{ ...problem, hint: String(earlier.line) }] };
  };
  return (row: RawRow, tags: Tags, at: { longitude: number; latitude: number }): Identity => {
    const point = `${at.latitude.toFixed(7)}-${at.longitude.toFixed(7)}`;
    const signature = signatureOf(tags);
    const reference = numberOf(row.cells);
    const isNumbered = reference !== undefined;
    const there = atPoint.get(point);
    const neighbours = (typeof there === "number" ? [there] : (there ?? [])).map(unpack);
    const isTold = neighbours.some(
      (other) => other.signature === signature && !(isNumbered && other.isNumbered),
    );
    if (isTold) return { kind: "left-out", reason: "exact-duplicate" };
    const packed = signature * 2 + Number(isNumbered);
    atPoint.set(point, there === undefined ? packed : [there, packed].flat());
    if (isNumbered) return byNumber(row.line, reference, signature);
    const rank = neighbours.filter((other) => !other.isNumbered).length + 1;
    return { reference: `osm-at-${point}${rank === 1 ? "" : `-${rank}`}` };
  };
}

const ownNames = new Set(["id", "@id", "osm_id", "osm_type", "@type", "data_source", "lat", "lon"]);

/** A signature, and whether its object has a number of its own, in one number. */
function unpack(packed: number): { signature: number; isNumbered: boolean } {
  const signature = Math.floor(packed / 2);
  return { signature, isNumbered: packed - signature * 2 === 1 };
}

/** A number for a set of tags, whatever their order (FNV-1a, summed); compared at one point or one number only. */
function signatureOf(tags: Tags): number {
  let sum = 0;
  for (const key in tags) {
    const value = tags[key];
    if (!value || ownNames.has(key)) continue;
    let hash = 0x811c9dc5;
    const text = `${key}=${value}`;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    sum = (sum + hash) | 0;
  }
  return sum;
}

/** "123", "node/123", "way/5" → "osm-123", "osm-123", "osm-way-5": an address can't hold a slash. */
function numberOf(cells: Tags): string | undefined {
  const id = cells.id ?? cells["@id"] ?? "";
  const match = /^(?:(node|way|relation)\/)?(\d+)(?:\.0)?$/.exec(id.trim());
  if (!match) return undefined;
  const type = match[1] ?? cells.osm_type ?? cells["@type"];
  return type === "way" || type === "relation" ? `osm-${type}-${match[2]}` : `osm-${match[2]}`;
}

function toRecord(
  tags: Tags,
  subject: "camera" | "number-plate",
  where: Pick<CameraRecord, "reference" | "districtCode" | "longitude" | "latitude">,
  today: string,
) {
  const installed = readPartialDate(tags.start_date);
  const count = readInteger(tags["camera:count"] ?? tags["capacity:camera"]);
  const directions = readHeads(tags["camera:direction"] ?? tags.direction ?? "");
  const type = subject === "number-plate" ? subject : osmType(tags["camera:type"]);
  return {
    reference: where.reference,
    districtCode: where.districtCode,
    longitude: where.longitude,
    latitude: where.latitude,
    // A mapped object stands there, seen by somebody: installed and supposed to be watching, which is what the registry
    // calls in service. Whether it records is not known; the day of the survey says how fresh the statement is.
    status: tags.disused === "yes" ? "suspended" : "in-service",
    type: tags.highway === "speed_camera" ? "enforcement" : type,
    setting: osmSetting(tags.surveillance, tags["surveillance:zone"]),
    mount: osmMount(tags["camera:mount"]),
    label: within(tags.name, 300),
    address: within([tags["addr:housenumber"], tags["addr:street"]].filter(Boolean).join(" "), 300),
    positionMethod: "surveyed",
    installedOn: installed.ok ? installed.value : undefined,
    operator: within(tags.operator, 200),
    cameraCount: count.ok && count.value && count.value <= 1000 ? count.value : undefined,
    heads: directions.heads.length > 0 ? directions.heads : undefined,
    observedOn: observedOn(tags, today),
    attributes: attributesOf(tags, {
      "camera:direction": directions.unreadable.length > 0,
      direction: directions.unreadable.length > 0 && !tags["camera:direction"],
      start_date: !installed.ok,
    }),
  } satisfies { [Field in keyof CameraRecord]?: unknown };
}

/** The latest day on which somebody says to have looked. */
function observedOn(tags: Tags, today: string): string | undefined {
  const days = [tags["survey:date"], tags.check_date].flatMap((cell) => {
    const day = readDay(cell);
    return day.ok && day.value !== undefined && day.value <= today ? [day.value] : [];
  });
  return days.sort().at(-1);
}

/** Tags worth keeping as they were written; free text that may name people (note, description, phone) is not. */
const keptTags = [
  "surveillance",
  "surveillance:type",
  "surveillance:zone",
  "camera:type",
  "camera:mount",
  "camera:angle",
  "camera:model",
  "manufacturer",
  "height",
  "indoor",
  "level",
  "ref",
  "contact:webcam",
];

function attributesOf(
  tags: Tags,
  unread: Readonly<Record<string, boolean>>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const key of keptTags) {
    const value = tags[key];
    if (value) kept[key] = value.slice(0, 300);
  }
  for (const key in unread) {
    const value = tags[key];
    if (unread[key] && value) kept[key] = value.slice(0, 300);
  }
  return kept;
}

/** A text that fits its field; a longer one is a paste accident and says nothing sure. */
function within(cell: string | null | undefined, longest: number): string | undefined {
  const text = readText(cell);
  return text !== undefined && text.length <= longest ? text : undefined;
}
