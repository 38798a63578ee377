import type { CostLine } from "#domain/cost/cost-line.ts";

type Silence = Extract<
  CostLine["status"],
  "not-communicated" | "not-broken-down" | "declared-zero"
>;

/** A yearly cost: an amount for the whole system and an amount per camera, in cents of 2015, and its silences. */
export type RunningCost = Pick<CostLine, "label" | "family" | "targetKind"> & {
  account: string;
  fixedCents: number;
  centsPerCamera: number;
  estimatedIn?: readonly number[];
  silentIn?: Readonly<Record<number, Silence>>;
};

export const runningCosts: readonly RunningCost[] = [
  {
    label: "Agents du centre de supervision urbain",
    family: "staff",
    account: "64111",
    targetKind: "control-room",
    fixedCents: 31_000_000,
    centsPerCamera: 110_000,
    silentIn: { 2015: "not-broken-down" },
  },
  {
    label: "Contrat de maintenance des caméras et du réseau",
    family: "maintenance",
    account: "6156",
    targetKind: "system",
    fixedCents: 2_400_000,
    centsPerCamera: 42_000,
  },
  {
    label: "Électricité des caméras",
    family: "energy",
    account: "60612",
    targetKind: "system",
    fixedCents: 0,
    centsPerCamera: 6_100,
    estimatedIn: [2015, 2016, 2017, 2018, 2023],
    silentIn: { 2019: "not-broken-down", 2020: "not-broken-down" },
  },
  {
    label: "Liaisons de télécommunication",
    family: "telecom",
    account: "6262",
    targetKind: "network",
    fixedCents: 900_000,
    centsPerCamera: 12_500,
  },
  {
    label: "Licences du logiciel et stockage des images",
    family: "storage-and-software",
    account: "6518",
    targetKind: "control-room",
    fixedCents: 3_600_000,
    centsPerCamera: 8_800,
    silentIn: { 2016: "not-communicated" },
  },
  {
    label: "Assurance du matériel",
    family: "insurance",
    account: "6161",
    targetKind: "system",
    fixedCents: 450_000,
    centsPerCamera: 2_100,
    silentIn: { 2021: "not-communicated", 2024: "not-communicated" },
  },
  {
    label: "Formation des opérateurs",
    family: "training",
    account: "6184",
    targetKind: "control-room",
    fixedCents: 700_000,
    centsPerCamera: 0,
    silentIn: { 2020: "declared-zero" },
  },
  {
    label: "Panneaux d’information du public",
    family: "signs",
    account: "60632",
    targetKind: "system",
    fixedCents: 80_000,
    centsPerCamera: 900,
    estimatedIn: [2022],
  },
];

type DatedLine = { year: number; line: Pick<CostLine, "label" | "family"> & Partial<CostLine> };
/** What a funder gives for each camera bought in some years, and under which scheme. */
type PlantedGrant = {
  label: string;
  funder: string;
  scheme: string;
  centsPerCamera: number;
  years: readonly number[];
  declaredZero?: readonly number[];
};

/** What cameras cost to buy, what was built and studied, and who else paid. Cents, excluding VAT. */
export const plantedCosts: {
  perCamera: readonly (Pick<CostLine, "label" | "family"> & { account: string; cents: number })[];
  controlRooms: readonly DatedLine[];
  studies: readonly DatedLine[];
  grants: readonly PlantedGrant[];
} = {
  perCamera: [
    {
      label: "Caméras et pose",
      family: "camera-and-installation",
      account: "21838",
      cents: 620_000,
    },
    {
      label: "Génie civil : tranchées, massifs et mâts",
      family: "civil-works",
      account: "21538",
      cents: 540_000,
    },
    {
      label: "Fibre et équipements de réseau",
      family: "network",
      account: "21533",
      cents: 210_000,
    },
  ],
  controlRooms: [
    {
      year: 2015,
      line: {
        label: "Création du centre de supervision urbain",
        family: "control-room",
        amountCents: 64_000_000,
        commissionedOn: "2015-03",
        usefulLifeYears: 10,
      },
    },
    {
      year: 2021,
      line: {
        label: "Extension du mur d’images et du stockage",
        family: "control-room",
        amountCents: 28_500_000,
        commissionedOn: "2021-09",
        usefulLifeYears: 7,
      },
    },
  ],
  studies: [
    {
      year: 2015,
      line: {
        label: "Étude d’implantation, plan 2015-2017",
        family: "studies",
        amountCents: 3_800_000,
      },
    },
    {
      year: 2018,
      line: {
        label: "Étude d’implantation, plan 2018-2020",
        family: "studies",
        amountCents: 4_150_000,
      },
    },
    {
      year: 2023,
      line: {
        label: "Évaluation confiée à un cabinet",
        family: "audit-and-evaluation",
        status: "not-communicated",
      },
    },
  ],
  grants: [
    {
      label: "Subvention de l’État pour les caméras de l’année",
      funder: "État (subvention fictive)",
      scheme: "FIPD",
      centsPerCamera: 380_000,
      years: [2015, 2016, 2017, 2018, 2019, 2020],
      declaredZero: [2018],
    },
    {
      label: "Subvention de la Région",
      funder: "Région du Témoin (fictive)",
      scheme: "Région",
      centsPerCamera: 190_000,
      years: [2019, 2021, 2022],
    },
  ],
};
