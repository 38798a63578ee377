/** What the first line of a city's page has to say, from what is known. */
export type CityHeadline<Figure> =
  | { kind: "nothing-known" }
  /** Somebody has published how many cameras there are; nobody has published which. */
  | { kind: "announced-without-list"; figure: Figure }
  | { kind: "authorised-without-list"; orders: number }
  /** Registered cameras whose known authorisations have all expired, among those in service. */
  | { kind: "expired"; inService: number; expired: number }
  | { kind: "registered"; inService: number; registered: number };

/**
 * Chooses the finding of a city's page, the gravest first: cameras in service under an expired order; a registry
 * without that; a number without a list; orders without a list; nothing.
 * Devices of road-traffic enforcement belong to the State and answer to another law: they alone are no list of a city's
 * cameras.
 * An expired order counts only where an order is known: a camera without any known order is a gap in the registry and
 * accuses nobody.
 */
export function cityHeadline<Figure>(known: {
  registered: number;
  enforcement: number;
  inService: number;
  expired: number;
  announced: Figure | undefined;
  orders: number;
}): CityHeadline<Figure> {
  const { registered, enforcement, inService, expired, announced, orders } = known;
  if (expired > 0) return { kind: "expired", inService, expired };
  if (registered > enforcement) return { kind: "registered", inService, registered };
  if (announced !== undefined) return { kind: "announced-without-list", figure: announced };
  if (orders > 0) return { kind: "authorised-without-list", orders };
  return registered > 0 ? { kind: "registered", inService, registered } : { kind: "nothing-known" };
}
