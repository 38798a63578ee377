import { buildReport, sourcesIn } from "#domain/annual-report/build-report.ts";
import type { OpinionOfYear, RegistryYear } from "#domain/annual-report/registry-year.ts";
import type { ReportFacts } from "#domain/annual-report/report-content.ts";
import { needsPrefectsOrder } from "#domain/compliance/authorisation-state.ts";
import { summariseAuthorisations } from "#domain/compliance/authorisation-summary.ts";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { fullCosts } from "#domain/cost/full-cost.ts";
import { inOneCurrency } from "#domain/cost/honour-view.ts";
import { recommendationState, saidOf } from "#domain/evaluation/recommendation-follow-up.ts";
import { replyDelay } from "#domain/evaluation/reply-delay.ts";
import { nearestPopulation } from "#domain/indicator/cameras-per-inhabitant.ts";
import { fiscalYearOf, fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { listAuthorisations } from "../authorisation-queries.ts";
import { type City, releaseOf } from "../city-queries.ts";
import type { ReadSql } from "../database.ts";
import {
  type EvaluationRow,
  listEvaluations,
  listFirstReplies,
  listFollowUps,
  publishedVersions,
} from "../evaluation/evaluation-queries.ts";
import { loadDistrictFacts, loadIndicatorFacts } from "../indicator-facts.ts";
import { listInstitutionFacts } from "../institution-queries.ts";
import { sumLedger } from "../ledger-queries.ts";
import { readStudies } from "../read-studies.ts";
import { findSources } from "../source-queries.ts";
import {
  countCamerasByPurpose,
  countDeclaredCameras,
  countOrdersOnDay,
  listReleasesBetween,
} from "./registry-year-queries.ts";

/** Today, and the day of an instant, as the city counts days. */
export type CityDays = { today: string; of: (instant: Date) => string };

/** What the registry says of a year as of the release that `city` is read at; undefined without any release. */
export async function loadReportFacts(
  sql: ReadSql,
  city: City,
  year: number,
  days: CityDays,
): Promise<ReportFacts | undefined> {
  if (city.release === 0) return undefined;
  const { studies } = await readStudies(sql, city);
  const known = await loadRegistryYear(sql, city, year, days);
  const built = buildReport({
    ...known,
    studies: studies
      .filter(({ study }) => study.afterFrom.slice(0, 4) <= String(year))
      .map(({ study, key, verdict }) => ({
        title: { fr: study.titleFr, en: study.titleEn },
        page: `effects/${key}`,
        verdict,
        objective: study.objective,
      })),
  });
  const sources = (await findSources(sql, sourcesIn(built))).map(
    ({ id, title, publisher, url, licence, licenceUrl, attribution, ...source }) => ({
      ...{ id, title, publisher, url, licence, licenceUrl, attribution },
      publishedOn: source.publishedOn,
      retrievedOn: source.retrievedOn,
      verification: source.verification,
    }),
  );
  return { ...built, sources };
}

async function loadRegistryYear(
  sql: ReadSql,
  city: City,
  year: number,
  days: CityDays,
): Promise<Omit<RegistryYear, "studies">> {
  const release = releaseOf(city);
  const builtOn = days.today;
  const asOf = builtOn < `${year}-12-31` ? builtOn : `${year}-12-31`;
  const onDay = { release, day: asOf };
  const orders = await listAuthorisations(sql, city.id, release);
  const authorisations = summariseAuthorisations(
    await countOrdersOnDay(sql, city.id, onDay),
    new Map(orders.map((order) => [order.orderNumber, order])),
    asOf,
  );
  const needsOrders = needsPrefectsOrder(city.country);
  const facts = {
    ...(await loadIndicatorFacts(sql, city, asOf)),
    authorisations: needsOrders && authorisations.inService > 0 ? authorisations : undefined,
  };
  const declared = await countDeclaredCameras(sql, city.id, onDay);
  const districts = await loadDistrictFacts(sql, city, asOf);
  const { inService, withPurpose, undated } = declared;
  return {
    ...{ year, asOf, builtOn, facts, release: city.release, currency: city.currency },
    needsOrders,
    authorisations,
    orders: orders.map(({ orderNumber, grantedOn, expiresOn, perimeterName }) => ({
      ...{ number: orderNumber, grantedOn, expiresOn, perimeter: perimeterName },
    })),
    purposes: await countCamerasByPurpose(sql, city.id, onDay),
    camerasWithPurpose: withPurpose,
    cameras: { inService, undated },
    ...(await costsOf(sql, city, year)),
    population: nearestPopulation(facts.populations, year),
    districts: districts.map(({ code, name, facts: own }) => ({
      ...{ code, name, cameras: own.cameras },
      population: nearestPopulation(own.populations, year),
    })),
    areDistrictsKnown: districts.some(({ facts: own }) => own.cameras.length > 0),
    opinions: await opinionsOf(sql, city, { year, days }),
    releases: await listReleasesBetween(
      sql,
      city.id,
      { from: `${year}-01-01`, to: asOf, upTo: city.release },
      city.timezone,
    ),
    institutions: await listInstitutionFacts(sql, city.id, release),
  };
}

/** The full costs of the year and of the year before, as the page on costs gives them before any choice. */
async function costsOf(sql: ReadSql, city: City, year: number) {
  const startMonth = fiscalYearStartMonth(city.country);
  const ledger = await sumLedger(sql, city.id, releaseOf(city));
  const { lines } = inOneCurrency(ledger, city.currency);
  const years = fullCosts(lines, plainestChoices, startMonth);
  const costIn = (asked: number) =>
    years.find((cost) => cost.year === asked && (cost.hasRunningLines || cost.grossCents > 0));
  return {
    cost: costIn(year),
    costBefore: costIn(year - 1),
    hasNextBudget: lines.some(
      ({ basis, periodFrom }) =>
        (basis === "planned" || basis === "committed") &&
        fiscalYearOf(periodFrom, startMonth) === year + 1,
    ),
  };
}

type Told = { year: number; days: CityDays };

/** Opinions published in the year, with everything that was said of them until the day of the report. */
async function opinionsOf(sql: ReadSql, city: City, told: Told): Promise<OpinionOfYear[]> {
  const replies = new Map(
    (await listFirstReplies(sql, city.id)).map(({ evaluationId, at }) => [evaluationId, at]),
  );
  const opinions: OpinionOfYear[] = [];
  for (const row of await listEvaluations(sql, city.id)) {
    const opinion = await opinionOf(sql, row, replies.get(row.id), told);
    if (opinion) opinions.push(opinion);
  }
  return opinions.sort((a, b) => a.publishedOn.localeCompare(b.publishedOn));
}

async function opinionOf(
  sql: ReadSql,
  row: EvaluationRow,
  replied: Date | undefined,
  { year, days }: Told,
): Promise<OpinionOfYear | undefined> {
  const published = publishedVersions(row);
  const [first, last] = [published[0], published.at(-1)];
  if (!first?.publishedAt || !last) return undefined;
  const publishedOn = days.of(first.publishedAt);
  if (!publishedOn.startsWith(String(year))) return undefined;
  const followUps = await listFollowUps(sql, row.id);
  const repliedOn = replied && days.of(replied);
  return {
    slug: row.slug,
    version: last.number,
    content: last.content,
    publishedOn,
    withdrawnOn: row.withdrawal ? days.of(row.withdrawal.at) : undefined,
    tally: last.tally,
    repliedOn,
    reply: replyDelay(publishedOn, repliedOn, days.today),
    recommendations: last.content.recommendations.map(({ key, text, owner, dueOn }) => ({
      ...{ text, owner, dueOn },
      state: recommendationState(dueOn, saidOf(followUps, key), days.today),
    })),
  };
}
