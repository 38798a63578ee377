import type { SuggestedArea } from "#domain/indicator/comparison-area.ts";
import {
  computeIndicator,
  type IndicatorPoint,
  latestPoint,
} from "#domain/indicator/compute-indicator.ts";
import type { DistrictFacts } from "#domain/indicator/district-funnel.ts";
import { type ExpectedCost, expectedCost } from "#domain/indicator/expected-cost.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import type { IndicatorFacts } from "#domain/indicator/indicator-facts.ts";
import type { PublishedCount } from "#domain/indicator/protected-counts.ts";
import { findIndicator, indicators } from "#domain/indicator/registry.ts";
import {
  notFixedYet,
  type ProposalField,
  readProposal,
  type VoteProposal,
} from "#domain/indicator/vote-proposal.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { dayIn } from "#formats/wording/day-in.ts";
import { dayOfReading } from "#formats/wording/day-of-reading.ts";
import { countCamerasByDates } from "#persistence/camera-queries.ts";
import { type City, findCity, listDistricts, releaseOf } from "#persistence/city-queries.ts";
import { type ReadSql, readSql } from "#persistence/database.ts";
import { loadDistrictFacts, loadIndicatorFacts } from "#persistence/indicator-facts.ts";
import { sumLedger } from "#persistence/ledger-queries.ts";
import {
  comparisonOf,
  type RecordedInDistrict,
  recordedIn,
  seenLiveIn,
} from "#persistence/proposal-context.ts";
import {
  type NeighbourCamera,
  neighbourMetres,
  neighboursOf,
  type PlaceOfProposal,
  placeOf,
} from "#persistence/proposal-place.ts";
import { findSources, type SourceRow } from "#persistence/source-queries.ts";

/** An indicator as it stands before the vote: in the district where it is published there, and in the city. */
export type Baseline = {
  indicator: IndicatorDefinition;
  city: IndicatorPoint | undefined;
  district: IndicatorPoint | undefined;
};

export type VoteCard = {
  city: City;
  today: string;
  proposal: VoteProposal;
  /** Fields that could not be read, and places that the registry does not know. */
  wrong: ProposalField[];
  /** Fields of the promise that are still empty. */
  open: ProposalField[];
  districts: { code: string; name: string }[];
  place: PlaceOfProposal | undefined;
  /** Facts recorded in the district, all categories together and by category, the latest year first. */
  recorded: RecordedInDistrict;
  /** What operators saw live in the district. */
  seenLive: PublishedCount | undefined;
  inhabitants: number | undefined;
  use: Baseline[];
  neighbours: NeighbourCamera[];
  neighboursWithin: number;
  cost: ExpectedCost | undefined;
  comparison: SuggestedArea | undefined;
  baseline: Baseline | undefined;
  sources: SourceRow[];
};

const usedIndicators = [
  "cameras-per-1000-inhabitants",
  "requests-per-camera-year",
  "relevance-rate",
];

/**
 * What must be known and fixed before a camera is voted: as much as the registry knows of the place, what it would cost, with
 * what to compare, and what was entered. Undefined when there is no such city or release.
 */
export function getVoteCard(
  slug: string,
  entered: Readonly<Record<string, string | readonly string[] | undefined>>,
  now: Date,
  asked?: number,
): Promise<VoteCard | undefined> {
  return readSql(async (sql) => {
    const city = await findCity(sql, slug, asked);
    if (!city) return undefined;
    const today = dayIn(city.timezone, now);
    const read = readProposal(entered, today);
    const { proposal } = read;
    const districts = await listDistricts(sql, city.id, releaseOf(city));
    const place = await placeOf(sql, city, proposal, districts);
    const isUnknown = place === undefined && askedPlace(proposal) !== undefined;
    const day = dayOfReading(city, now);
    const facts = await loadIndicatorFacts(sql, city, day);
    const areas = await loadDistrictFacts(sql, city, day);
    const own = areas.find(({ code }) => code === place?.district?.code);
    const card = {
      city,
      today,
      proposal,
      wrong: [...read.wrong, ...(isUnknown ? [askedPlace(proposal) ?? "district"] : [])],
      open: notFixedYet(proposal),
      districts: districts.map(({ code, name }) => ({ code, name })),
      place,
      recorded: await recordedIn(sql, city, own?.code),
      seenLive: await seenLiveIn(sql, city, own?.code),
      inhabitants: own?.facts.populations.at(-1)?.inhabitants,
      use: indicators
        .filter(({ id }) => usedIndicators.includes(id))
        .map((indicator) => baselineOf(indicator, facts, own)),
      neighbours: await neighboursOf(sql, city, place),
      neighboursWithin: neighbourMetres,
      cost: await costOf(sql, city, proposal.cameras),
      comparison: own && (await comparisonOf(sql, city, { own, areas, districts })),
      baseline: chosenBaseline(proposal, facts, own),
    };
    return { ...card, sources: await findSources(sql, sourcesIn(card)) };
  });
}

/** The place that counts where several are given: a camera, else a point, else a district. */
function askedPlace({ camera, position, district }: VoteProposal) {
  if (camera !== undefined) return "camera" as const;
  if (position !== undefined) return "position" as const;
  return district === undefined ? undefined : ("district" as const);
}

function baselineOf(
  indicator: IndicatorDefinition,
  facts: IndicatorFacts,
  own: DistrictFacts | undefined,
): Baseline {
  return {
    indicator,
    city: latestPoint(computeIndicator(indicator, facts)),
    district:
      own && indicator.byDistrict ? latestPoint(computeIndicator(indicator, own.facts)) : undefined,
  };
}

function chosenBaseline(
  proposal: VoteProposal,
  facts: IndicatorFacts,
  own: DistrictFacts | undefined,
): Baseline | undefined {
  const indicator =
    proposal.indicator === undefined ? undefined : findIndicator(proposal.indicator);
  return indicator && baselineOf(indicator, facts, own);
}

async function costOf(
  sql: ReadSql,
  city: City,
  cameras: number,
): Promise<ExpectedCost | undefined> {
  const release = releaseOf(city);
  return expectedCost(cameras, {
    lines: await sumLedger(sql, city.id, release),
    cameras: await countCamerasByDates(sql, city.id, release),
    startMonth: fiscalYearStartMonth(city.country),
  });
}

function sourcesIn(card: Omit<VoteCard, "sources">): number[] {
  const points = [...card.use, ...(card.baseline ? [card.baseline] : [])].flatMap(
    ({ city, district }) => [city, district].filter((point) => point !== undefined),
  );
  return [
    ...new Set([
      ...(card.cost?.sourceIds ?? []),
      ...(card.seenLive?.sourceIds ?? []),
      ...card.recorded.total.flatMap(({ sourceIds }) => sourceIds),
      ...points.flatMap(({ numerator, denominator }) => [
        ...numerator.sources,
        ...denominator.sources,
      ]),
      ...card.neighbours.map(({ camera }) => camera.sourceId),
    ]),
  ];
}
