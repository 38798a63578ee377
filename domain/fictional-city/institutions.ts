import type { InstitutionFact } from "#domain/institution/institution-fact.ts";

const facts: readonly Pick<
  InstitutionFact,
  "reference" | "kind" | "happenedOn" | "statementFr" | "statementEn"
>[] = [
  {
    reference: "VT-I01",
    kind: "history",
    happenedOn: "2015-03",
    statementFr:
      "Ouverture du centre de supervision urbain et des premières caméras, au Bourg-Clos.",
    statementEn: "The control room opens with the first cameras, in Le Bourg-Clos.",
  },
  {
    reference: "VT-I02",
    kind: "committee",
    happenedOn: "2017-04-24",
    statementFr:
      "Création d’un comité d’éthique de neuf membres : trois élus, dont un de l’opposition, trois personnes qualifiées, trois habitants tirés au sort.",
    statementEn:
      "An ethics committee of nine is created: three councillors, one of them from the opposition, three qualified persons, three residents drawn by lot.",
  },
  {
    reference: "VT-I03",
    kind: "purposes",
    happenedOn: "2018-01-29",
    statementFr:
      "Le conseil fixe l’objectif du plan 2018-2020 : moins de vols de véhicules à la Gare-Basse et au Port-Sec.",
    statementEn:
      "The council sets the aim of the 2018–2020 plan: fewer vehicle offences in La Gare-Basse and Le Port-Sec.",
  },
  {
    reference: "VT-I04",
    kind: "procedure",
    happenedOn: "2019-09",
    statementFr:
      "Le comité reçoit les réclamations par écrit et y répond dans les deux mois ; ses avis sont publiés.",
    statementEn:
      "The committee receives complaints in writing and answers within two months; its opinions are published.",
  },
  {
    reference: "VT-I05",
    kind: "control",
    happenedOn: "2022-11-15",
    statementFr:
      "La commission départementale relève que les refus d’accès aux images ne sont pas motivés.",
    statementEn:
      "The departmental commission notes that refusals of access to footage give no reason.",
  },
  {
    reference: "VT-I06",
    kind: "committee",
    happenedOn: "2025-06-02",
    statementFr:
      "Le comité demande pourquoi le renouvellement de l’autorisation des Tanneries n’a pas été préparé.",
    statementEn:
      "The committee asks why the renewal of the authorisation for Les Tanneries has not been prepared.",
  },
];

/** Who controls the cameras of the fictional city, and since when. */
export function institutionsOf(): InstitutionFact[] {
  return facts.map((fact) => ({
    ...fact,
    sourceTitle: "Registre des délibérations de Ville-Témoin (donnée fictive)",
    verification: "generated",
  }));
}
