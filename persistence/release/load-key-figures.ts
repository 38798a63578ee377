import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { type CamerasByDates, cameraYears } from "#domain/indicator/camera-years.ts";
import { fullCostFigures, indicatorFigures, legalFigures } from "#domain/indicator/key-figures.ts";
import type { KeyFigure } from "#domain/indicator/moving-figures.ts";
import { protectedReviews } from "#domain/indicator/protected-reviews.ts";
import { spendPerCameraYear } from "#domain/indicator/spend-per-camera-year.ts";
import { yearlySpend } from "#domain/indicator/yearly-spend.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import type { ReleaseAsked } from "../camera-queries.ts";
import type { City } from "../city-queries.ts";
import { sumCosts } from "../cost-queries.ts";
import type { ReadSql } from "../database.ts";
import { type FactsAsked, loadFactsAt } from "../indicator-facts.ts";
import { listCountedOutcomes } from "../protected-outcome-queries.ts";

/**
 * The headline figures, full costs, states under the law and indicators of a city as of a release, or of a draft whose counts were judged: what a data officer watches
 * when publishing, and what everybody reads of the release afterwards. Counts are read after disclosure control alone.
 */
export async function loadKeyFigures(
  sql: ReadSql,
  city: Pick<City, "id" | "country" | "currency">,
  asked: Omit<FactsAsked, "registrySourceIds">,
): Promise<KeyFigure[]> {
  const { release, cameras } = asked;
  const facts = await loadFactsAt(sql, city, { ...asked, registrySourceIds: [] });
  const add = (rows: readonly CamerasByDates[]) => rows.reduce((sum, row) => sum + row.cameras, 0);
  const inService = cameras.filter(({ status }) => inServiceStatuses.includes(status));
  return [
    { id: "registered-cameras", of: "", value: add(cameras), unit: "camera" },
    { id: "cameras-in-service", of: "", value: add(inService), unit: "camera" },
    ...(await spendOf(sql, city, release, cameras)),
    ...fullCostFigures(facts),
    ...(await requestsOf(sql, city, release)),
    ...legalFigures(facts),
    ...indicatorFigures(facts),
  ];
}

async function spendOf(
  sql: ReadSql,
  city: Pick<City, "id" | "country">,
  release: ReleaseAsked,
  cameras: readonly CamerasByDates[],
): Promise<KeyFigure[]> {
  const totals = await sumCosts(sql, city.id, release);
  if (totals.length === 0) return [];
  return yearlySpend(totals, fiscalYearStartMonth(city.country)).flatMap((spend) => {
    const of = String(spend.year);
    const perCamera = spendPerCameraYear(spend, cameraYears(cameras, spend.period));
    const cents = `cents ${spend.currency}`;
    const total = spend.operatingCents + spend.capitalCents;
    return [
      { id: "yearly-spend", of, value: total, unit: cents },
      ...(perCamera.kind === "known"
        ? [{ id: "spend-per-camera-year", of, value: perCamera.value, unit: cents }]
        : []),
    ];
  });
}

async function requestsOf(
  sql: ReadSql,
  city: Pick<City, "id">,
  release: ReleaseAsked,
): Promise<KeyFigure[]> {
  const cells = await listCountedOutcomes(sql, city.id, release, {
    tables: ["city-year", "city-result", "city-month"],
    area: { kind: "city" },
  });
  return protectedReviews(cells).reviews.map(({ year, scope, requested }) => ({
    id: "footage-requests",
    of: `${year}, ${scope}`,
    value: requested,
    unit: "request",
  }));
}
