import type { CameraPurpose, CameraType } from "#domain/camera/camera-vocabulary.ts";
import type { AllocationKey, ServiceTime } from "#domain/cost/allocation-key.ts";
import type { CostChoices } from "#domain/cost/cost-choices.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { LedgerLine } from "#domain/cost/ledger-line.ts";
import { cameraYears } from "#domain/indicator/camera-years.ts";
import {
  type CostByUse,
  cameraUses,
  costByUse,
  declaredUse,
  type UseOfLedger,
} from "#domain/indicator/cost-by-use.ts";
import { serviceTimeOf } from "#domain/indicator/latest-full-cost.ts";
import { fiscalYearStartMonth } from "#domain/period/fiscal-year.ts";
import { type CameraDates, standing } from "./camera-queries.ts";
import { type City, releaseOf } from "./city-queries.ts";
import type { ReadSql } from "./database.ts";

type Declared = { type: CameraType; purposes: CameraPurpose[] };

/** The full cost of a year by what the cameras are declared to be for; undefined where none served. */
export async function loadCostByUse(
  sql: ReadSql,
  city: City,
  cost: FullCostYear,
  choices: CostChoices,
  key: AllocationKey,
): Promise<CostByUse | undefined> {
  const cameras = await countCamerasByUse(sql, city);
  const lines = (await sumLedgerOfCameras(sql, city)).filter(
    ({ currency }) => currency === cost.currency,
  );
  const uses: UseOfLedger[] = cameraUses
    .map((use) => {
      const time: ServiceTime = serviceTimeOf(
        cameraYears(
          cameras.filter((group) => declaredUse(group) === use),
          cost.period,
        ),
      );
      return { use, time, lines: lines.filter((line) => declaredUse(line) === use) };
    })
    .filter(({ time }) => time.cameras > 0);
  const startMonth = fiscalYearStartMonth(city.country);
  return costByUse(cost, uses, choices, { key, startMonth });
}

function countCamerasByUse(sql: ReadSql, city: City): Promise<(CameraDates & Declared)[]> {
  return sql<(CameraDates & Declared)[]>`
    SELECT v.type, v.purposes, v.status, coalesce(v.commissioned_on, v.installed_on) AS "since",
           v.removed_on AS "removedOn", sum(v.camera_count)::int AS "cameras"
    FROM camera_version v WHERE ${standing(sql, city.id, releaseOf(city))}
    GROUP BY 1, 2, 3, 4, 5`;
}

/** The lines that name cameras, with the part of each amount that falls to those of one declaration. */
function sumLedgerOfCameras(sql: ReadSql, city: City): Promise<(LedgerLine & Declared)[]> {
  const release = releaseOf(city);
  return sql<(LedgerLine & Declared)[]>`
    SELECT c.type, c.purposes, l.kind, l.family, l.status, l.basis, l.target_kind AS "targetKind",
           to_char(l.period_from, 'YYYY-MM-DD') AS "periodFrom", to_char(l.period_to, 'YYYY-MM-DD') AS "periodTo",
           l.commissioned_on AS "commissionedOn", l.useful_life_years AS "usefulLifeYears",
           round(sum(l.amount_cents / cardinality(l.target_references)::numeric))::float8 AS "amountCents",
           round(sum(l.vat_cents / cardinality(l.target_references)::numeric))::float8 AS "vatCents",
           l.vat_included AS "vatIncluded", l.currency, l.funder, count(*)::int AS "lines",
           array_agg(DISTINCT l.source_id) AS "sourceIds"
    FROM (SELECT * FROM cost_line v WHERE ${standing(sql, city.id, release)} AND target_kind = 'camera') l
    CROSS JOIN LATERAL unnest(l.target_references) AS named (reference)
    JOIN (SELECT * FROM camera_version v WHERE ${standing(sql, city.id, release)}) c ON c.reference = named.reference
    GROUP BY c.type, c.purposes, l.kind, l.family, l.status, l.basis, l.target_kind, l.period_from, l.period_to,
             l.commissioned_on, l.useful_life_years, l.vat_included, l.vat_cents IS NULL, l.currency, l.funder`;
}
