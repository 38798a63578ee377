import { plainestChoices } from "#domain/cost/cost-choices.ts";
import type { CostLine } from "#domain/cost/cost-line.ts";
import { isEstimated, type LedgerLine, oneCurrency, sourcesOf } from "#domain/cost/ledger-line.ts";
import { chargesOf } from "#domain/cost/line-charges.ts";
import { type UsefulLife, usefulLifeOf } from "#domain/cost/useful-lives.ts";
import { fiscalYearOf, fiscalYearPeriod } from "#domain/period/fiscal-year.ts";
import { earliestDay } from "#domain/period/partial-date.ts";
import { present } from "#domain/presence/present.ts";
import { type CamerasByDates, cameraYears } from "./camera-years.ts";

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

type Bounds = { low: number; high: number; pooled: number };

export type ExpectedCost = {
  cameras: number;
  years: number;
  currency: string;
  vatIncluded: boolean;
  /** What this vote decides: paid because of these cameras, and not paid without them. */
  marginal: {
    /** Per camera put up, paid whole. */
    equipment: CostRange;
    /** Per camera in service a year, without what one camera more does not change. */
    running: CostRange;
    /** For all the cameras over all the years. */
    total: Bounds;
  };
  /** What these cameras cost with their share of all that every camera leans on, decided today or long ago. */
  full: {
    /** Per camera put up, what of its price is written off in those years. */
    equipment: CostRange;
    /** Per camera in service a year, of the investments made for all; undefined where the ledger has none. */
    jointCapital: CostRange | undefined;
    /** Per camera in service a year, with its share of everything. */
    running: CostRange;
    total: Bounds;
  };
  /** Families without an amount in some of those years: the totals are then minimums. */
  missing: readonly string[];
  /** Families of investment written off over a life that no ledger gives. */
  assumedLives: readonly string[];
  estimated: boolean;
  sourceIds: readonly number[];
};

/** Fewer cameras than this in a year make an average that says nothing. */
const fewestPutUp = 5;
const yearsLookedAt = 5;
/** Five years: the term of an authorisation (CSI L252-4), after which it is voted again. */
export const expectedYears = 5;

type Ledger = {
  lines: readonly LedgerLine[];
  cameras: readonly CamerasByDates[];
  startMonth: number;
};

/**
 * What proposed cameras may cost over five years, from what the ledger says that the others did.
 *
 * Unit: cents of the ledger's currency. Two costs that are never added to each other:
 * marginal = cameras × (equipment per camera + 5 × running per camera-year without what one camera more does not change);
 * full = cameras × (equipment written off in 5 years + 5 × (joint write-off + running) per camera-year).
 * Equipment: capital lines of cameras, works and network over cameras put up, by accounting year. Joint write-off: every
 * other investment (control room, software, studies…), straight line over its useful life, over the camera-years of the year:
 * the key is the months in service. Running: operating lines over camera-years; what one camera more does not change is
 * staff, training, control room and software. Low: the lowest year of each term; high: the highest; pooled: all years
 * together. The last five accounting years with such lines. Prices are those of their years; grants not deducted; investments
 * made before the ledger begins are not in it. Undefined where the ledger says no equipment or no running cost, or speaks
 * several currencies or treatments of VAT. No price of another city is ever put in.
 */
export function expectedCost(cameras: number, ledger: Ledger): ExpectedCost | undefined {
  const spent = ledger.lines.filter(({ basis }) => basis === "actual" || basis === "estimated");
  if (new Set(spent.map(({ currency, vatIncluded }) => `${currency}${vatIncluded}`)).size !== 1) {
    return undefined;
  }
  const bought = spent.filter(({ kind, family }) => kind === "capital" && isEquipment(family));
  const joint = spent.filter(({ kind, family }) => kind === "capital" && !isEquipment(family));
  const operating = spent.filter(({ kind }) => kind === "operating");
  const equipment = equipmentOf(bought, ledger, () => 1);
  const writtenOff = equipmentOf(bought, ledger, writtenOffShare);
  const whole = runningOf(operating, ledger);
  const running = runningOf(
    operating.filter(({ family }) => !isIn(fixedFamilies, family)),
    ledger,
  );
  if (!equipment || !writtenOff || !whole || !running) return undefined;
  const jointCapital = jointCapitalOf(joint, whole, ledger);
  const first = Math.min(equipment.from, whole.from);
  const used = [
    ...[...bought, ...operating].filter((line) => yearOf(line, ledger) >= first),
    ...joint.filter((line) => weighsOn(line, whole, ledger)),
  ];
  return {
    cameras,
    years: expectedYears,
    currency: present(oneCurrency(used)),
    vatIncluded: used.some(({ vatIncluded }) => vatIncluded),
    marginal: { equipment, running, total: over(cameras, equipment, [running]) },
    full: {
      equipment: writtenOff,
      jointCapital,
      running: whole,
      total: over(cameras, writtenOff, [whole, ...(jointCapital ? [jointCapital] : [])]),
    },
    missing: familiesOf(
      used.filter(({ amountCents, status }) => amountCents === null && status !== "declared-zero"),
    ),
    assumedLives: familiesOf(
      used.filter((line) => line.kind === "capital" && lifeOf(line).from === "default"),
    ),
    estimated: used.some(isEstimated),
    sourceIds: sourcesOf(used),
  };
}

/** Once per camera, and each of the others every year. */
function over(cameras: number, once: CostRange, yearly: readonly CostRange[]): Bounds {
  const sum = (pick: (range: CostRange) => number) =>
    cameras *
    (pick(once) + expectedYears * yearly.reduce((total, range) => total + pick(range), 0));
  return {
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
    pooled: sum(({ pooled }) => pooled),
  };
}

function familiesOf(lines: readonly LedgerLine[]): string[] {
  return [...new Set(lines.map(({ family }) => family))];
}

function lifeOf(line: LedgerLine): UsefulLife {
  return usefulLifeOf(line, plainestChoices.usefulLife);
}

/** Of a price, what is written off in the years looked ahead to. */
function writtenOffShare(line: LedgerLine): number {
  return Math.min(1, expectedYears / lifeOf(line).years);
}

/** What the investments made for all weigh on each year that has running costs, per camera-year. */
function jointCapitalOf(
  lines: readonly LedgerLine[],
  { from, to }: CostRange,
  ledger: Ledger,
): CostRange | undefined {
  const charges = lines.flatMap((line) => chargesOf(line, plainestChoices, ledger.startMonth));
  const known = charges.filter((charge) => "cents" in charge);
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (!known.some(({ year }) => years.includes(year))) return undefined;
  const shares = years.map((year) => ({
    year,
    cents: known.reduce((sum, charge) => (charge.year === year ? sum + charge.cents : sum), 0),
    divisor: servedIn(year, ledger),
  }));
  return rangeOf(shares.filter(({ divisor }) => divisor > 0));
}

function weighsOn(line: LedgerLine, { from, to }: CostRange, { startMonth }: Ledger): boolean {
  return chargesOf(line, plainestChoices, startMonth).some(
    ({ year }) => year >= from && year <= to,
  );
}

function servedIn(year: number, { cameras, startMonth }: Ledger): number {
  return cameraYears(cameras, fiscalYearPeriod(year, startMonth)).value;
}

function isEquipment(family: string): boolean {
  return isIn(equipmentFamilies, family);
}

function yearOf({ periodFrom }: Pick<LedgerLine, "periodFrom">, { startMonth }: Ledger): number {
  return fiscalYearOf(periodFrom, startMonth);
}

function isIn(families: readonly string[], family: string): boolean {
  return families.includes(family);
}

type Share = { year: number; cents: number; divisor: number };

/** Per camera put up, `partOf` a line's amount being counted. */
function equipmentOf(
  lines: readonly LedgerLine[],
  ledger: Ledger,
  partOf: (line: LedgerLine) => number,
): CostRange | undefined {
  const putUp = new Map<number, number>();
  for (const { since, cameras } of ledger.cameras) {
    if (since === null) continue;
    const year = fiscalYearOf(earliestDay(since), ledger.startMonth);
    putUp.set(year, (putUp.get(year) ?? 0) + cameras);
  }
  return rangeOf(
    sharesOf(lines, ledger, (year) => putUp.get(year) ?? 0, partOf).filter(
      ({ divisor }) => divisor >= fewestPutUp,
    ),
  );
}

function runningOf(lines: readonly LedgerLine[], ledger: Ledger): CostRange | undefined {
  return rangeOf(
    sharesOf(lines, ledger, (year) => servedIn(year, ledger)).filter(({ divisor }) => divisor > 0),
  );
}

function sharesOf(
  lines: readonly LedgerLine[],
  ledger: Ledger,
  divisorOf: (year: number) => number,
  partOf: (line: LedgerLine) => number = () => 1,
): Share[] {
  const cents = new Map<number, number>();
  for (const line of lines) {
    if (line.amountCents === null) continue;
    const year = yearOf(line, ledger);
    cents.set(year, (cents.get(year) ?? 0) + line.amountCents * partOf(line));
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
