import { type EffectStudy, effectStudySchema } from "#domain/effect/effect-study.ts";
import { fieldColumns } from "#domain/importing/field-columns.ts";
import type { Importer, RawRow, RowReading } from "#domain/importing/importer.ts";
import { readWord } from "#domain/importing/read-word.ts";
import { concludeRow, matchChoice, rowCells } from "#domain/importing/row-cells.ts";

type Column = Importer["columns"][number];

const text = (name: string, fr: string, en: string, more: Partial<Column> = {}): Column => ({
  name,
  aliases: [],
  type: "string",
  description: { fr, en },
  ...more,
});
const date = (name: string, fr: string, en: string, required = true): Column =>
  text(name, fr, en, { type: "date", required });
const list = (name: string, fr: string, en: string, required = false): Column =>
  text(name, fr, en, { type: "list", required });

const startKinds = ["declared-service", "contract", "unknown"] as const;
const answers = ["yes", "no", "unknown"] as const;
const logs = ["not-logged", "none", "some"] as const;

/** Before-and-after studies, declared: areas, periods, what is counted, what else happened. */
export const effectStudiesImporter: Importer<"effect-study"> = {
  id: "effect-studies",
  label: { fr: "Études avant/après", en: "Before-and-after studies" },
  produces: "effect-study",
  accepts: ["table"],
  columns: [
    text("reference", "Référence stable", "Stable reference", {
      aliases: ["référence", "id"],
      required: true,
    }),
    text("title_fr", "Titre en français", "Title in French", {
      aliases: ["titre"],
      required: true,
    }),
    text("title_en", "Titre en anglais", "Title in English", {
      aliases: ["title"],
      required: true,
    }),
    text("objective", "Objectif fixé d’avance", "Objective set beforehand", {
      aliases: ["objectif"],
    }),
    text("definition_code", "Code de ce qui est compté", "Code of what is counted", {
      aliases: ["définition", "definition"],
      required: true,
    }),
    text("category", "Catégorie comptée ; vide : toutes", "Category counted; empty: all", {
      aliases: ["catégorie"],
    }),
    list("treated", "Quartiers équipés", "Districts equipped", true),
    list("control", "Quartiers témoins", "Control districts"),
    list("ring", "Quartiers voisins", "Districts around"),
    list("control_ring", "Quartiers voisins des témoins", "Districts around the controls"),
    date("before_from", "Premier jour avant", "First day before"),
    date("before_to", "Dernier jour avant", "Last day before"),
    date("after_from", "Premier jour après", "First day after"),
    date("after_to", "Dernier jour après", "Last day after"),
    date("started_on", "Mise en service", "Start of service", false),
    text("start_kind", "Ce qui date la mise en service", "What dates the start", {
      type: "enum",
      values: startKinds,
    }),
    text("controls_comparable", "Témoins comparables ?", "Are controls comparable?", {
      type: "enum",
      values: answers,
    }),
    text("chosen_after_peak", "Lieu choisi après un pic ?", "Chosen after a peak?", {
      type: "enum",
      values: answers,
    }),
    text(
      "co_interventions",
      "Autres mesures au même moment (éclairage, patrouilles, travaux)",
      "Other measures at the same time (lighting, patrols, works)",
      { type: "enum", values: logs },
    ),
    text("note", "Remarque", "Note", { aliases: ["remarque"] }),
    list(
      "other_measures",
      "Relevé daté des autres mesures ; une ligne : éclairage 2019-03-01/2019-09-30 [quartier] : ce qui a été fait",
      "Dated log of the other measures; a line: lighting 2019-03-01/2019-09-30 [district]: what was done",
    ),
    list(
      "harm_weights",
      "Gravité d’un fait par catégorie : catégorie=points",
      "Harm of one event by category: category=points",
    ),
    text(
      "harm_source",
      "Indice publié d’où viennent ces gravités",
      "Published index of these weights",
    ),
    text(
      "published_treated_change",
      "Étude publiée en pourcentages : évolution des quartiers équipés, en %",
      "Study published as percentages: change in the districts equipped, in %",
      { type: "number" },
    ),
    text(
      "published_control_change",
      "Étude publiée en pourcentages : évolution des témoins, en %",
      "Study published as percentages: change in the controls, in %",
      { type: "number" },
    ),
  ],
  source: {
    title: "Études avant/après",
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

const columnOf = fieldColumns(effectStudiesImporter.columns);

function read(row: RawRow): RowReading<"effect-study"> {
  const cells = rowCells(row);
  const record: { [Field in keyof EffectStudy]: unknown } = {
    reference: cells.text("reference"),
    titleFr: cells.text("title_fr"),
    titleEn: cells.text("title_en"),
    objective: cells.text("objective"),
    definitionCode: cells.text("definition_code"),
    category: cells.text("category"),
    treated: cells.list("treated"),
    control: cells.list("control"),
    ring: cells.list("ring"),
    controlRing: cells.list("control_ring"),
    beforeFrom: cells.day("before_from"),
    beforeTo: cells.day("before_to"),
    afterFrom: cells.day("after_from"),
    afterTo: cells.day("after_to"),
    startedOn: cells.day("started_on"),
    startKind: cells.choice("start_kind", startKinds),
    controlsComparable: cells.choice("controls_comparable", answers),
    chosenAfterPeak: cells.choice("chosen_after_peak", answers),
    otherMeasures: cells.list("other_measures"),
    harmWeights: cells.list("harm_weights"),
    harmSource: cells.text("harm_source"),
    publishedTreatedChange: cells.number("published_treated_change"),
    publishedControlChange: cells.number("published_control_change"),
    // "none" is an answer here, where elsewhere it is a way of saying nothing.
    coInterventions:
      readWord(row, cells, "co_interventions", logs, (said) => matchChoice(said, logs)) ??
      // A log that is filled in says that there were some.
      (cells.list("other_measures") && "some"),
    note: cells.text("note"),
  };
  return concludeRow(row, cells.problems, effectStudySchema, record, columnOf);
}
