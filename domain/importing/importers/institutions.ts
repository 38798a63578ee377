import { fieldColumns } from "#domain/importing/field-columns.ts";
import type { Importer, RawRow, RowReading } from "#domain/importing/importer.ts";
import { concludeRow, rowCells } from "#domain/importing/row-cells.ts";
import {
  institutionFactKinds,
  institutionFactSchema,
} from "#domain/institution/institution-fact.ts";
import { sourceVerifications } from "#domain/source/source.ts";

/** Dated facts about who decides, controls and answers: said in both languages, each with its source. */
export const institutionsImporter: Importer<"institution-fact"> = {
  id: "institutions",
  label: { fr: "Institutions et contrôle", en: "Institutions and control" },
  produces: "institution-fact",
  accepts: ["table"],
  columns: [
    {
      name: "reference",
      aliases: ["référence", "id"],
      required: true,
      type: "string",
      description: { fr: "Référence stable", en: "Stable reference" },
    },
    {
      name: "kind",
      aliases: ["nature"],
      required: true,
      type: "enum",
      values: institutionFactKinds,
      description: { fr: "Nature du fait", en: "Kind of fact" },
    },
    {
      name: "happened_on",
      aliases: ["date"],
      required: true,
      type: "date",
      description: { fr: "Date, à la précision connue", en: "Date, as precisely as known" },
    },
    {
      name: "statement_fr",
      aliases: ["fait"],
      required: true,
      type: "string",
      description: { fr: "Le fait, en français", en: "The fact, in French" },
    },
    {
      name: "statement_en",
      aliases: ["fact"],
      required: true,
      type: "string",
      description: { fr: "Le fait, en anglais", en: "The fact, in English" },
    },
    {
      name: "source_title",
      aliases: ["source"],
      required: true,
      type: "string",
      description: { fr: "Titre de la source", en: "Title of the source" },
    },
    {
      name: "source_url",
      aliases: ["url", "lien"],
      type: "string",
      description: { fr: "Adresse de la source", en: "Address of the source" },
    },
    {
      name: "verification",
      aliases: ["checked"],
      type: "enum",
      values: sourceVerifications,
      description: {
        fr: "Jusqu’où la source a été suivie",
        en: "How far the source was followed",
      },
    },
  ],
  source: {
    title: "Institutions et contrôle",
    publisher: null,
    url: null,
    licence: null,
    licenceUrl: null,
    attribution: null,
    verification: "declared",
  },
  coverage: "partial",
  begin: () => ({ read }),
};

const columnOf = fieldColumns(institutionsImporter.columns);

function read(row: RawRow): RowReading<"institution-fact"> {
  const cells = rowCells(row);
  return concludeRow(
    row,
    cells.problems,
    institutionFactSchema,
    {
      reference: cells.text("reference"),
      kind: cells.choice("kind", institutionFactKinds),
      happenedOn: cells.date("happened_on"),
      statementFr: cells.text("statement_fr"),
      statementEn: cells.text("statement_en"),
      sourceTitle: cells.text("source_title"),
      sourceUrl: cells.text("source_url"),
      verification: cells.choice("verification", sourceVerifications),
    },
    columnOf,
  );
}
