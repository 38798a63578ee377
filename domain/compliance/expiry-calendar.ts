import { readExpiry } from "./authorisation-state.ts";

export type ExpiringOrder = {
  readonly grantedOn: string;
  readonly expiresOn: string | null;
  /** Cameras in service that name it. */
  readonly cameras: number;
};

export type HalfYearOfExpiries = {
  readonly year: number;
  readonly half: 1 | 2;
  /** Orders that end in it, already past on the day or still to come. */
  readonly past: number;
  readonly coming: number;
  /** Cameras in service that name one of them; a camera that names two of them counts twice. */
  readonly cameras: number;
};

/**
 * Orders by the half-year in which they end, from the first to the last, those in which none ends included: when renewals
 * must be asked for. Unit: orders. An order whose end nobody has published stands in none of them.
 */
export function expiriesByHalfYear(
  orders: readonly ExpiringOrder[],
  today: string,
): HalfYearOfExpiries[] {
  const dated = orders.flatMap((order) =>
    order.expiresOn === null
      ? []
      : [{ order, half: halfOf(order.expiresOn), state: readExpiry(order, today).state }],
  );
  if (dated.length === 0) return [];
  const [from, to] = [
    Math.min(...dated.map(({ half }) => half)),
    Math.max(...dated.map(({ half }) => half)),
  ];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const own = dated.filter(({ half }) => half === from + index);
    const past = own.filter(({ state }) => state === "expired").length;
    return {
      year: Math.floor((from + index) / 2),
      half: (from + index) % 2 === 0 ? 1 : 2,
      past,
      coming: own.length - past,
      cameras: own.reduce((sum, { order }) => sum + order.cameras, 0),
    };
  });
}

/** Half-years since the year 0. */
function halfOf(day: string): number {
  return Number(day.slice(0, 4)) * 2 + (Number(day.slice(5, 7)) > 6 ? 1 : 0);
}
