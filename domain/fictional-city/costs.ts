import type { CameraRecord } from "#domain/camera/camera-record.ts";
import type { CostLine } from "#domain/cost/cost-line.ts";
import { yearOf } from "#domain/period/partial-date.ts";
import { vatOf } from "./budgets.ts";
import { plantedCosts, type RunningCost, runningCosts } from "./cost-prices.ts";
import { cityYears } from "./outcome-rows.ts";
import type { SeededRandom } from "./seeded-random.ts";

type Given = Pick<CostLine, "label" | "kind" | "family"> & Partial<CostLine>;

/**
 * Ten years of the ledger, 2015 to 2024: what is bought for each year's cameras, what the system costs to run, what
 * others paid. Amounts in cents, excluding VAT. Some are estimated, some not broken down, some not communicated, one is
 * declared to be nothing.
 */
export function costLinesOf(cameras: readonly CameraRecord[], random: SeededRandom): CostLine[] {
  return cityYears.flatMap((year) => {
    const dated = (from: number) => (camera: CameraRecord) =>
      camera.installedOn !== undefined && yearOf(camera.installedOn) === from;
    const bought = cameras.filter(dated(year));
    const running = cameras.filter(
      (camera) => camera.installedOn !== undefined && yearOf(camera.installedOn) <= year,
    ).length;
    const lines = [
      ...investments(year, bought.length, random),
      ...(running > 0 ? runningCosts.map((cost) => operating(cost, year, running, random)) : []),
      ...repairs(year, cameras, random),
      ...grants(year, bought.length),
    ];
    return lines.map((line, index) => complete(line, year, index + 1));
  });
}

function complete(line: Given, year: number, number: number): CostLine {
  return {
    reference: `VT-${year}-${String(number).padStart(2, "0")}`,
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    status: "known",
    basis: "actual",
    vatIncluded: false,
    currency: "EUR",
    targetKind: "system",
    targetReferences: [],
    ...line,
    ...(line.amountCents === undefined ? {} : { vatCents: vatOf(line.family, line.amountCents) }),
  };
}

function investments(year: number, bought: number, random: SeededRandom): Given[] {
  const { perCamera, controlRooms, studies } = plantedCosts;
  const perUnit = perCamera.map(({ label, family, cents, account }) => ({
    label,
    family,
    account,
    kind: "capital" as const,
    amountCents: roundToTen(bought * cents * random.between(0.92, 1.1)),
    commissionedOn: String(year),
    usefulLifeYears: 8,
    payee: "Atelier Longue-Vue (société fictive)",
    contractReference: `M-${year}-07`,
    operation: operationOf(year),
  }));
  const room = controlRooms.find((candidate) => candidate.year === year);
  const study = studies.find((candidate) => candidate.year === year);
  return [
    ...perUnit,
    ...(room
      ? [{ ...room.line, kind: "capital" as const, targetKind: "control-room" as const }]
      : []),
    ...(study ? [{ ...study.line, kind: "capital" as const }] : []),
  ];
}

function operating(cost: RunningCost, year: number, cameras: number, random: SeededRandom): Given {
  const { label, family, account, targetKind } = cost;
  const inflation = 1.018 ** (year - 2015);
  const amount = (cost.fixedCents + cost.centsPerCamera * cameras) * inflation;
  const status =
    cost.silentIn?.[year] ?? (cost.estimatedIn?.includes(year) ? "estimated" : "known");
  const isAmount = status === "known" || status === "estimated";
  // Drawn even when silent, so that a silence moves no other amount.
  const drawn = roundToTen(amount * random.between(0.96, 1.05));
  return {
    label,
    family,
    account,
    targetKind,
    kind: "operating",
    status,
    basis: status === "estimated" ? "estimated" : "actual",
    ...(isAmount ? { amountCents: drawn } : {}),
  };
}

/** Damage repaired on cameras that the ledger names; the last of them came back partly as a credit note. */
function repairs(year: number, cameras: readonly CameraRecord[], random: SeededRandom): Given[] {
  const standing = cameras.filter(
    ({ installedOn, removedOn }) =>
      installedOn !== undefined && yearOf(installedOn) < year && removedOn === undefined,
  );
  if (standing.length === 0) return [];
  const lines = Array.from({ length: random.integer(2, 4) }, (): Given => {
    const camera = random.pick(standing);
    return {
      label: `Remise en état après dégradation, caméra ${camera.reference}`,
      kind: "operating",
      family: "vandalism",
      amountCents: roundToTen(random.between(80_000, 610_000)),
      targetKind: "camera",
      targetReferences: [camera.reference],
    };
  });
  const last = lines.at(-1);
  if (year !== 2022 || last?.amountCents === undefined) return lines;
  const label = `Avoir sur : ${last.label.toLowerCase()}`;
  return [...lines, { ...last, label, amountCents: -roundToTen(last.amountCents * 0.4) }];
}

function grants(year: number, bought: number): Given[] {
  const { grants: planted, perCamera } = plantedCosts;
  const eligible = perCamera.reduce((sum, { cents }) => sum + cents, 0);
  return planted
    .filter((grant) => grant.years.includes(year))
    .map(({ label, funder, scheme, centsPerCamera, declaredZero }) => ({
      label,
      funder,
      grantScheme: scheme,
      kind: "grant" as const,
      family: "grant" as const,
      ...(declaredZero?.includes(year)
        ? { status: "declared-zero" as const }
        : {
            amountCents: roundToTen(bought * centsPerCamera),
            operation: operationOf(year),
            // A tenth more than what is paid in the end: less was spent than had been planned.
            grantNotifiedCents: roundToTen(bought * centsPerCamera * 1.1),
            grantEligibleCents: roundToTen(bought * eligible),
            ...(bought > 0 ? { grantCameras: bought } : {}),
          }),
    }));
}

function operationOf(year: number): string {
  return `Caméras de ${year}`;
}

/** Whole tens of euros: 1,000 cents. */
function roundToTen(cents: number): number {
  return Math.round(cents / 1000) * 1000;
}
