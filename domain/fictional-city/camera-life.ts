import type { CameraRecord } from "#domain/camera/camera-record.ts";
import type { CameraStatus } from "#domain/camera/camera-vocabulary.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Day on which the fictional city stated its inventory. */
export const statedOn = "2026-06-30";
/** Cameras put up before this year may have been taken down since. */
const oldUntil = 2018;

const currentStatuses: readonly (readonly [CameraStatus, number])[] = [
  ["in-service", 92],
  ["out-of-order", 5],
  ["degraded", 2],
  ["suspended", 1],
];
export const comingStatuses: readonly (readonly [CameraStatus, number])[] = [
  ["planned", 5],
  ["approved", 2],
  ["authorisation-requested", 2],
  ["under-construction", 1],
];

type Life = Pick<CameraRecord, "installedOn" | "commissionedOn" | "removedOn"> & {
  status: CameraStatus;
};

/**
 * State and dates of a camera decided for a year; without a year it is still to come. Three dates in a hundred are not
 * known, and others are known to the month or the year only.
 */
export function lifeOf(year: number | undefined, random: SeededRandom): Life {
  if (year === undefined) return { status: random.choose(comingStatuses) };
  const isGone = year < oldUntil && random.chance(0.1);
  const status = isGone ? random.choose(goneStatuses) : random.choose(currentStatuses);
  const removedOn = isGone
    ? { removedOn: dayOf(random.integer(2021, 2025), random.integer(1, 12), random.integer(1, 28)) }
    : {};
  return { status, ...datesOf(year, random), ...removedOn };
}

const goneStatuses: readonly (readonly [CameraStatus, number])[] = [
  ["removed", 70],
  ["replaced", 30],
];

/** Put up from January to October, in service within weeks, so always in the same year. */
function datesOf(year: number, random: SeededRandom): Partial<CameraRecord> {
  const month = random.integer(1, 10);
  const installed = dayOf(year, month, random.integer(1, 28));
  const commissioned = dayOf(year, month + random.integer(1, 2), random.integer(1, 28));
  const kind = random.choose([
    ["both", 62],
    ["installed", 20],
    ["month", 9],
    ["year", 6],
    ["unknown", 3],
  ] as const);
  switch (kind) {
    case "both":
      return { installedOn: installed, commissionedOn: commissioned };
    case "installed":
      return { installedOn: installed };
    case "month":
      return { installedOn: installed.slice(0, 7) };
    case "year":
      return { installedOn: installed.slice(0, 4) };
    case "unknown":
      return {};
  }
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const precisions = [
  ["exact", 965],
  ["street", 20],
  ["district", 10],
  ["hidden", 5],
] as const;
const reasons = {
  street: "Caméra proche d’un foyer d’hébergement : position publiée à la rue (motif fictif).",
  district: "Caméra posée pour une opération limitée dans le temps (motif fictif).",
  hidden: "Site sensible désigné par la préfecture (motif fictif).",
} as const;

/** How precisely the position is published, with the reason that any restriction needs. */
export function precisionOf(random: SeededRandom): Partial<CameraRecord> {
  const precision = random.choose(precisions);
  if (precision === "exact") return {};
  return {
    publishedPrecision: precision,
    precisionReason: reasons[precision],
    precisionDecidedOn: "2025-02-03",
  };
}
