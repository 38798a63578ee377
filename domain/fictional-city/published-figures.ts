import type { PublishedFigure } from "#domain/published-figure/published-figure.ts";

type Given = Pick<PublishedFigure, "reference" | "measure" | "value" | "unit"> &
  Partial<PublishedFigure> & { year: number };

/**
 * What the institutions of the fictional city have announced. Some contradict one another on purpose: two numbers of
 * cameras in 2019, and requests for footage that are footage reviews in one year and judicial requisitions in another,
 * so that no series may be drawn through them.
 */
const announced: readonly Given[] = [
  {
    reference: "VT-F01",
    measure: "cameras",
    value: 33,
    unit: "camera",
    year: 2015,
    scope: "street only",
    sourceTitle: "Rapport d’activité 2015",
  },
  {
    reference: "VT-F02",
    measure: "cameras",
    value: 139,
    unit: "camera",
    year: 2018,
    scope: "streets and municipal sites",
    sourceTitle: "Délibération du conseil sur le plan 2018-2020",
  },
  {
    reference: "VT-F03",
    measure: "cameras",
    value: 171,
    unit: "camera",
    year: 2019,
    scope: "street only",
    sourceTitle: "Conférence de presse du maire",
  },
  {
    reference: "VT-F04",
    measure: "cameras",
    value: 230,
    qualifier: "more than",
    unit: "camera",
    year: 2019,
    scope: "streets and municipal sites",
    sourceTitle: "Bulletin municipal",
  },
  {
    reference: "VT-F05",
    measure: "cameras",
    value: 400,
    qualifier: "nearly",
    unit: "camera",
    year: 2024,
    scope: "streets and municipal sites",
    sourceTitle: "Rapport d’activité 2024",
  },
  {
    reference: "VT-F06",
    measure: "footage review requests",
    value: 128,
    unit: "request",
    year: 2015,
    scope: "streets and municipal sites",
    definition: "Demandes de relecture d’images par la police",
    sourceTitle: "Rapport d’activité 2015",
  },
  {
    reference: "VT-F07",
    measure: "footage review requests",
    value: 600,
    qualifier: "about",
    unit: "request",
    year: 2019,
    sourceTitle: "Conférence de presse du maire",
  },
  {
    reference: "VT-F08",
    measure: "judicial requisitions",
    value: 640,
    unit: "request",
    year: 2024,
    scope: "streets and municipal sites",
    definition: "Réquisitions judiciaires : une demande de relecture peut n’en donner aucune",
    sourceTitle: "Rapport d’activité 2024",
  },
  {
    reference: "VT-F09",
    measure: "video fines",
    value: 3000,
    qualifier: "nearly",
    unit: "fine",
    year: 2022,
    scope: "video-fine zone",
    sourceTitle: "Bulletin municipal",
  },
  {
    reference: "VT-F10",
    measure: "maintenance expenditure",
    value: 120000,
    qualifier: "about",
    unit: "EUR/year",
    year: 2021,
    sourceTitle: "Réponse à une question d’opposition",
  },
  {
    reference: "VT-F11",
    measure: "payroll",
    value: 700000,
    unit: "EUR/year",
    year: 2021,
    sourceTitle: "Réponse à une question d’opposition",
  },
];

export function publishedFiguresOf(): PublishedFigure[] {
  return announced.map(({ year, sourceTitle, ...figure }) => ({
    place: "Ville-Témoin",
    periodText: String(year),
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    sourceKind: "fictional",
    verification: "generated",
    ...figure,
    sourceTitle: `${sourceTitle} (donnée fictive)`,
  }));
}
