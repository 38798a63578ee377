import {
  type CameraPurpose,
  cameraPurposes,
  cameraStatuses,
  cameraTypes,
  type PublicationPrecision,
  publicationPrecisions,
} from "#domain/camera/camera-vocabulary.ts";
import { authorisationStates } from "#domain/compliance/authorisation-state.ts";
import { present } from "#domain/presence/present.ts";
import type { FilterableCamera } from "./camera-filter.ts";
import {
  type CostPerOutcomeBand,
  costBands,
  costPerOutcomeBands,
  directionSectors,
  outcomeBands,
} from "./map-vocabulary.ts";

/** One camera as the public map shows it: position as published, private fields already left out. */
export type MapCamera = Omit<FilterableCamera, "words"> & {
  reference: string;
  /** Degrees, WGS 84. */
  longitude: number;
  latitude: number;
  costPerOutcome: CostPerOutcomeBand;
  /** Directions that the city has decided to publish, in degrees clockwise from north. */
  heads: readonly { from?: number | undefined; to?: number | undefined }[];
  precision: PublicationPrecision;
};

/** What the first file holds, drawn as soon as it is there. */
export const coreColumns: readonly string[] = ["status", "type", "operator", "year"];
/** What the second file adds. */
export const detailColumns: readonly string[] = [
  "district",
  "purpose",
  "authorisation",
  "cost",
  "outcome",
  "costPerOutcome",
  "direction",
  "precision",
];
/** What the third file adds, needed only to name a camera. */
export const nameColumns: readonly string[] = ["reference"];

type CodeColumn = {
  name: string;
  kind: "codes" | "bits";
  values: Uint8Array | Uint16Array;
  dictionary: readonly string[];
};
type TextColumn = { name: string; kind: "text"; values: readonly string[] };

export type CameraColumns = {
  count: number;
  positions: { latitude: Int32Array; longitude: Int32Array };
  columns: (CodeColumn | TextColumn)[];
};

/** Gathers cameras, one after the other, into columns of small integers. */
export function createCameraColumns() {
  const longitude: number[] = [];
  const latitude: number[] = [];
  const references: string[] = [];
  const operators = dictionaryColumn();
  const districts = dictionaryColumn();
  const years = dictionaryColumn();
  const coded = codedColumns();
  return {
    add(camera: MapCamera): void {
      longitude.push(Math.round(camera.longitude * 1e5));
      latitude.push(Math.round(camera.latitude * 1e5));
      references.push(camera.reference);
      operators.add(camera.operator ?? "");
      districts.add(camera.district ?? "");
      years.add(String(camera.year));
      for (const column of coded) column.values.push(column.code(camera));
    },
    finish(): CameraColumns {
      return {
        count: references.length,
        positions: {
          longitude: Int32Array.from(longitude),
          latitude: Int32Array.from(latitude),
        },
        columns: [
          operators.finish("operator"),
          districts.finish("district"),
          years.finish("year"),
          ...coded.map(({ name, kind, dictionary, values }) => ({
            name,
            kind,
            dictionary,
            values: kind === "bits" ? Uint16Array.from(values) : Uint8Array.from(values),
          })),
          { name: "reference", kind: "text", values: references },
        ],
      };
    },
  };
}

function codedColumns() {
  const codes = <Value extends string>(
    name: string,
    dictionary: readonly Value[],
    value: (camera: MapCamera) => Value,
  ) => ({
    name,
    kind: "codes" as const,
    dictionary,
    values: [] as number[],
    code: (camera: MapCamera) => Math.max(0, dictionary.indexOf(value(camera))),
  });
  const bits = (
    name: string,
    dictionary: readonly string[],
    code: (camera: MapCamera) => number,
  ) => ({ name, kind: "bits" as const, dictionary, values: [] as number[], code });
  return [
    codes("status", cameraStatuses, (camera) => camera.status),
    codes("type", cameraTypes, (camera) => camera.type),
    codes("authorisation", authorisationStates, (camera) => camera.authorisation),
    codes("cost", costBands, (camera) => camera.cost),
    codes("outcome", outcomeBands, (camera) => camera.outcome),
    codes("costPerOutcome", costPerOutcomeBands, (camera) => camera.costPerOutcome),
    codes("precision", publicationPrecisions, (camera) => camera.precision),
    bits("purpose", cameraPurposes, (camera) => purposeBits(camera.purposes)),
    bits("direction", sectorNames, (camera) => sectorBits(camera.heads)),
  ];
}

const sectorNames: readonly string[] = Array.from({ length: directionSectors }, (_, sector) =>
  String((sector * 360) / directionSectors),
);

/** Bit n is set for the n-th purpose of CSI L251-2. */
export function purposeBits(purposes: readonly CameraPurpose[]): number {
  return purposes.reduce((bits, purpose) => bits | (1 << cameraPurposes.indexOf(purpose)), 0);
}

/**
 * Bit n is set when a head looks into the sector centred on n × 22.5°; a range sets every sector it crosses,
 * clockwise. No bit: no public direction.
 */
export function sectorBits(heads: MapCamera["heads"]): number {
  let bits = 0;
  for (const { from, to = from } of heads) {
    if (from === undefined || to === undefined) continue;
    const width = 360 / directionSectors;
    const first = Math.round(from / width);
    const last = Math.round((from + ((((to - from) % 360) + 360) % 360)) / width);
    for (let sector = first; sector <= last; sector++) bits |= 1 << (sector % directionSectors);
    if (to - from >= 360) bits = 2 ** directionSectors - 1;
  }
  return bits;
}

/** A column of free names, coded in alphabetical order once all are known; "" is the unknown, code 0. */
function dictionaryColumn() {
  const codes: number[] = [];
  const seen = new Map<string, number>([["", 0]]);
  return {
    add(name: string): void {
      const code = seen.get(name) ?? seen.size;
      seen.set(name, code);
      codes.push(code);
    },
    finish(column: string): CodeColumn {
      const names = [...seen.keys()];
      const dictionary = [...names].sort((a, b) => (a < b ? -1 : Number(a > b)));
      const rank = new Map(dictionary.map((name, i) => [name, i]));
      const recode = names.map((name) => present(rank.get(name)));
      const values = codes.map((code) => present(recode[code]));
      return {
        name: column,
        kind: "codes",
        dictionary,
        values: dictionary.length > 256 ? Uint16Array.from(values) : Uint8Array.from(values),
      };
    },
  };
}
