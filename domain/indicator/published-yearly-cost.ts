import type { Period } from "#domain/period/period.ts";
import { present } from "#domain/presence/present.ts";
import type { ComparedFigure } from "./requests-per-published-camera.ts";

/** A yearly cost put together from what has been published of it, for one period in which cameras were counted too. */
export type PublishedYearlyCost<Figure extends ComparedFigure = ComparedFigure> = {
  period: Period;
  currency: string;
  /** What was added up, in the order of the source. */
  components: readonly Figure[];
  cameras: Figure;
  /** Sum of the components, in units of the currency per year. */
  total: number;
  /** total / cameras: a lower bound, since families that nobody published are not in it. */
  perCameraYear: number;
  /** Share of the total paid to staff, 0 to 1; undefined when no component is a payroll. */
  staffShare: number | undefined;
};

const yearlyUnit = /^([A-Z]{3})\/year$/;

/**
 * Rebuilds a yearly cost per camera from published numbers, for each period in which a number of cameras was published.
 * Unit: currency per camera and year. Added up: every published yearly amount whose period covers that of the cameras,
 * in one currency. Nothing else is assumed: families that nobody published are missing, so that the quotient is a lower
 * bound, and grants are not taken off. A period without a published number of cameras gives no quotient.
 * Check: (340,000 + 60,000 + 900,000) € / 67 cameras = 19,403 € per camera-year, staff 69.2 % (Saint-Étienne, 2009–2010;
 * components published by Mucchielli, total computed).
 */
export function publishedYearlyCosts<Figure extends ComparedFigure>(
  figures: readonly Figure[],
): PublishedYearlyCost<Figure>[] {
  const cameras = figures.flatMap((figure) => {
    const { unit, period, value } = figure;
    return unit === "camera" && period !== null && value > 0 ? [{ figure, period }] : [];
  });
  return cameras.flatMap(({ figure: counted, period }) => {
    const components = figures.filter(
      (figure) => yearlyUnit.test(figure.unit) && covers(figure.period, period),
    );
    const currencies = new Set(components.map(({ unit }) => present(yearlyUnit.exec(unit)?.[1])));
    const [currency] = currencies;
    if (currency === undefined || currencies.size > 1) return [];
    const total = sum(components);
    const staff = components.filter(({ measure }) => measure === "payroll");
    return [
      {
        period,
        currency,
        components,
        cameras: counted,
        total,
        perCameraYear: total / counted.value,
        staffShare: staff.length > 0 && total > 0 ? sum(staff) / total : undefined,
      },
    ];
  });
}

function covers(outer: Period | null, inner: Period): boolean {
  return outer !== null && outer.from <= inner.from && outer.to >= inner.to;
}

function sum(figures: readonly { value: number }[]): number {
  return figures.reduce((total, { value }) => total + value, 0);
}

export type Contradiction<Figure extends ComparedFigure = ComparedFigure> = {
  measure: string;
  /** Two or more numbers said of overlapping periods that are not the same, the earliest first. */
  figures: readonly Figure[];
  /** They say different scopes: this may explain it, and then none is wrong. */
  scopesDiffer: boolean;
};

/**
 * Published numbers of one measure and unit that speak of overlapping periods and differ. They are shown side by side;
 * none is chosen, none is averaged. Different scopes are named as the possible reason.
 */
export function contradictions<Figure extends ComparedFigure>(
  figures: readonly Figure[],
): Contradiction<Figure>[] {
  const found = new Map<string, Set<Figure>>();
  for (const one of figures)
    for (const other of figures) {
      if (one === other || one.measure !== other.measure || one.unit !== other.unit) continue;
      if (one.value === other.value || !overlap(one.period, other.period)) continue;
      found.set(one.measure, (found.get(one.measure) ?? new Set()).add(one).add(other));
    }
  return [...found].map(([measure, group]) => {
    const said = [...group].sort((a, b) =>
      present(a.period).from.localeCompare(present(b.period).from),
    );
    return {
      measure,
      figures: said,
      scopesDiffer: new Set(said.map(({ scope }) => scope)).size > 1,
    };
  });
}

function overlap(a: Period | null, b: Period | null): boolean {
  return a !== null && b !== null && a.from <= b.to && b.from <= a.to;
}
