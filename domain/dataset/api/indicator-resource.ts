import { z } from "zod";
import { indicatorInputIds } from "#domain/indicator/indicator-definition.ts";
import { indicators } from "#domain/indicator/registry.ts";
import { indicatorsDataset } from "../declared/indicators.ts";
import { releaseParameter } from "./common-parameters.ts";
import { aboutCity, jsonResource } from "./resource.ts";
import { rowSchema } from "./row-schema.ts";

const words = z.object({ fr: z.string(), en: z.string() });
const row = rowSchema(indicatorsDataset);
const years = { from: z.int(), to: z.int() };

/** One indicator of a city as its page tells it: what it means, its value, its history, its districts, what it lacks. */
export const indicatorResource = jsonResource({
  id: "describe-indicator",
  path: "/cities/{city}/indicators/{indicator}",
  summary: { fr: "Un indicateur", en: "An indicator" },
  description: {
    fr: "Sa définition, sa dernière valeur, son histoire, ses quartiers et l’état de ses entrées, à une version. Calculé au jour de la version, après protection des petits nombres.",
    en: "Its definition, latest value, history, districts and the state of its inputs, as of a release. Computed on the day of the release, after the protection of small counts.",
  },
  parameters: [releaseParameter],
  answer: z.object({
    ...aboutCity,
    dictionary: z.string().describe("Where every column is explained."),
    sources: z.string().describe("Where the keys of the column sources lead."),
    indicator: z.enum(indicators.map(({ id }) => id) as [string]),
    family: z.string(),
    name: words,
    unit: words,
    definition: words,
    formula: words,
    limits: words.describe("What the figure must not be taken for."),
    method: z.enum(["ratio", "share", "census-share", "rate", "cost-per-event"]),
    reading: z
      .enum(["no-better-way", "more-is-lawful", "less-is-lost"])
      .describe("Which way would be better: none is, unless a rule says so."),
    page: z.string(),
    methodology: z.string(),
    latest: row
      .nullable()
      .describe("The value that the page shows; null where an input is absent."),
    history: z.array(row).describe("Of the city, the earliest first, one series after the other."),
    districts: z.array(row).describe("Of its districts, where the indicator is drawn by district."),
    inputs: z.array(
      z.object({
        input: z.enum(indicatorInputIds),
        state: z.enum(["known", "silent", "absent"]),
        known: z.object(years).nullable(),
        silences: z.array(z.object({ kind: z.string(), ...years })),
        sources: z.array(z.string()),
      }),
    ),
  }),
});
