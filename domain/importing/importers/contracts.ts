import { contractRecordSchema } from "#domain/contract/contract-record.ts";
import { fieldColumns } from "#domain/importing/field-columns.ts";
import type { ImportContext, Importer, RawRow, RowReading } from "#domain/importing/importer.ts";
import { concludeRow, rowCells } from "#domain/importing/row-cells.ts";

type Column = Importer["columns"][number];

const column = (
  name: string,
  aliases: string[],
  [fr, en]: readonly [string, string],
  more: Partial<Column> = {},
): Column => ({ name, aliases, type: "string", description: { fr, en }, ...more });

/** Public contracts, by the names of the essential data of public procurement (DECP) or our own. */
export const contractsImporter: Importer<"contract"> = {
  id: "contracts",
  label: { fr: "Marchés publics", en: "Public contracts" },
  produces: "contract",
  accepts: ["table"],
  columns: [
    column("reference", ["id", "numéro", "marché"], ["Numéro du marché", "Contract number"], {
      required: true,
    }),
    column("title", ["objet"], ["Objet", "Subject"], { required: true }),
    column("nature", [], ["Nature (marché, accord-cadre…)", "Nature"]),
    column("procedure", ["procédure"], ["Procédure", "Procedure"]),
    column("cpv", ["codeCPV", "code cpv"], ["Code CPV", "CPV code"]),
    column(
      "notified_on",
      ["dateNotification", "date de notification", "notification"],
      ["Jour de notification", "Day of notification"],
      { required: true, type: "date" },
    ),
    column("duration_months", ["dureeMois", "durée"], ["Durée", "Duration"], {
      type: "integer",
      unit: "month",
    }),
    column("amount", ["montant"], ["Montant hors taxes", "Amount excluding VAT"], {
      type: "money",
    }),
    column("currency", ["devise"], ["Devise ; à défaut, celle de la ville", "Currency"]),
    column("holders", ["titulaires", "titulaire"], ["Titulaires", "Holders"], { type: "list" }),
    column("url", ["lien", "adresse"], ["Adresse de la publication", "Address"]),
  ],
  source: {
    title: "Données essentielles de la commande publique",
    publisher: null,
    url: null,
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "declared",
  },
  coverage: "partial",
  begin: (context) => ({ read: (row) => read(row, context) }),
};

const columnOf = fieldColumns(contractsImporter.columns);

function read(row: RawRow, { city }: ImportContext): RowReading<"contract"> {
  const cells = rowCells(row);
  const record = {
    reference: cells.text("reference"),
    title: cells.text("title"),
    nature: cells.text("nature"),
    procedure: cells.text("procedure"),
    cpv: cells.text("cpv"),
    notifiedOn: cells.day("notified_on"),
    durationMonths: cells.integer("duration_months"),
    amountCents: cells.cents("amount"),
    currency: cells.text("currency") ?? city.currency,
    holders: cells
      .text("holders")
      ?.split(/[;|]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    url: cells.text("url"),
  };
  return concludeRow(row, cells.problems, contractRecordSchema, record, columnOf);
}
