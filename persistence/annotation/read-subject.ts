import type { AnnotationTarget, JudgedFacts } from "#domain/annotation/annotation-content.ts";
import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { toPublicCamera } from "#domain/dataset/public-camera.ts";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import { computeIndicator, latestPoint } from "#domain/indicator/compute-indicator.ts";
import type { IndicatorFacts } from "#domain/indicator/indicator-facts.ts";
import { findIndicator } from "#domain/indicator/registry.ts";
import { findPublicSource } from "#persistence/annotation/find-public-source.ts";
import { countCameras, findCameraByReference } from "#persistence/camera-queries.ts";
import { type City, listDistricts, listPopulation, releaseOf } from "#persistence/city-queries.ts";
import type { ReadSql } from "#persistence/database.ts";
import { findEvaluation, publishedVersions } from "#persistence/evaluation/evaluation-queries.ts";
import { loadIndicatorFacts } from "#persistence/indicator-facts.ts";
import { listPublishedFigures } from "#persistence/published-figure-queries.ts";

/** What is annotated, as it is published now: its name, and the values that an annotation of it judges. */
export type Subject = {
  /** In the data's own words; undefined where the page has its own (an indicator). */
  name: string | undefined;
  facts: JudgedFacts;
  /** Of an evaluation: the latest public version. */
  version?: { number: number; content: EvaluationContent };
};

type Value = string | number | boolean | null | undefined | readonly string[];

/** Silent values are left out; lists are one text, in one order. */
function factsOf(values: Readonly<Record<string, Value>>): JudgedFacts {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? [...value].sort().join(", ") : String(value ?? "");
      return text === "" ? [] : [[name, text]];
    }),
  );
}

/** Reads what annotations are about, each thing once. Positions are never part of what is kept: a city may take one back. */
export class SubjectReader {
  readonly #sql: ReadSql;
  readonly #city: City;
  readonly #today: string;
  readonly #known = new Map<string, Promise<Subject | undefined>>();
  #facts: Promise<IndicatorFacts> | undefined;

  constructor(sql: ReadSql, city: City, today: string) {
    this.#sql = sql;
    this.#city = city;
    this.#today = today;
  }

  /** Undefined when nothing public is called so. */
  read({ kind, reference }: AnnotationTarget): Promise<Subject | undefined> {
    const key = `${kind} ${reference}`;
    const known = this.#known.get(key) ?? this.#readers[kind](reference);
    this.#known.set(key, known);
    return known;
  }

  readonly #readers: Readonly<
    Record<AnnotationTarget["kind"], (reference: string) => Promise<Subject | undefined>>
  > = {
    evaluation: async (slug) => {
      const row = await findEvaluation(this.#sql, this.#city.id, slug);
      const version = row && publishedVersions(row).at(-1);
      if (!version) return undefined;
      const { number, content, contentHash } = version;
      return {
        name: content.title,
        facts: factsOf({ opinion: content.opinion, contentHash }),
        version: { number, content },
      };
    },
    camera: async (reference) => {
      const found = await findCameraByReference(
        this.#sql,
        this.#city.id,
        releaseOf(this.#city),
        reference,
      );
      if (!found) return undefined;
      const camera = toPublicCamera(found);
      return {
        name: camera.label ?? undefined,
        facts: factsOf({
          status: camera.status,
          cameraCount: camera.cameraCount,
          district: camera.districtCode,
          commissionedOn: camera.commissionedOn,
          removedOn: camera.removedOn,
          operator: camera.operator,
          purposes: camera.purposes,
          authorisations: camera.authorisationReferences,
          retentionDays: camera.retentionDays,
          monitoring: camera.monitoring,
        }),
      };
    },
    district: async (code) => {
      const release = releaseOf(this.#city);
      const districts = await listDistricts(this.#sql, this.#city.id, release);
      const district = districts.find((candidate) => candidate.code === code);
      if (!district) return undefined;
      const counts = await countCameras(this.#sql, this.#city.id, release);
      const inService = counts
        .filter(({ districtCode }) => districtCode === code)
        .filter(({ status }) => (inServiceStatuses as readonly string[]).includes(status))
        .reduce((sum, { cameras }) => sum + cameras, 0);
      const population = (await listPopulation(this.#sql, this.#city.id, release))
        .filter(({ districtCode }) => districtCode === code)
        .sort((a, b) => a.year - b.year)
        .at(-1);
      return {
        name: district.name,
        facts: factsOf({ camerasInService: inService, inhabitants: population?.inhabitants }),
      };
    },
    figure: async (id) => {
      const indicator = findIndicator(id);
      if (!indicator) return undefined;
      this.#facts ??= loadIndicatorFacts(this.#sql, this.#city, this.#today);
      const point = latestPoint(computeIndicator(indicator, await this.#facts));
      const result = point?.result;
      const known = result?.kind === "known" ? result : undefined;
      return {
        name: undefined,
        facts: factsOf({
          value: known?.value,
          low: known?.interval?.low,
          high: known?.interval?.high,
          silence: result && !known ? result.kind : undefined,
          unit: result?.unit,
          from: point?.period.from,
          to: point?.period.to,
        }),
      };
    },
    "published-figure": async (reference) => {
      const figures = await listPublishedFigures(this.#sql, this.#city.id, releaseOf(this.#city));
      const figure = figures.find((candidate) => candidate.reference === reference);
      if (!figure) return undefined;
      const { measure, value, unit, qualifier, periodText, scope, definition } = figure;
      return {
        name: measure,
        facts: factsOf({ value, unit, qualifier, periodText, scope, definition }),
      };
    },
    document: async (key) => {
      const source = await findPublicSource(this.#sql, this.#city.id, releaseOf(this.#city), key);
      if (!source) return undefined;
      const { title, publisher, url, publishedOn, sha256 } = source;
      return { name: title, facts: factsOf({ title, publisher, url, publishedOn, sha256 }) };
    },
  };
}
