import { fieldColumns } from "#domain/importing/field-columns.ts";
import type { Importer, RawRow, RowReading } from "#domain/importing/importer.ts";
import { foldHeader } from "#domain/importing/match-columns.ts";
import { concludeRow, rowCells } from "#domain/importing/row-cells.ts";
import { parsePeriod } from "#domain/period/period.ts";
import { publishedFigureSchema } from "#domain/published-figure/published-figure.ts";
import { sourceVerifications } from "#domain/source/source.ts";

/** What institutions, courts, researchers and the press have said, with its source, date, scope and definition. */
export const publishedFiguresImporter: Importer<"published-figure"> = {
  id: "published-figures",
  label: { fr: "Chiffres publiés", en: "Published figures" },
  produces: "published-figure",
  accepts: ["table"],
  columns: [
    {
      name: "reference",
      aliases: ["référence", "id"],
      type: "string",
      description: {
        fr: "Référence stable ; à défaut, tirée de la mesure, de la période et du lieu",
        en: "Stable reference; failing that, made from measure, period and place",
      },
    },
    {
      name: "measure",
      aliases: ["mesure", "figure", "indicateur"],
      required: true,
      type: "string",
      description: { fr: "Ce qui est mesuré", en: "What is measured" },
    },
    {
      name: "value",
      aliases: ["valeur", "nombre"],
      required: true,
      type: "number",
      description: { fr: "Valeur publiée", en: "Published value" },
    },
    {
      name: "unit",
      aliases: ["unité"],
      required: true,
      type: "string",
      description: { fr: "Unité", en: "Unit" },
    },
    {
      name: "qualifier",
      aliases: ["précision"],
      type: "string",
      description: { fr: "environ, plus de, annoncé…", en: "about, more than, announced…" },
    },
    {
      name: "period",
      aliases: ["période", "year", "année", "date"],
      type: "string",
      description: {
        fr: "Période : 2019, 2019-05, 2005/2010…",
        en: "Period: 2019, 2019-05, 2005/2010…",
      },
    },
    {
      name: "place",
      aliases: ["lieu", "ville"],
      type: "string",
      description: { fr: "Lieu", en: "Place" },
    },
    {
      name: "scope",
      aliases: ["périmètre"],
      type: "string",
      description: { fr: "Périmètre compté", en: "Scope counted" },
    },
    {
      name: "definition",
      aliases: ["définition"],
      type: "string",
      description: {
        fr: "Définition, dans les mots de la source",
        en: "Definition, in the words of the source",
      },
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
      name: "source_kind",
      type: "string",
      description: { fr: "Nature de la source", en: "Kind of source" },
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
    title: "Chiffres publiés",
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

function read(row: RawRow): RowReading<"published-figure"> {
  const cells = rowCells(row);
  const measure = cells.text("measure");
  const periodText = cells.text("period");
  const place = cells.text("place");
  const parts = [measure, periodText, place, cells.text("scope")];
  return concludeRow(
    row,
    cells.problems,
    publishedFigureSchema,
    {
      reference:
        cells.text("reference") ??
        parts
          .filter((part) => part !== undefined)
          .map(slugOf)
          .join("-"),
      measure,
      place,
      value: cells.number("value"),
      unit: cells.text("unit"),
      qualifier: cells.text("qualifier"),
      periodText,
      ...readPeriod(periodText),
      scope: cells.text("scope"),
      definition: cells.text("definition"),
      sourceTitle: cells.text("source_title"),
      sourceUrl: cells.text("source_url"),
      sourceKind: cells.text("source_kind"),
      verification: cells.choice("verification", sourceVerifications),
    },
    columnOf,
  );
}

const columnOf = fieldColumns(publishedFiguresImporter.columns);

/** Words that are no period ("depuis peu") stay words. */
function readPeriod(said: string | undefined) {
  const period = said === undefined ? undefined : parsePeriod(said);
  return period && { periodFrom: period.from, periodTo: period.to };
}

const slugOf = (text: string) => foldHeader(text.replace(/\s+/g, ""));
