import type { CameraRecord } from "#domain/camera/camera-record.ts";
import { hoursWatchedStage } from "#domain/outcome/funnel-stages.ts";
import type { OutcomeDefinition, OutcomeStatistic } from "#domain/outcome/outcome-statistic.ts";
import { daysBetween, earliestDay, latestDay } from "#domain/period/partial-date.ts";
import { municipality } from "./camera-facts.ts";
import { comingStatuses } from "./camera-life.ts";
import { cityYears, municipalScope, outcomeRow } from "./outcome-rows.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

const watched: OutcomeDefinition = {
  code: "heures-regardees",
  ...hoursWatchedStage,
  unit: "heure-caméra",
  wording:
    "Heures pendant lesquelles l’image d’une caméra était devant un opérateur (donnée fictive)",
};
/** The control room watches since 2016; its software counts camera by camera since 2020. */
const since = { city: 2016, camera: 2020 };

/**
 * Hours watched live: of the whole city, then camera by camera too, zero included. Those of cameras that another
 * operator runs are not communicated, nor are they in the total of the city.
 */
export function hoursWatchedOf(cameras: readonly CameraRecord[], seed: number): OutcomeStatistic[] {
  const random = seededRandom(seed, "hours watched");
  const habits = cameras.map((camera) => ({ camera, daily: dailyHours(camera, random) }));
  return cityYears.flatMap((year) => {
    const period = String(year);
    const hours = habits.flatMap(({ camera, daily }) => {
      const days = daysServed(camera, year);
      return days <= 0 ? [] : [{ camera, hours: hoursOf(daily, days, random) }];
    });
    const total = hours.reduce((sum, { hours: own }) => sum + (own ?? 0), 0);
    const ofCity = outcomeRow(
      watched,
      municipalScope,
      { period },
      year < since.city ? "not-collected" : total,
    );
    if (year < since.camera) return [ofCity];
    const ofCameras = hours.map(
      ({ camera, hours: own }): OutcomeStatistic => ({
        ...outcomeRow(watched, municipalScope, { period }, own ?? "not-communicated"),
        areaKind: "camera",
        areaCode: camera.reference,
      }),
    );
    return [ofCity, ...ofCameras];
  });
}

/** Hours a day that a camera is before an operator; undefined where another control room has it. */
function dailyHours(
  { monitoring, operator }: CameraRecord,
  random: SeededRandom,
): number | undefined {
  const own = random.uniform();
  if (operator !== undefined && operator !== municipality) return undefined;
  if (monitoring === "live-continuous") return 17 + 6 * own;
  return monitoring === "live-partial" ? 0.1 + 4 * own ** 2 : 0;
}

function hoursOf(daily: number | undefined, days: number, random: SeededRandom) {
  if (daily === undefined) return undefined;
  return Math.min(24 * days, Math.round(daily * days * random.between(0.85, 1.15)));
}

function daysServed(
  { status, commissionedOn, installedOn, removedOn }: CameraRecord,
  year: number,
): number {
  if (comingStatuses.some(([coming]) => coming === status)) return 0;
  const first = earliestDay(commissionedOn ?? installedOn ?? `${since.camera}`);
  const last = latestDay(removedOn ?? `${year}`);
  const from = first > `${year}-01-01` ? first : `${year}-01-01`;
  const to = last < `${year}-12-31` ? last : `${year}-12-31`;
  return daysBetween(from, to) + 1;
}
