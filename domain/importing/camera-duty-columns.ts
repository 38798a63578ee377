import { cameraPurposes } from "#domain/camera/camera-vocabulary.ts";
import type { ColumnDescription } from "./importer.ts";

export const monitoringModes = ["live-continuous", "live-partial", "after-the-fact"] as const;

/** Since when, by whom, for what and under which authorisation: second half of the inventory's columns. */
export const cameraDutyColumns: readonly ColumnDescription[] = [
  date(
    "installed_on",
    [
      "date d’installation",
      "date d'installation",
      "date installation",
      "installation",
      "installée le",
      "date de pose",
    ],
    "Date d’installation",
    "Installation date",
  ),
  date(
    "commissioned_on",
    ["mise en service", "date de mise en service", "mise en service le"],
    "Date de mise en service",
    "Date of entry into service",
  ),
  date(
    "removed_on",
    ["date de dépose", "date de retrait", "dépose", "retrait", "retirée le"],
    "Date de dépose",
    "Date of removal",
  ),
  text(
    "operator",
    ["exploitant", "opérateur", "service exploitant"],
    "Qui exploite la caméra",
    "Who operates the camera",
  ),
  text("owner", ["propriétaire"], "À qui appartient la caméra", "Who owns the camera"),
  text(
    "controller",
    ["responsable de traitement", "responsable du traitement", "data_controller"],
    "Responsable de traitement, qui répond aux demandes d’accès",
    "Data controller, who answers access requests",
  ),
  text(
    "maintainer",
    ["mainteneur", "maintenance", "prestataire de maintenance"],
    "Qui entretient la caméra",
    "Who maintains the camera",
  ),
  {
    name: "purposes",
    aliases: ["finalités", "finalité", "purpose", "but"],
    type: "list",
    values: cameraPurposes,
    description: {
      fr: "Finalités légales, séparées par « ; » : valeur de la liste, numéro de 1 à 11 ou « CSI L251-2, 5° »",
      en: "Legal purposes, separated by “;”: a value of the list, a number from 1 to 11 or “CSI L251-2, 5°”",
    },
  },
  {
    name: "authorisations",
    aliases: [
      "arrêté",
      "arrêtés",
      "autorisation",
      "numéro d’arrêté",
      "numéro d'arrêté",
      "n° arrêté",
      "arrêté préfectoral",
      "authorisation",
      "authorization",
      "authorisation_references",
    ],
    type: "list",
    description: {
      fr: "Références des autorisations préfectorales, séparées par « ; »",
      en: "References of the authorisations, separated by “;”",
    },
  },
  {
    name: "retention_days",
    aliases: [
      "durée de conservation",
      "conservation",
      "conservation (jours)",
      "durée conservation jours",
      "retention",
    ],
    type: "integer",
    unit: "days",
    description: {
      fr: "Durée de conservation des images, en jours ; une durée au-delà du mois légal est gardée telle quelle",
      en: "How long images are kept, in days; more than the legal month is kept as it is",
    },
  },
  {
    name: "monitoring",
    aliases: ["visionnage", "exploitation des images", "mode de visionnage"],
    type: "enum",
    values: monitoringModes,
    description: {
      fr: "Qui regarde quand : en direct en continu, en direct en partie, après les faits",
      en: "Who watches when: live all the time, live part of the time, after the fact",
    },
  },
  text(
    "algorithmic_processing",
    ["traitement algorithmique", "logiciel d’analyse", "logiciel d'analyse", "vsa"],
    "Traitement algorithmique des images, en clair",
    "Algorithmic processing of the images, in words",
  ),
  {
    name: "attributes",
    type: "json",
    description: {
      fr: "Ce que la source dit de plus, en JSON : noms et valeurs",
      en: "What else the source says, as JSON: names and values",
    },
  },
  date(
    "observed_on",
    [
      "date d’observation",
      "date d'observation",
      "date du constat",
      "mis à jour le",
      "date de mise à jour",
      "updated_on",
    ],
    "Jour où la source a constaté ce qui est écrit",
    "Day on which the source saw what is written",
    "day",
  ),
];

function text(name: string, aliases: string[], fr: string, en: string): ColumnDescription {
  return { name, aliases, type: "string", description: { fr, en } };
}

function date(
  name: string,
  aliases: string[],
  fr: string,
  en: string,
  precision: "partial" | "day" = "partial",
): ColumnDescription {
  const said =
    precision === "day"
      ? { fr: `${fr} (AAAA-MM-JJ ou JJ/MM/AAAA)`, en: `${en} (YYYY-MM-DD or DD/MM/YYYY)` }
      : {
          fr: `${fr} (AAAA, AAAA-MM, AAAA-MM-JJ ou JJ/MM/AAAA)`,
          en: `${en} (YYYY, YYYY-MM, YYYY-MM-DD or DD/MM/YYYY)`,
        };
  return { name, aliases, type: "date", description: said };
}
