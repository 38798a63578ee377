import type { AuthorisationRecord } from "#domain/authorisation/authorisation-record.ts";
import type { CameraPurpose } from "#domain/camera/camera-vocabulary.ts";
import { authorisationTerm } from "#domain/compliance/authorisation-state.ts";
import { addYears } from "#domain/period/partial-date.ts";
import { present } from "#domain/presence/present.ts";
import type { DrawnDistrict } from "./districts.ts";
import type { DistrictCode } from "./street-names.ts";

type Order = {
  number: string;
  name: string;
  kind: AuthorisationRecord["kind"];
  grantedOn: string;
  districts: readonly DistrictCode[];
  cameras: number | undefined;
  retentionDays: number;
};

/**
 * The orders of a fictional prefect. Read on 2026-11-24: VT-2021-052 has expired and its cameras are still in service,
 * VT-2022-004 expires within six months, and VT-2025-033 gives neither term nor number of cameras.
 */
const orders: readonly Order[] = [
  {
    number: "VT-2023-018",
    name: "Le Bourg-Clos",
    kind: "renewal",
    grantedOn: "2023-06-05",
    districts: ["VT01"],
    cameras: 84,
    retentionDays: 30,
  },
  {
    number: "VT-2022-004",
    name: "Les Verreries",
    kind: "renewal",
    grantedOn: "2022-02-07",
    districts: ["VT02"],
    cameras: 36,
    retentionDays: 15,
  },
  {
    number: "VT-2024-029",
    name: "Gare-Basse et Port-Sec",
    kind: "renewal",
    grantedOn: "2024-05-13",
    districts: ["VT03", "VT08"],
    cameras: 80,
    retentionDays: 21,
  },
  {
    number: "VT-2025-011",
    name: "Le Champ-des-Cordes",
    kind: "renewal",
    grantedOn: "2025-03-10",
    districts: ["VT04"],
    cameras: 30,
    retentionDays: 15,
  },
  {
    number: "VT-2021-052",
    name: "Les Tanneries",
    kind: "renewal",
    grantedOn: "2021-09-20",
    districts: ["VT05"],
    cameras: 24,
    retentionDays: 30,
  },
  {
    number: "VT-2024-006",
    name: "La Petite-Écluse",
    kind: "initial",
    grantedOn: "2024-01-22",
    districts: ["VT06"],
    cameras: 34,
    retentionDays: 15,
  },
  {
    number: "VT-2023-040",
    name: "Roseaux et Ardoisières",
    kind: "initial",
    grantedOn: "2023-10-02",
    districts: ["VT09", "VT10"],
    cameras: 52,
    retentionDays: 15,
  },
  {
    number: "VT-2024-063",
    name: "Quartiers de l’est",
    kind: "initial",
    grantedOn: "2024-11-18",
    districts: ["VT07", "VT11", "VT12"],
    cameras: 60,
    retentionDays: 15,
  },
];
const buildingsOrder: Order = {
  number: "VT-2025-033",
  name: "Bâtiments municipaux et parcs de stationnement",
  kind: "modification",
  grantedOn: "2025-07-07",
  districts: [],
  cameras: undefined,
  retentionDays: 15,
};
const purposes: readonly CameraPurpose[] = [
  "persons-and-property",
  "public-buildings",
  "traffic-flow",
  "traffic-offences",
  "rescue-and-fire",
  "fly-tipping",
];

/** The nine orders, with the outlines of the districts they cover; without districts, no outline is known. */
export function authorisationsOf(districts: readonly DrawnDistrict[]): AuthorisationRecord[] {
  return [...orders, buildingsOrder].map((order) => {
    const isDated = order !== buildingsOrder;
    const perimeter = perimeterOf(districts.filter(({ code }) => isCovered(order, code)));
    return {
      orderNumber: order.number,
      kind: order.kind,
      grantedOn: order.grantedOn,
      ...(isDated
        ? {
            termYears: authorisationTerm.years,
            expiresOn: addYears(order.grantedOn, authorisationTerm.years),
          }
        : {}),
      perimeterName: order.name,
      ...(perimeter ? { perimeter } : {}),
      authority: "Préfecture du Témoin (fictive)",
      holder: "Commune de Ville-Témoin",
      ...(order.cameras === undefined ? {} : { camerasAuthorised: order.cameras }),
      retentionDays: order.retentionDays,
      purposes: [...purposes],
      note: "Arrêté fictif : donnée engendrée.",
    };
  });
}

function isCovered(order: Order, code: string): boolean {
  return order.districts.some((district) => district === code);
}

function perimeterOf(districts: readonly DrawnDistrict[]) {
  return districts.length === 0
    ? undefined
    : {
        type: "MultiPolygon" as const,
        coordinates: districts.map(({ geometry }) => geometry.coordinates),
      };
}

/** The order under which a camera was authorised: by district in the street, one for the city's own buildings. */
export function orderFor(
  district: string,
  setting: string,
): { number: string; retentionDays: number } {
  const isBuilding = setting === "municipal-building" || setting === "parking";
  if (isBuilding) return buildingsOrder;
  return present(orders.find((order) => isCovered(order, district)));
}
