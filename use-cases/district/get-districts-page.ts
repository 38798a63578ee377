import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import {
  camerasPerThousandInhabitants,
  type Inhabitants,
  nearestPopulation,
} from "#domain/indicator/cameras-per-inhabitant.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import { byDistrict } from "#domain/territory/by-district.ts";
import { dayOfReading } from "#formats/wording/day-of-reading.ts";
import { type CameraCounts, countCameras } from "#persistence/camera-queries.ts";
import {
  type City,
  type DistrictRow,
  findCity,
  listDistricts,
  listPopulation,
  releaseOf,
} from "#persistence/city-queries.ts";
import { readSql } from "#persistence/database.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

export type DistrictLine = {
  code: string;
  name: string;
  /** Undefined where the cameras of the city are not known by district. */
  inService: number | undefined;
  population: Inhabitants | undefined;
  perThousandInhabitants: Measure;
  areaM2: number | null;
  /** Cameras in service per km². */
  perKm2: number | undefined;
};

export type DistrictsPage = {
  city: City;
  /** By name: an order that ranks nothing. */
  districts: DistrictLine[];
  /** Of all cameras in service, those whose district is not published. */
  elsewhere: number;
  inService: number;
  /** The same rates of the whole city, which each district is read against. */
  perThousandInhabitants: Measure;
  perKm2: number | undefined;
  sources: SourceRow[];
};

/** The districts of a city side by side, as of a release; undefined when there is no such city or release. */
export function getDistrictsPage(
  slug: string,
  now: Date,
  asked?: number,
): Promise<DistrictsPage | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const today = dayOfReading(city, now);
    const release = releaseOf(city);
    const districts = await listDistricts(sql, city.id, release);
    const counts = (await countCameras(sql, city.id, release)).filter(isInService);
    const placed = counts.some(({ districtCode }) => districtCode !== null);
    const inhabitantsOf = byDistrict(await listPopulation(sql, city.id, release));
    const populationOf = (code: string | null) =>
      nearestPopulation(inhabitantsOf(code), yearOf(today));
    const countsOf = byDistrict(counts);
    const lines = districts.map((district) =>
      lineOf(district, placed ? countsOf(district.code) : undefined, populationOf(district.code)),
    );
    const inService = add(counts);
    const area = districts.reduce((sum, { areaM2 }) => sum + (areaM2 ?? Number.NaN), 0);
    const whole = populationOf(null);
    return {
      city,
      districts: lines,
      elsewhere: add(counts.filter(({ districtCode }) => districtCode === null)),
      inService,
      perThousandInhabitants: camerasPerThousandInhabitants(inService, whole, []),
      perKm2: placed && area > 0 ? (inService * 1e6) / area : undefined,
      sources: await findSources(sql, [
        ...districts.map(({ sourceId }) => sourceId),
        ...lines.flatMap(({ population }) => population?.sourceId ?? []),
        ...(whole ? [whole.sourceId] : []),
      ]),
    };
  });
}

function lineOf(
  { code, name, areaM2 }: DistrictRow,
  counts: readonly CameraCounts[] | undefined,
  population: Inhabitants | undefined,
): DistrictLine {
  const inService = counts && add(counts);
  const rate = camerasPerThousandInhabitants(inService ?? 0, population, []);
  const { unit, period, sources } = rate;
  return {
    code,
    name,
    inService,
    population,
    perThousandInhabitants:
      inService === undefined ? { kind: "not-broken-down", unit, period, sources } : rate,
    areaM2,
    perKm2: areaM2 === null || inService === undefined ? undefined : (inService * 1e6) / areaM2,
  };
}

function isInService({ status }: CameraCounts): boolean {
  return (inServiceStatuses as readonly string[]).includes(status);
}

function add(counts: readonly CameraCounts[]): number {
  return counts.reduce((sum, { cameras }) => sum + cameras, 0);
}
