import { cameraPurposes } from "#domain/camera/camera-vocabulary.ts";
import { authorisationsImporter } from "#domain/importing/importers/authorisations.ts";
import { effectStudiesImporter } from "#domain/importing/importers/effect-studies.ts";
import { institutionsImporter } from "#domain/importing/importers/institutions.ts";
import { publishedFiguresImporter } from "#domain/importing/importers/published-figures.ts";
import type { Dataset } from "../dataset.ts";
import { column, publishedColumns, sourceColumn } from "./columns.ts";

const alwaysThere = { required: true };

export const authorisationsDataset: Dataset = {
  id: "authorisations",
  title: { fr: "Arrêtés d’autorisation", en: "Prefectural authorisations" },
  description: {
    fr: "Les arrêtés préfectoraux que la ville dit avoir obtenus, avec leur terme (CSI R252-16).",
    en: "The prefect’s orders that the city says it holds, with their term (CSI R252-16).",
  },
  key: ["order_number"],
  columns: [
    ...publishedColumns(authorisationsImporter.columns, {
      kind: { ...alwaysThere, description: { fr: "Nature de l’arrêté", en: "Kind of order" } },
      expires_on: {
        description: {
          fr: "Dernier jour de validité, dit par l’arrêté ou calculé d’après sa durée",
          en: "Last day of validity, said by the order or computed from its term",
        },
      },
      purposes: { ...alwaysThere, values: cameraPurposes },
    }),
    sourceColumn,
  ],
  preset: "authorisations",
};

export const publishedFiguresDataset: Dataset = {
  id: "published-figures",
  title: { fr: "Chiffres publiés", en: "Published figures" },
  description: {
    fr: "Ce que des institutions, des juges, des chercheurs et la presse ont publié, dans leurs mots. Deux chiffres ne se divisent que si leurs définitions s’accordent.",
    en: "What institutions, courts, researchers and the press have published, in their words. Two figures divide only where their definitions agree.",
  },
  key: ["reference"],
  columns: [
    ...publishedColumns(publishedFiguresImporter.columns, {
      reference: {
        ...alwaysThere,
        description: { fr: "Référence stable", en: "Stable reference" },
      },
      measure: { isFilter: true },
      // Kept with the document, not with what it says.
      source_kind: "left-out",
      verification: { isFilter: true },
    }),
    sourceColumn,
  ],
  preset: "published-figures",
};

export const institutionsDataset: Dataset = {
  id: "institutions",
  title: { fr: "Institutions et contrôle", en: "Institutions and control" },
  description: {
    fr: "Qui décide, qui contrôle et qui répond, avec la date et la source de chaque fait.",
    en: "Who decides, who controls and who answers, with the date and the source of each fact.",
  },
  key: ["reference"],
  columns: [...publishedColumns(institutionsImporter.columns), sourceColumn],
  preset: "institutions",
};

export const effectStudiesDataset: Dataset = {
  id: "effect-studies",
  title: { fr: "Études avant/après", en: "Before-and-after studies" },
  description: {
    fr: "Protocoles déclarés avant que les nombres soient regardés : lieux, périodes, ce qui est compté, ce qui s’est passé d’autre.",
    en: "Protocols declared before the counts are looked at: areas, periods, what is counted, what else happened.",
  },
  key: ["reference"],
  columns: [
    ...publishedColumns(effectStudiesImporter.columns, {
      treated: alwaysThere,
      control: alwaysThere,
      ring: alwaysThere,
      control_ring: alwaysThere,
      start_kind: alwaysThere,
      controls_comparable: alwaysThere,
      chosen_after_peak: alwaysThere,
      co_interventions: alwaysThere,
    }),
    sourceColumn,
  ],
  preset: "effect-studies",
};

/** Not a fact of the city but what its facts rest on. */
export const sourcesDataset: Dataset = {
  id: "sources",
  title: { fr: "Sources", en: "Sources" },
  description: {
    fr: "Les documents dont les lignes des autres jeux sont tirées, avec leur licence et la mention qu’elle demande.",
    en: "The documents that the rows of the other datasets are taken from, with their licence and the attribution that it asks for.",
  },
  key: ["source"],
  columns: [
    column("source", "string", ["Clé du document", "Key of the document"], alwaysThere),
    column("title", "string", ["Titre", "Title"], alwaysThere),
    column("publisher", "string", ["Qui le publie", "Publisher"]),
    column("url", "string", ["Adresse", "Address"]),
    column("licence", "string", ["Licence", "Licence"]),
    column("licence_url", "string", ["Texte de la licence", "Text of the licence"]),
    column("attribution", "string", ["Mention demandée", "Attribution asked for"]),
    column("published_on", "date", ["Jour de publication", "Day of publication"]),
    column("retrieved_on", "date", ["Jour de consultation", "Day it was retrieved"]),
    column("sha256", "string", [
      "Empreinte SHA-256 du fichier importé",
      "SHA-256 of the file that was imported",
    ]),
    column("commitment", "string", [
      "Pour un fichier qui contient ce qui n’est pas publié : engagement sur son empreinte, que le producteur peut ouvrir",
      "For a file that holds something that is not published: a commitment to its SHA-256, which the producer can open",
    ]),
    column(
      "verification",
      "enum",
      [
        "Jusqu’où la source a été suivie : lue ; citée par une autre ; déclarée par la ville ; produite par le programme",
        "How far the source was followed: read; quoted by another; declared by the city; made by the program",
      ],
      {
        ...alwaysThere,
        isFilter: true,
        values: ["read", "secondary", "declared", "generated"],
      },
    ),
  ],
};

export const releasesDataset: Dataset = {
  id: "releases",
  title: { fr: "Versions publiées", en: "Releases" },
  description: {
    fr: "Ce que la ville a publié, version par version : rien n’y est jamais changé.",
    en: "What the city has published, release by release: nothing in it ever changes.",
  },
  key: ["number"],
  columns: [
    column("number", "integer", ["Numéro de la version", "Number of the release"], alwaysThere),
    column(
      "published_at",
      "string",
      ["Instant de publication (UTC)", "When it was published (UTC)"],
      alwaysThere,
    ),
    column(
      "kind",
      "enum",
      [
        "Par un import, par l’annulation d’un import, ou préparée puis publiée",
        "By an import, by undoing one, or prepared and then published",
      ],
      { ...alwaysThere, values: ["import", "undo", "prepared"] },
    ),
    column("note", "string", ["Ce qui est arrivé", "What happened"], alwaysThere),
    column(
      "content_hash",
      "string",
      [
        "Empreinte SHA-256 de tout le contenu de la version",
        "SHA-256 of the whole content of the release",
      ],
      alwaysThere,
    ),
    column(
      "content_form",
      "integer",
      [
        "Forme sous laquelle le contenu est haché : 2, recalculable d’après les fichiers publics ; 1, les versions d’avant",
        "Form in which the content is hashed: 2, recomputable from the public files; 1, earlier releases",
      ],
      alwaysThere,
    ),
  ],
};
