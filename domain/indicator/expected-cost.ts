import type { CostLine } from "#domain/cost/cost-line.ts";
import { oneCurrency, sourcesOf } from "#domain/cost/ledger-line.ts";
import { fiscalYearOf, fiscalYearPeriod } from "#domain/period/fiscal-year.ts";
import { earliestDay } from "#domain/period/partial-date.ts";
import { present } from "#domain/presence/present.ts";
import { type CamerasByDates, cameraYears } from "./camera-years.ts";
import type { LedgerTotal } from "./yearly-spend.ts";

/** What a new camera brings with it. The control room and studies are there already, or are decided apart. */
export const equipmentFamilies: readonly CostLine["family"][] = [
  "camera-and-installation",
  "civil-works",
  "network",
];
/** What one camera more does not change: the people who watch, their room and their training. */
export const fixedFamilies: readonly CostLine["family"][] = [
  "staff",
  "training",
  "control-room",
  "storage-and-software",
];

/** Lowest, highest and pooled value over some years, in cents. */
export type CostRange = { low: number; high: number; pooled: number; from: number; to: number };

export type ExpectedCost = {
  cameras: number;
  years: number;
  currency: string;
  vatIncluded: boolean;
  /** Per camera put up. */
  equipment: CostRange;
  /** Per camera in service a year, without what one camera more does not change. */
  marginal: CostRange;
  /** Per camera in service a year, with its share of everything. */
  whole: CostRange;
  /** For all the cameras over all the years. */
  total: { low: number; high: number; pooled: number };
  /** Families without an amount in some of those years: the totals are then minimums. */
  missing: readonly string[];
  estimated: boolean;
  sourceIds: readonly number[];
};

/** Fewer cameras than this in a year make an average that says nothing. */
const fewestPutUp = 5;
const yearsLookedAt = 5;
/** Five years: the term of an authorisation (CSI L252-4), after which it is voted again. */
export const expectedYears = 5;

type Ledger = {
  totals: readonly LedgerTotal[];
  cameras: readonly CamerasByDates[];
  startMonth: number;
};

/**
 * What proposed cameras may cost over five years, from what the ledger says that the others did.
 *
 * Unit: cents of the ledger's currency. Formula: cameras × (equipment per camera + 5 × running per camera-year).
 * Equipment: capital lines of cameras, works and network over cameras put up, by accounting year. Running: operating lines
 * over camera-years, without and with what one camera more does not change (staff, training, control room, software).
 * Low: the lowest year of equipment and of running without; high: the highest year of both, with; pooled: all years together,
 * with. The last five accounting years with such lines. Prices are those of their years. Undefined where the ledger does not
 * say both, or speaks several currencies or treatments of VAT. No price of another city is ever put in.
 */
export function expectedCost(cameras: number, ledger: Ledger): ExpectedCost | undefined {
  const spent = ledger.totals.filter(({ basis }) => basis === "actual" || basis === "estimated");
  if (new Set(spent.map(({ currency, vatIncluded }) => `${currency}${vatIncluded}`)).size !== 1) {
    return undefined;
  }
  const equipment = equipmentOf(spent, ledger);
  const running = spent.filter(({ kind }) => kind === "operating");
  const whole = runningOf(running, ledger);
  const marginal = runningOf(
    running.filter(({ family }) => !isIn(fixedFamilies, family)),
    ledger,
  );
  if (!equipment || !whole || !marginal) return undefined;
  const first = Math.min(equipment.from, whole.from);
  const used = spent.filter(
    (total) =>
      yearOf(total, ledger) >= first &&
      (total.kind === "operating" || isIn(equipmentFamilies, total.family)),
  );
  const over = (once: number, yearly: number) => cameras * (once + expectedYears * yearly);
  return {
    cameras,
    years: expectedYears,
    currency: present(oneCurrency(used)),
    vatIncluded: used.some(({ vatIncluded }) => vatIncluded),
    equipment,
    marginal,
    whole,
    total: {
      low: over(equipment.low, marginal.low),
      high: over(equipment.high, whole.high),
      pooled: over(equipment.pooled, whole.pooled),
    },
    missing: [
      ...new Set(
        used
          .filter(({ amountCents, status }) => amountCents === null && status !== "declared-zero")
          .map(({ family }) => family),
      ),
    ],
    estimated: used.some(({ status, basis }) => status === "estimated" || basis === "estimated"),
    sourceIds: sourcesOf(used),
  };
}

function yearOf({ periodFrom }: LedgerTotal, { startMonth }: Ledger): number {
  return fiscalYearOf(periodFrom, startMonth);
}

function isIn(families: readonly string[], family: string): boolean {
  return families.includes(family);
}

type Share = { year: number; cents: number; divisor: number };

function equipmentOf(spent: readonly LedgerTotal[], ledger: Ledger): CostRange | undefined {
  const lines = spent.filter(
    ({ kind, family }) => kind === "capital" && isIn(equipmentFamilies, family),
  );
  const putUp = new Map<number, number>();
  for (const { since, cameras } of ledger.cameras) {
    if (since === null) continue;
    const year = fiscalYearOf(earliestDay(since), ledger.startMonth);
    putUp.set(year, (putUp.get(year) ?? 0) + cameras);
  }
  return rangeOf(
    sharesOf(lines, ledger, (year) => putUp.get(year) ?? 0).filter(
      ({ divisor }) => divisor >= fewestPutUp,
    ),
  );
}

function runningOf(lines: readonly LedgerTotal[], ledger: Ledger): CostRange | undefined {
  const served = (year: number) =>
    cameraYears(ledger.cameras, fiscalYearPeriod(year, ledger.startMonth)).value;
  return rangeOf(sharesOf(lines, ledger, served).filter(({ divisor }) => divisor > 0));
}

function sharesOf(
  lines: readonly LedgerTotal[],
  ledger: Ledger,
  divisorOf: (year: number) => number,
): Share[] {
  const cents = new Map<number, number>();
  for (const line of lines) {
    if (line.amountCents === null) continue;
    const year = yearOf(line, ledger);
    cents.set(year, (cents.get(year) ?? 0) + line.amountCents);
  }
  return [...cents].map(([year, sum]) => ({ year, cents: sum, divisor: divisorOf(year) }));
}

function rangeOf(shares: readonly Share[]): CostRange | undefined {
  const latest = shares.toSorted((a, b) => b.year - a.year).slice(0, yearsLookedAt);
  const [last, first] = [latest[0], latest.at(-1)];
  if (!last || !first) return undefined;
  const each = latest.map(({ cents, divisor }) => cents / divisor);
  const sum = (pick: (share: Share) => number) =>
    latest.reduce((total, share) => total + pick(share), 0);
  return {
    low: Math.min(...each),
    high: Math.max(...each),
    pooled: sum(({ cents }) => cents) / sum(({ divisor }) => divisor),
    from: first.year,
    to: last.year,
  };
}
