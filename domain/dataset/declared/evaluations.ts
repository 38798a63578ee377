import { z } from "zod";
import {
  evaluationObjectKinds,
  opinions,
  ratedAspects,
  ratingLevels,
} from "#domain/evaluation/evaluation-content.ts";
import { followUpKinds } from "#domain/evaluation/recommendation-follow-up.ts";
import { checklistAnswers, checklistCodes } from "#domain/evaluation/statutory-checklist.ts";
import type { Dataset, DatasetColumn } from "../dataset.ts";
import { column } from "./columns.ts";

const alwaysThere = { required: true };
const kept = { required: true, isFilter: true };
const instant = z.iso.datetime();

function records(
  name: string,
  words: readonly [string, string],
  record: Readonly<Record<string, z.ZodType>>,
): DatasetColumn {
  return column(name, "records", words, { ...alwaysThere, record: z.object(record) });
}

function ballots(name: string, fr: string, en: string): DatasetColumn {
  return column(name, "integer", [fr, en], alwaysThere);
}

/** What the committee has made public, and what became of it: no draft, no name of a person. */
export const evaluationsDataset: Dataset = {
  id: "evaluations",
  title: { fr: "Avis du comité", en: "Opinions of the committee" },
  description: {
    fr: "Chaque version publique de chaque avis : texte, notes, vote, réponses de la ville avec leur délai, suites données aux recommandations. Avec une version de données : ce qui était public à l’instant où elle a paru ; par l’interface, sans la nommer : ce qui l’est maintenant.",
    en: "Each public version of each opinion: text, ratings, vote, replies of the city with their delay, what became of the recommendations. With a release: what was public at the instant it came out; through the API, without naming one: what is public now.",
  },
  key: ["evaluation", "version"],
  goesOnBetweenReleases: true,
  columns: [
    column("evaluation", "string", ["Nom de l’avis dans son adresse", "Its name in its address"], {
      ...kept,
    }),
    column("version", "integer", ["Numéro de la version de l’avis", "Number of its version"], {
      ...alwaysThere,
    }),
    column(
      "state",
      "enum",
      ["En vigueur, remplacée par une autre, retirée", "Current, superseded by another, withdrawn"],
      { ...kept, values: ["current", "superseded", "withdrawn"] },
    ),
    column("title", "string", ["Titre", "Title"], alwaysThere),
    column("object_kind", "enum", ["Sur quoi porte l’avis", "What the opinion is about"], {
      ...kept,
      values: evaluationObjectKinds,
    }),
    column("object", "string", [
      "Référence de ce sur quoi il porte ; vide pour le dispositif entier",
      "Reference of what it is about; empty for the system as a whole",
    ]),
    column("opinion", "enum", ["Avis", "Opinion"], { isFilter: true, values: opinions }),
    column("published_at", "string", ["Publiée (UTC)", "Published (UTC)"], alwaysThere),
    column("data_release", "integer", [
      "Version des données que le comité a jugée",
      "Release of the data that the committee judged",
    ]),
    column("revision_reason", "string", [
      "Pourquoi la version précédente a été revue",
      "Why the version before was revised",
    ]),
    column("withdrawn_at", "string", ["Avis retiré (UTC)", "Opinion withdrawn (UTC)"]),
    column("withdrawal_reason", "string", ["Pourquoi il l’a été", "Why it was withdrawn"]),
    ballots("votes_for", "Voix pour", "Votes for"),
    ballots("votes_against", "Voix contre", "Votes against"),
    ballots("abstentions", "Abstentions", "Abstentions"),
    ballots("recusals", "Membres qui se sont récusés", "Members who stood aside"),
    ballots("entitled", "Membres qui pouvaient voter", "Members who could vote"),
    ballots("quorum", "Voix qu’il fallait", "Ballots needed"),
    records(
      "dissents",
      [
        "Raisons de qui a voté contre ou s’est récusé, sans leur nom",
        "Reasons of those who voted against or stood aside, without their names",
      ],
      { choice: z.enum(["against", "recusal"]), reasons: z.string() },
    ),
    column("objective", "string", ["Objectif fixé d’avance", "Objective fixed in advance"]),
    column("objective_fixed_on", "date", ["Jour où il l’a été", "Day on which it was fixed"]),
    column("body", "string", ["Texte de l’avis (Markdown)", "Text of the opinion (Markdown)"], {
      ...alwaysThere,
    }),
    records("ratings", ["Notes et leurs raisons", "Ratings and their reasons"], {
      aspect: z.enum(ratedAspects),
      level: z.enum(ratingLevels),
      reasons: z.string(),
    }),
    records("checklist", ["Ce que la loi demande, point par point", "What the law asks, in turn"], {
      item: z.enum(checklistCodes),
      answer: z.enum(checklistAnswers),
      note: z.string().nullable(),
    }),
    records(
      "figures",
      ["Chiffres cités, tels qu’ils étaient dits", "Figures cited, as they were said"],
      {
        key: z.string(),
        page: z.string(),
        label: z.string(),
        value: z.string(),
        interval: z.string().nullable(),
        period: z.string().nullable(),
        release: z.int(),
      },
    ),
    records(
      "recommendations",
      ["Recommandations et suites données", "Recommendations and what became of them"],
      {
        key: z.string(),
        text: z.string(),
        owner: z.string(),
        due_on: z.iso.date(),
        state: z.enum(["waiting", "overdue", ...followUpKinds]),
        follow_ups: z.array(
          z.object({ kind: z.enum(followUpKinds), note: z.string().nullable(), said_at: instant }),
        ),
      },
    ),
    column(
      "reply_state",
      "enum",
      ["La ville a répondu, ou est attendue", "The city has replied, or is awaited"],
      { ...kept, values: ["replied", "waiting"] },
    ),
    column(
      "reply_days",
      "integer",
      [
        "Jours entre la première publication et la première réponse, ou écoulés sans réponse",
        "Days from the first publication to the first reply, or passed without one",
      ],
      { ...alwaysThere, unit: "day" },
    ),
    records("replies", ["Réponses de la ville", "Replies of the city"], {
      version: z.int(),
      replied_at: instant,
      body: z.string(),
    }),
    column(
      "content_hash",
      "string",
      ["Empreinte SHA-256 du contenu de la version", "SHA-256 of the content of the version"],
      alwaysThere,
    ),
    column("page", "string", ["Adresse de la page", "Address of the page"], alwaysThere),
  ],
};
