import { z } from "zod";
import { annotatedKinds, annotationKinds } from "#domain/annotation/annotation-content.ts";
import { moderationActs, moderationRuleIds } from "#domain/annotation/moderation.ts";
import type { Dataset } from "../dataset.ts";
import { column } from "./columns.ts";

const alwaysThere = { required: true };
const kept = { required: true, isFilter: true };
const instant = z.iso.datetime();

/** What is written beside what is published: no name of a person, and no words of what was withdrawn. */
export const annotationsDataset: Dataset = {
  id: "annotations",
  title: { fr: "Annotations", en: "Annotations" },
  description: {
    fr: "Ce que les membres du comité et le référent de la ville ont écrit à côté de ce qui est publié : paroles et révisions, ce qu’elles jugent, ce qui a été déclaré résolu. Avec une version de données : ce qui était public à l’instant où elle a paru ; par l’interface, sans la nommer : ce qui l’est maintenant. Une annotation retirée garde sa ligne, avec la raison et sans ses paroles. Une annotation que la modération masque perd ses paroles dans toutes les versions de données, aussi les plus anciennes, et les retrouve si elle est rétablie.",
    en: "What the members of the committee and the city’s respondent wrote beside what is published: words and revisions, what they judge, what was declared resolved. With a release: what was public at the instant it came out; through the API, without naming one: what is public now. An annotation that was withdrawn keeps its row, with the reason and without its words. One that moderation hides loses its words in every release, also in the oldest, and has them again once restored.",
  },
  key: ["number"],
  goesOnBetweenReleases: true,
  columns: [
    column("number", "integer", ["Numéro dans la ville", "Number in its city"], alwaysThere),
    column("type", "enum", ["Ce qu’elle est, selon qui l’écrit", "What it is, to its author"], {
      ...kept,
      values: annotationKinds,
    }),
    column("state", "enum", ["Publiée, retirée, ou masquée", "Published, withdrawn, or hidden"], {
      ...kept,
      values: ["published", "withdrawn", "hidden"],
    }),
    column(
      "resolved",
      "boolean",
      ["Le comité l’a déclarée résolue", "The committee has declared it resolved"],
      { ...kept, values: ["true", "false"] },
    ),
    column("target_kind", "enum", ["Sur quoi elle porte", "What it is about"], {
      ...kept,
      values: annotatedKinds,
    }),
    column(
      "target",
      "string",
      ["Référence de ce sur quoi elle porte", "Reference of what it is about"],
      {
        ...kept,
      },
    ),
    column("quote", "string", [
      "Passage de l’avis qu’elle annote, mot pour mot ; vide quand elle porte sur le tout",
      "Passage of the opinion that it annotates, word for word; empty when it is about the whole",
    ]),
    column("quote_prefix", "string", [
      "Ce qui précède le passage",
      "What stands before the passage",
    ]),
    column("quote_suffix", "string", ["Ce qui suit le passage", "What stands after the passage"]),
    column("quote_start", "integer", [
      "Place du passage dans le texte, en caractères depuis 0",
      "Where the passage starts in the text, in characters from 0",
    ]),
    column("quote_end", "integer", [
      "Place de la fin du passage",
      "Where the passage ends in the text",
    ]),
    column("answers", "integer", [
      "Numéro de l’annotation à laquelle elle répond",
      "Number of the annotation that it answers",
    ]),
    column("quality", "string", [
      "En quelle qualité on l’a écrite, jamais qui ; vide une fois masquée",
      "In what quality it was written, never who; empty once hidden",
    ]),
    column("written_at", "string", ["Écrite (UTC)", "Written (UTC)"], alwaysThere),
    column(
      "changed_at",
      "string",
      [
        "Dernier acte : écriture, révision, règlement, retrait, modération (UTC)",
        "Last act: writing, revision, settlement, withdrawal, moderation (UTC)",
      ],
      alwaysThere,
    ),
    column(
      "judged_release",
      "integer",
      ["Version des données qu’elle juge", "Release of the data that it judges"],
      alwaysThere,
    ),
    column("judged_version", "integer", [
      "D’un avis : la version qu’elle juge",
      "Of an opinion: the version that it judges",
    ]),
    column(
      "judged",
      "json",
      ["Les valeurs jugées, telles qu’elles étaient", "The values judged, as they were"],
      alwaysThere,
    ),
    column(
      "judged_hash",
      "string",
      ["Empreinte SHA-256 des valeurs jugées", "SHA-256 of the values judged"],
      alwaysThere,
    ),
    column("body", "string", [
      "Ce qu’elle dit (Markdown) ; vide une fois retirée ou masquée",
      "What it says (Markdown); empty once withdrawn or hidden",
    ]),
    column(
      "revisions",
      "records",
      [
        "Chaque version de ses paroles, la première comprise ; aucune une fois retirée ou masquée",
        "Every version of its words, the first among them; none once withdrawn or hidden",
      ],
      {
        ...alwaysThere,
        record: z.object({
          number: z.int(),
          body: z.string(),
          reason: z.string().nullable(),
          written_at: instant,
        }),
      },
    ),
    column(
      "settlements",
      "records",
      [
        "Quand le comité l’a déclarée résolue ou rouverte, en quelle qualité et pourquoi",
        "When the committee declared it resolved or opened it again, in what quality and why",
      ],
      {
        ...alwaysThere,
        record: z.object({
          act: z.enum(["resolved", "reopened"]),
          quality: z.string(),
          reason: z.string(),
          at: instant,
        }),
      },
    ),
    column("withdrawn_at", "string", ["Retirée (UTC)", "Withdrawn (UTC)"]),
    column("withdrawn_by", "string", [
      "En quelle qualité on l’a retirée",
      "In what quality it was withdrawn",
    ]),
    column("withdrawal_reason", "string", ["Pourquoi elle l’a été", "Why it was withdrawn"]),
    column(
      "moderation",
      "records",
      [
        "Ce que la modération en a fait et ce que son auteur a contesté, en quelle qualité, par quelle règle et pourquoi, avec le numéro de l’acte au registre ; toujours tel que c’est aujourd’hui",
        "What moderation did with it and what its author contested, in what quality, by which rule and why, with the act’s number in the log; always as it is today",
      ],
      {
        ...alwaysThere,
        record: z.object({
          act: z.enum(moderationActs),
          rule: z.enum(moderationRuleIds).nullable(),
          quality: z.string(),
          reason: z.string().nullable(),
          at: instant,
          log_entry: z.int().nullable(),
        }),
      },
    ),
    column("page", "string", ["Adresse de la page", "Address of the page"], alwaysThere),
  ],
};
