import { needsPrefectsOrder } from "#domain/compliance/authorisation-state.ts";
import { summariseAuthorisations } from "#domain/compliance/authorisation-summary.ts";
import { plainestChoices } from "#domain/cost/cost-choices.ts";
import { type FullCostYear, fullCosts } from "#domain/cost/full-cost.ts";
import { inOneCurrency } from "#domain/cost/honour-view.ts";
import type { CamerasByDates } from "#domain/indicator/camera-years.ts";
import type { DistrictFacts } from "#domain/indicator/district-funnel.ts";
import type { CostOfYear, IndicatorFacts } from "#domain/indicator/indicator-facts.ts";
import { lackingForFullCost } from "#domain/indicator/ledger-standing.ts";
import { countsByYear } from "#domain/indicator/outcome-series.ts";
import { publishedCounts } from "#domain/indicator/protected-counts.ts";
import { type YearlySpend, yearlySpend } from "#domain/indicator/yearly-spend.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import {
  type CamerasByOrders,
  countCamerasByOrders,
  listAuthorisations,
} from "./authorisation-queries.ts";
import { countCamerasByDates, type ReleaseAsked } from "./camera-queries.ts";
import { type City, listDistricts, listPopulation, releaseOf } from "./city-queries.ts";
import { sumCosts } from "./cost-queries.ts";
import type { ReadSql } from "./database.ts";
import { countCamerasByDistrictAndDates, listRegistrySources } from "./indicator-queries.ts";
import { sumLedger } from "./ledger-queries.ts";
import { sumOutcomes } from "./outcome-queries.ts";
import { listCountedOutcomes } from "./protected-outcome-queries.ts";

/** All that the indicators of a city are made of, as of its release; counts after disclosure control alone. */
export async function loadIndicatorFacts(
  sql: ReadSql,
  city: City,
  today: string,
): Promise<IndicatorFacts> {
  const release = releaseOf(city);
  return loadFactsAt(sql, city, {
    release,
    today,
    cameras: await countCamerasByDates(sql, city.id, release),
    byOrders: await countCamerasByOrders(sql, city.id, release),
    registrySourceIds: await listRegistrySources(sql, city.id, release),
  });
}

export type FactsAsked = {
  release: ReleaseAsked;
  today: string;
  /** What is counted of the cameras of the release. */
  cameras: readonly CamerasByDates[];
  byOrders: readonly CamerasByOrders[];
  registrySourceIds: readonly number[];
};

/** The same as of any release, published or being prepared, whose cameras are counted already. */
export async function loadFactsAt(
  sql: ReadSql,
  city: Pick<City, "id" | "country" | "currency">,
  asked: FactsAsked,
): Promise<IndicatorFacts> {
  const { release, today, cameras, registrySourceIds } = asked;
  const cells = await listCountedOutcomes(sql, city.id, release, {
    tables: ["city-year", "city-result"],
  });
  const totals = await sumOutcomes(sql, city.id, release, { kind: "city" });
  const populations = await listPopulation(sql, city.id, release);
  return {
    today,
    counts: publishedCounts(
      cells.filter(({ areaKind }) => areaKind === "city"),
      countsByYear(totals),
    ),
    located: publishedCounts(
      cells.filter(({ areaKind }) => areaKind === "districts"),
      [],
    ),
    cameras,
    populations: populations.filter(({ districtCode }) => districtCode === null),
    costs: await costsOf(sql, city, release),
    ...(await ordersOf(sql, city, asked)),
    registrySourceIds,
  };
}

async function ordersOf(
  sql: ReadSql,
  city: Pick<City, "id" | "country">,
  { release, today, byOrders: groups }: FactsAsked,
) {
  if (!needsPrefectsOrder(city.country)) return { authorisations: undefined, orderSourceIds: [] };
  const orders = await listAuthorisations(sql, city.id, release);
  const byNumber = new Map(orders.map((order) => [order.orderNumber, order]));
  return {
    authorisations:
      groups.length === 0 ? undefined : summariseAuthorisations(groups, byNumber, today),
    orderSourceIds: [...new Set(orders.map(({ sourceId }) => sourceId))],
  };
}

/** Full costs under the choices that assume least, of the years that have what a full cost needs; and what was paid. */
async function costsOf(
  sql: ReadSql,
  city: Pick<City, "id" | "country" | "currency">,
  release: ReleaseAsked,
): Promise<CostOfYear[]> {
  const startMonth = fiscalYearStartMonth(city.country);
  const ledger = inOneCurrency(await sumLedger(sql, city.id, release), city.currency);
  const full = fullCosts(ledger.lines, plainestChoices, startMonth).filter(
    (year) => year.hasRunningLines && lackingForFullCost(year).length === 0,
  );
  const spend = yearlySpend(await sumCosts(sql, city.id, release), startMonth);
  return [...full.flatMap(fullCostOf), ...spend.map(spendOf)];
}

/** A year whose lines mix amounts with and without VAT has no unit: it is left out. */
function fullCostOf(year: FullCostYear): CostOfYear[] {
  const { period, currency, vat, estimated, completeness, sourceIds } = year;
  if (vat === "mixed" || completeness.counted === 0) return [];
  return [
    {
      ...{ period, currency, estimated, sourceIds },
      cents: year.grossCents,
      vatIncluded: vat === "included",
      counted: completeness.counted,
      lines: completeness.expected,
      definition: "full-annual-cost",
    },
  ];
}

function spendOf(spend: YearlySpend): CostOfYear {
  const { period, currency, vatIncluded, estimated, lines, missing, sourceIds } = spend;
  return {
    ...{ period, currency, vatIncluded, estimated, lines, sourceIds },
    cents: spend.operatingCents + spend.capitalCents,
    counted: lines - missing.length,
    definition: "yearly-spend",
  };
}

/** The same for each district: cameras, inhabitants and protected counts of whole years. */
export async function loadDistrictFacts(
  sql: ReadSql,
  city: City,
  today: string,
): Promise<DistrictFacts[]> {
  const release = releaseOf(city);
  const districts = await listDistricts(sql, city.id, release);
  if (districts.length === 0) return [];
  const cells = await listCountedOutcomes(sql, city.id, release, {
    tables: ["district-year", "district-result"],
  });
  const cameras = await countCamerasByDistrictAndDates(sql, city.id, release);
  const populations = await listPopulation(sql, city.id, release);
  return districts.map(({ code, name }) => ({
    code,
    name,
    facts: {
      today,
      counts: publishedCounts(
        cells.filter(({ areaKind, areaCode }) => areaKind === "district" && areaCode === code),
        [],
      ),
      located: [],
      cameras: cameras.filter(({ districtCode }) => districtCode === code),
      populations: populations.filter(({ districtCode }) => districtCode === code),
      costs: [],
      authorisations: undefined,
      registrySourceIds: [],
      orderSourceIds: [],
    },
  }));
}
