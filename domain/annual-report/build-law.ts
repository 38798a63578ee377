import { indicatorFigures } from "./indicator-figures.ts";
import { ofCameras, ofRegister } from "./register-figures.ts";
import type { RegistryYear } from "./registry-year.ts";
import type { ReportEntry, ReportFigure, ReportPart, ReportUnknown } from "./report-content.ts";

/** Orders and what they cover on the day that is told, and the duties that no register says anything of. */
export function buildLaw(known: RegistryYear): ReportPart {
  const rate = indicatorFigures(known, known.needsOrders ? ["valid-authorisation-share"] : []);
  return {
    figures: [...coverage(known), ...rate.figures, ...retention(known)],
    entries: ordersOfYear(known),
    unknowns: [
      ...unknownOrders(known),
      { code: "impact-assessment" },
      { code: "signs" },
      { code: "privacy-masks" },
      { code: "review-dates" },
      ...rate.unknowns,
    ],
  };
}

/** Cameras in service under an order that holds on the day, and under none but expired ones. */
function coverage(known: RegistryYear): ReportFigure[] {
  const { needsOrders, orders, authorisations } = known;
  if (!needsOrders || orders.length === 0) return [];
  const { valid = 0, expiring = 0, expired = 0 } = authorisations.byState;
  return [
    ofOrders(known, "cameras-under-valid-order", valid + expiring),
    ofOrders(known, "cameras-under-expired-order", expired),
  ];
}

function retention(known: RegistryYear): ReportFigure[] {
  const { withRetention, overRetention } = known.authorisations;
  if (withRetention === 0) return [];
  return [
    ofRegister(known, "retention-stated", ofCameras(known, withRetention), "authorisations"),
    ofRegister(known, "retention-over", ofCameras(known, overRetention), "authorisations"),
  ];
}

/** Orders that began or ended in the year, until the day that is told. */
function ordersOfYear({ orders, year, asOf }: RegistryYear): ReportEntry[] {
  const inYear = (day: string | null) => day?.startsWith(`${year}-`) === true && day <= asOf;
  const expired = orders.flatMap((order) =>
    order.expiresOn !== null && inYear(order.expiresOn) && order.expiresOn < asOf
      ? [orderEntry("order-expired", order, order.expiresOn)]
      : [],
  );
  return [
    ...orders
      .filter(({ grantedOn }) => inYear(grantedOn))
      .map((order) => orderEntry("order-granted", order, order.grantedOn)),
    ...expired,
  ];
}

function unknownOrders(known: RegistryYear): ReportUnknown[] {
  const { needsOrders, orders, authorisations } = known;
  const { inService, withRetention, byState } = authorisations;
  const unknowns: ReportUnknown[] = [];
  const withoutOrder = byState["none-known"] ?? 0;
  const undated = orders.filter(({ expiresOn }) => expiresOn === null).length;
  if (needsOrders && orders.length === 0) unknowns.push({ code: "orders" });
  else if (needsOrders && withoutOrder > 0) {
    unknowns.push({ code: "orders-of-cameras", count: withoutOrder, of: inService });
  }
  if (undated > 0) unknowns.push({ code: "expiry-of-orders", count: undated, of: orders.length });
  if (withRetention < inService || inService === 0) {
    unknowns.push({ code: "retention", count: inService - withRetention, of: inService });
  }
  return unknowns;
}

type Order = RegistryYear["orders"][number];

function orderEntry(
  kind: "order-granted" | "order-expired",
  { number, perimeter }: Order,
  on: string,
): ReportEntry {
  return { kind, number, on, ...(perimeter === null ? {} : { perimeter }) };
}

function ofOrders(known: RegistryYear, name: string, cameras: number): ReportFigure {
  const { registrySourceIds, orderSourceIds } = known.facts;
  const measure = ofCameras(known, cameras);
  const sources = [...registrySourceIds, ...orderSourceIds];
  return ofRegister(known, name, { ...measure, sources }, "authorisations");
}
