import type { costFamilies, costKinds } from "#domain/cost/cost-line.ts";

export type SpendColumn = "OrganisationalUnit" | "BeneficiaryName" | "Purpose" | "ProclassLabel";

/** True when one of the columns holds one of the words, or is one of the texts. Compared without case. */
type SpendTest = { columns: readonly SpendColumn[] } & (
  | { contains: readonly string[] }
  | { equals: readonly string[] }
);

/** A way of sorting payments. The first rule whose tests all hold decides; a line that none catches is not CCTV. */
export type SpendRule = {
  id: string;
  description: { fr: string; en: string };
  tests: readonly SpendTest[];
  result:
    | { keep: { kind: (typeof costKinds)[number]; family: (typeof costFamilies)[number] } }
    | { leaveOut: string };
};

const centralWatch: SpendTest = {
  columns: ["OrganisationalUnit"],
  equals: ["CCTV CENTRAL WATCH"],
};
const capitalScheme: SpendTest = { columns: ["OrganisationalUnit"], equals: ["Capital Schemes"] };
const namesCctv: SpendTest = {
  columns: ["OrganisationalUnit", "BeneficiaryName", "Purpose", "ProclassLabel"],
  contains: ["cctv", "closed circuit"],
};
const purposeHas = (...contains: string[]): SpendTest => ({ columns: ["Purpose"], contains });
const paidFor = (...contains: string[]): SpendTest => ({
  columns: ["Purpose", "BeneficiaryName"],
  contains,
});
const placeHas = (...contains: string[]): SpendTest => ({
  columns: ["OrganisationalUnit", "Purpose"],
  contains,
});

const operating = (family: (typeof costFamilies)[number]) =>
  ({ keep: { kind: "operating", family } }) as const;
const capital = (family: (typeof costFamilies)[number]) =>
  ({ keep: { kind: "capital", family } }) as const;
const elsewhere = { leaveOut: "cctv-elsewhere" } as const;

/**
 * How the supplier payments of Trafford Council become the cost of its street cameras. Order matters. The whole cost
 * centre of the control room is kept, whatever a line names; outside it, only capital schemes that name CCTV are.
 */
export const traffordSpendRules: readonly SpendRule[] = [
  {
    id: "central-watch-energy",
    description: {
      fr: "Centre de coûts « CCTV CENTRAL WATCH » : électricité",
      en: "Cost centre “CCTV CENTRAL WATCH”: electricity",
    },
    tests: [centralWatch, paidFor("electricity", "energy solutions")],
    result: operating("energy"),
  },
  {
    id: "central-watch-control-room",
    description: {
      fr: "Centre de coûts « CCTV CENTRAL WATCH » : loyer de la salle de supervision",
      en: "Cost centre “CCTV CENTRAL WATCH”: rent of the control room",
    },
    tests: [centralWatch, purposeHas("control room")],
    result: operating("control-room"),
  },
  {
    id: "central-watch-camera-lease",
    description: {
      fr: "Centre de coûts « CCTV CENTRAL WATCH » : location de caméras",
      en: "Cost centre “CCTV CENTRAL WATCH”: lease of cameras",
    },
    tests: [centralWatch, purposeHas("camera lease")],
    result: operating("camera-and-installation"),
  },
  {
    id: "central-watch-maintenance",
    description: {
      fr: "Centre de coûts « CCTV CENTRAL WATCH » : réparations et contrats d’entretien",
      en: "Cost centre “CCTV CENTRAL WATCH”: repairs and maintenance agreements",
    },
    tests: [centralWatch, purposeHas("maintenance", "repair", "rewire")],
    result: operating("maintenance"),
  },
  {
    id: "central-watch-training",
    description: {
      fr: "Centre de coûts « CCTV CENTRAL WATCH » : formation",
      en: "Cost centre “CCTV CENTRAL WATCH”: training",
    },
    // The ledger cuts its account names: "PROFESSIONAL TRAININ".
    tests: [centralWatch, purposeHas("trainin")],
    result: operating("training"),
  },
  {
    id: "central-watch-audit",
    description: {
      fr: "Centre de coûts « CCTV CENTRAL WATCH » : audit",
      en: "Cost centre “CCTV CENTRAL WATCH”: audit",
    },
    tests: [centralWatch, purposeHas("audit")],
    result: operating("audit-and-evaluation"),
  },
  {
    id: "central-watch-telecom",
    description: {
      fr: "Centre de coûts « CCTV CENTRAL WATCH » : liaisons louées à l’opérateur du réseau",
      en: "Cost centre “CCTV CENTRAL WATCH”: links rented from the network operator",
    },
    tests: [centralWatch, paidFor("metronet", "fibre", "fiber", "link rental")],
    result: operating("telecom"),
  },
  {
    id: "central-watch-other",
    description: {
      fr: "Centre de coûts « CCTV CENTRAL WATCH » : tout le reste",
      en: "Cost centre “CCTV CENTRAL WATCH”: everything else",
    },
    tests: [centralWatch],
    result: operating("other"),
  },
  {
    id: "drain-survey",
    description: {
      fr: "Inspection de canalisations par caméra (« CCTV survey ») : ce n’est pas de la surveillance",
      en: "Inspection of drains by camera (“CCTV survey”): not surveillance",
    },
    tests: [
      namesCctv,
      paidFor("cctv survey", "drain", "jet vac", "jetvac", "water jetting", "sewer", "culvert"),
    ],
    result: { leaveOut: "drain-survey" },
  },
  {
    id: "capital-signs",
    description: {
      fr: "Investissement dont l’objet nomme la CCTV : panneaux d’information",
      en: "Capital scheme whose purpose names CCTV: signs",
    },
    tests: [capitalScheme, namesCctv, purposeHas("signs", "signage", "panel")],
    result: capital("signs"),
  },
  {
    id: "capital-columns",
    description: {
      fr: "Investissement dont l’objet nomme la CCTV : mâts",
      en: "Capital scheme whose purpose names CCTV: columns",
    },
    tests: [capitalScheme, namesCctv, purposeHas("column")],
    result: capital("civil-works"),
  },
  {
    id: "capital-cameras",
    description: {
      fr: "Investissement dont l’objet nomme la CCTV : caméras, matériel et pose",
      en: "Capital scheme whose purpose names CCTV: cameras, equipment and installation",
    },
    tests: [capitalScheme, namesCctv],
    result: capital("camera-and-installation"),
  },
  {
    id: "elsewhere-sports",
    description: {
      fr: "La CCTV d’un équipement sportif ou de loisirs",
      en: "The CCTV of a sports or leisure centre",
    },
    tests: [namesCctv, placeHas("sports", "leisure")],
    result: elsewhere,
  },
  {
    id: "elsewhere-car-park",
    description: { fr: "La CCTV d’un parc de stationnement", en: "The CCTV of a car park" },
    tests: [namesCctv, placeHas("car park", "carpark", "parking")],
    result: elsewhere,
  },
  {
    id: "elsewhere-cemetery",
    description: {
      fr: "La CCTV d’un cimetière ou d’un crématorium",
      en: "The CCTV of a cemetery or crematorium",
    },
    tests: [namesCctv, placeHas("cemeter", "cremator")],
    result: elsewhere,
  },
  {
    id: "elsewhere-other",
    description: {
      fr: "Nomme la CCTV hors de la supervision et des investissements : bâtiments, services",
      en: "Names CCTV outside the control room and capital schemes: buildings, services",
    },
    tests: [namesCctv],
    result: elsewhere,
  },
];
