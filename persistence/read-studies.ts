import { countOf } from "#domain/disclosure/read-cell.ts";
import { type EvaluatedStudy, evaluateStudies } from "#domain/effect/evaluate-study.ts";
import type { StudyCell } from "#domain/effect/study-years.ts";
import { plantedRatios } from "#domain/fictional-city/studies.ts";
import { type Inhabitants, nearestPopulation } from "#domain/indicator/cameras-per-inhabitant.ts";
import { areaGeometrySchema } from "#domain/territory/territory-records.ts";
import { countCameras } from "./camera-queries.ts";
import { type City, listDistricts, listPopulation, releaseOf } from "./city-queries.ts";
import type { ReadSql } from "./database.ts";
import {
  type EffectStudyRow,
  listEffectStudies,
  listStudyCounts,
  type StudyCountRow,
} from "./effect-queries.ts";

/** Statuses of cameras that were not put up, whatever date they have. */
const neverInstalled = [
  "planned",
  "approved",
  "authorisation-requested",
  "authorised",
  "under-construction",
  "refused",
];

export type ShownStudy = EvaluatedStudy & {
  /** Names the study's files: small letters, digits and hyphens, its own on the page. */
  key: string;
  declaredAt: Date | null;
  /** What is counted, as its source words it; undefined when nothing is published under that code. */
  wording: string | undefined;
  scope: string | undefined;
  sourceIds: number[];
  /** What the program that invented the city put there; of the fictional city only. */
  planted: { treated: number; ring: number | undefined } | undefined;
};

export type ReadStudies = {
  studies: ShownStudy[];
  /** Year of the inhabitants that sizes are made of. */
  populationYear: number | undefined;
  sourceIds: number[];
};

/** Every declared study of a city, read together against what may be read of its districts, as of its release. */
export async function readStudies(sql: ReadSql, city: City): Promise<ReadStudies> {
  const release = releaseOf(city);
  const declared = await listEffectStudies(sql, city.id, release);
  const codes = [...new Set(declared.map(({ study }) => study.definitionCode))];
  const counts = await listStudyCounts(sql, city.id, release, codes);
  const population = await populationOf(sql, city, declared);
  const read = evaluateStudies(
    declared.map(({ study }) => study),
    (study) => readable(countsOf(counts, study)),
    {
      inhabitants: population.inhabitants,
      installations: await installationsOf(sql, city),
      populations: population.counted,
      outlines: await outlinesOf(sql, city, declared),
    },
  );
  const keys = keysOf(declared);
  const studies = read.map((one, index) => ({
    ...shownOf(one, declared[index], counts, city),
    key: keys[index] ?? "",
  }));
  const ids = studies.flatMap(({ sourceIds }) => sourceIds);
  return {
    studies,
    populationYear: population.year,
    sourceIds: studies.length > 0 ? [...ids, ...population.sourceIds] : [],
  };
}

function shownOf(
  read: EvaluatedStudy,
  declared: EffectStudyRow | undefined,
  counts: readonly StudyCountRow[],
  city: City,
): Omit<ShownStudy, "key"> {
  const { treated, control, ring, controlRing } = read.study;
  const districts = [...treated, ...control, ...ring, ...controlRing];
  const own = countsOf(counts, read.study).filter((row) => districts.includes(row.district));
  const [first] = own;
  const counted = own.flatMap(({ sourceIds }) => sourceIds);
  return {
    ...read,
    declaredAt: declared?.declaredAt ?? null,
    wording: first?.wording,
    scope: first?.scope,
    sourceIds: [...new Set([...(declared ? [declared.sourceId] : []), ...counted])].sort(
      (a, b) => a - b,
    ),
    planted: city.fictional ? plantedRatios(read.study) : undefined,
  };
}

/** "VT-E01" → "vt-e01"; two references that read alike are told apart by their place. */
function keysOf(declared: readonly EffectStudyRow[]): string[] {
  const keys = declared.map(({ study }) =>
    study.reference
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 50),
  );
  return keys.map((key, index) => (keys.indexOf(key) === index ? key : `${key}-${index + 1}`));
}

/**
 * The counts of a study's category, in the one scope that has most of those of its districts: scopes are never mixed. Other
 * districts are among them, since controls may be sought there.
 */
function countsOf(
  counts: readonly StudyCountRow[],
  { definitionCode, category, treated, control, ring, controlRing }: EvaluatedStudy["study"],
): StudyCountRow[] {
  const districts = [...treated, ...control, ...ring, ...controlRing];
  const counted = counts.filter(
    (row) => row.definition === definitionCode && row.category === (category ?? null),
  );
  const own = counted.filter((row) => districts.includes(row.district));
  const [most] = [...new Set(own.map(({ scope }) => scope))].sort(
    (a, b) => sizeOf(own, b) - sizeOf(own, a),
  );
  return counted.filter(({ scope }) => scope === most);
}

function sizeOf(rows: readonly StudyCountRow[], scope: string): number {
  return rows.filter((row) => row.scope === scope).length;
}

function readable(rows: readonly StudyCountRow[]): StudyCell[] {
  return rows.map((row) => ({ district: row.district, year: row.year, value: countOf(row) }));
}

/** Inhabitants of each district in the year nearest to the end of the first study's period before. */
async function populationOf(sql: ReadSql, city: City, declared: readonly EffectStudyRow[]) {
  const [first] = declared;
  const rows = first ? await listPopulation(sql, city.id, releaseOf(city)) : [];
  const ofDistricts = rows.filter((row) => row.districtCode !== null);
  const year = first && nearestPopulation(ofDistricts, Number(first.study.beforeTo.slice(0, 4)));
  const ofYear = ofDistricts.filter((row) => row.year === year?.year);
  return {
    year: year?.year,
    counted: ofDistricts.map(({ districtCode, year: counted, inhabitants }) => ({
      district: districtCode ?? "",
      year: counted,
      inhabitants,
    })),
    inhabitants: new Map(ofYear.map((row) => [row.districtCode ?? "", row.inhabitants])),
    sourceIds: [...new Set(ofYear.map(({ sourceId }: Inhabitants) => sourceId))],
  };
}

async function installationsOf(sql: ReadSql, city: City) {
  const counts = await countCameras(sql, city.id, releaseOf(city));
  return counts
    .filter(({ status }) => !neverInstalled.includes(status))
    .map(({ districtCode, year, cameras }) => ({ district: districtCode ?? "", year, cameras }));
}

/** Outlines of the city's districts, read only where a study is declared. */
async function outlinesOf(sql: ReadSql, city: City, declared: readonly EffectStudyRow[]) {
  const districts = declared.length > 0 ? await listDistricts(sql, city.id, releaseOf(city)) : [];
  return new Map(
    districts.flatMap(({ code, geometry }) => {
      const outline = areaGeometrySchema.safeParse(geometry);
      return outline.success ? [[code, outline.data] as const] : [];
    }),
  );
}
