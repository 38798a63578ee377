import {
  authorisationKinds,
  authorisationRecordSchema,
} from "#domain/authorisation/authorisation-record.ts";
import { readPurpose } from "#domain/importing/camera-words.ts";
import { fieldColumns } from "#domain/importing/field-columns.ts";
import type { Importer, RawRow, RowReading } from "#domain/importing/importer.ts";
import { concludeRow, type RowCells, rowCells } from "#domain/importing/row-cells.ts";
import { addYears } from "#domain/period/partial-date.ts";

/** Prefects' orders (arrêtés d'autorisation) in the registry's published schema. */
export const authorisationsImporter: Importer<"authorisation"> = {
  id: "authorisations",
  label: { fr: "Arrêtés d’autorisation", en: "Prefectural authorisations" },
  produces: "authorisation",
  accepts: ["table", "features"],
  columns: [
    {
      name: "order_number",
      aliases: ["numero_arrete", "arrêté", "numéro d’arrêté", "autorisation", "numero"],
      required: true,
      type: "string",
      description: { fr: "Numéro de l’arrêté", en: "Number of the order" },
    },
    {
      name: "granted_on",
      aliases: ["order_date", "date_arrete", "date de l’arrêté", "date"],
      required: true,
      type: "date",
      description: { fr: "Date de l’arrêté", en: "Day of the order" },
    },
    {
      name: "term_years",
      aliases: ["legal_term_years", "duree", "durée en années"],
      type: "integer",
      unit: "year",
      description: { fr: "Durée, en années (cinq au plus)", en: "Term in years (five at most)" },
    },
    {
      name: "expires_on",
      aliases: ["expiration", "date_expiration", "fin de validité", "valable jusqu’au"],
      type: "date",
      description: {
        fr: "Dernier jour de validité ; à défaut, calculé d’après la durée",
        en: "Last day of validity; failing that, computed from the term",
      },
    },
    {
      name: "kind",
      aliases: ["nature", "type"],
      type: "enum",
      values: authorisationKinds,
      description: { fr: "Initiale, renouvellement, modification…", en: "Initial, renewal…" },
    },
    {
      name: "perimeter_name",
      aliases: ["perimeter", "périmètre", "site"],
      type: "string",
      description: { fr: "Périmètre ou site autorisé", en: "Authorised perimeter or site" },
    },
    {
      name: "authority",
      aliases: ["autorité", "préfecture"],
      type: "string",
      description: { fr: "Autorité qui autorise", en: "Authority that grants" },
    },
    {
      name: "holder",
      aliases: ["titulaire", "bénéficiaire"],
      type: "string",
      description: { fr: "Titulaire", en: "Holder" },
    },
    {
      name: "gazette_act",
      aliases: ["numero_raa", "acte"],
      type: "string",
      description: {
        fr: "Numéro de l’acte au recueil des actes administratifs",
        en: "Number of the act in the gazette",
      },
    },
    {
      name: "gazette",
      aliases: ["raa", "recueil"],
      type: "string",
      description: { fr: "Recueil des actes administratifs", en: "Gazette" },
    },
    {
      name: "gazette_on",
      aliases: ["gazette_date", "date_raa", "date du recueil"],
      type: "date",
      description: { fr: "Date du recueil", en: "Day of the gazette" },
    },
    {
      name: "gazette_url",
      aliases: ["url_raa", "lien"],
      type: "string",
      description: { fr: "Adresse du recueil", en: "Address of the gazette" },
    },
    {
      name: "cameras_authorised",
      aliases: ["nombre de caméras", "cameras"],
      type: "integer",
      unit: "camera",
      description: { fr: "Nombre de caméras autorisées", en: "Number of cameras authorised" },
    },
    {
      name: "retention_days",
      aliases: ["conservation", "durée de conservation"],
      type: "integer",
      unit: "day",
      description: { fr: "Conservation des images, en jours", en: "Retention of images, in days" },
    },
    {
      name: "purposes",
      aliases: ["finalités"],
      type: "list",
      description: { fr: "Finalités (CSI L251-2)", en: "Purposes (CSI L251-2)" },
    },
    {
      name: "note",
      aliases: ["observation", "remarque"],
      type: "string",
      description: { fr: "Remarque", en: "Note" },
    },
  ],
  source: {
    title: "Arrêtés d’autorisation de vidéoprotection",
    publisher: null,
    url: null,
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "declared",
  },
  coverage: "complete",
  begin: () => ({ read }),
};

const kindWords: Readonly<Record<string, (typeof authorisationKinds)[number]>> = {
  initiale: "initial",
  renouvellement: "renewal",
  modification: "modification",
  provisoire: "provisional",
};

function read(row: RawRow): RowReading<"authorisation"> {
  const cells = rowCells(row);
  const grantedOn = cells.day("granted_on");
  const termYears = cells.integer("term_years");
  const stated = cells.day("expires_on");
  const term = grantedOn && termYears ? addYears(grantedOn, termYears) : undefined;
  return concludeRow(
    row,
    cells.problems,
    authorisationRecordSchema,
    {
      orderNumber: cells.text("order_number"),
      kind: readKind(cells),
      grantedOn,
      termYears,
      expiresOn: stated ?? term,
      perimeterName: cells.text("perimeter_name"),
      authority: cells.text("authority"),
      holder: cells.text("holder"),
      gazetteAct: cells.text("gazette_act"),
      gazette: cells.text("gazette"),
      gazetteOn: cells.day("gazette_on"),
      gazetteUrl: cells.text("gazette_url"),
      camerasAuthorised: cells.integer("cameras_authorised"),
      retentionDays: cells.integer("retention_days"),
      purposes: readPurposes(cells),
      note: cells.text("note"),
    },
    columnOf,
  );
}

const columnOf = fieldColumns(authorisationsImporter.columns);

function readKind(cells: RowCells) {
  const said = cells.text("kind")?.toLowerCase();
  if (said === undefined) return undefined;
  return kindWords[said] ?? cells.choice("kind", authorisationKinds);
}

function readPurposes(cells: RowCells): string[] | undefined {
  return cells.list("purposes")?.flatMap((said) => {
    const purpose = readPurpose(said);
    if (purpose === undefined) cells.refuse("purposes", "not-in-the-list", said);
    return purpose === undefined ? [] : [purpose];
  });
}
