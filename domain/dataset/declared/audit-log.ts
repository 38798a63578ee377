import { auditActions } from "#domain/audit/audit-vocabulary.ts";
import type { Dataset } from "../dataset.ts";
import { column } from "./columns.ts";

const alwaysThere = { required: true };

/** The city's entries of the transparency log, each with the bytes that are hashed. */
export const auditLogDataset: Dataset = {
  id: "audit-log",
  title: { fr: "Registre des actes publics", en: "Log of public acts" },
  description: {
    fr: "Les actes de la ville inscrits au registre des actes, jusqu’à celui qui publie la version. SHA-256 d’un octet nul suivi de « entry » donne « leaf_hash ».",
    en: "The acts of the city in the transparency log, up to the one that publishes the release. SHA-256 of a zero byte followed by “entry” gives “leaf_hash”.",
  },
  key: ["index"],
  goesOnBetweenReleases: true,
  columns: [
    column("index", "integer", ["Place dans le registre, depuis 0", "Place in the log, from 0"], {
      ...alwaysThere,
    }),
    column("at", "string", ["Instant de l’acte (UTC)", "When it happened (UTC)"], alwaysThere),
    column(
      "actor",
      "string",
      ["En quelle qualité on a agi, jamais qui", "In what quality somebody acted, never who"],
      alwaysThere,
    ),
    column("action", "enum", ["Acte", "Act"], {
      required: true,
      isFilter: true,
      values: auditActions,
    }),
    column("subject", "string", ["Sur quoi il porte", "What it is about"], alwaysThere),
    column(
      "entry",
      "string",
      [
        "L’inscription entière, octet pour octet (JSON canonique, RFC 8785)",
        "The whole entry, byte for byte (canonical JSON, RFC 8785)",
      ],
      alwaysThere,
    ),
    column(
      "leaf_hash",
      "string",
      ["Son empreinte dans l’arbre (SHA-256, base64)", "Its hash in the tree (SHA-256, base64)"],
      alwaysThere,
    ),
  ],
};
