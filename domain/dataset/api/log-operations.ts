import { z } from "zod";
import { auditEntrySchema } from "#domain/audit/audit-entry.ts";
import { auditActions } from "#domain/audit/audit-vocabulary.ts";
import type { Words } from "../dataset.ts";
import type { ApiParameter } from "./parameter.ts";

/** What the API answers about the log of public acts: of the installation and not of a city, and read from no release. */
export type LogOperation = {
  readonly id: string;
  readonly path: `/log/${string}`;
  readonly summary: Words;
  readonly description: Words;
  readonly parameters: readonly ApiParameter[];
  readonly answer: z.ZodType;
};

const digest = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .describe("SHA-256 in base64.");
const place = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const size = place.describe("How many entries the log has.");

const once = (name: string, schema: z.ZodType, fr: string, en: string): ApiParameter => ({
  name,
  style: "once",
  schema: schema.optional(),
  description: { fr, en },
});

export const logOperations: readonly LogOperation[] = [
  {
    id: "describe-log",
    path: "/log/head",
    summary: { fr: "La tête du registre public", en: "The head of the public log" },
    description: {
      fr: "Le point de contrôle signé (C2SP tlog-checkpoint) et la clé qui le vérifie.",
      en: "The signed checkpoint (C2SP tlog-checkpoint) and the key that verifies it.",
    },
    parameters: [],
    answer: z.object({
      origin: z.string().describe("Name of the log."),
      size,
      root: digest,
      key: z.string().describe("Verifier key, as C2SP signed-note spells it."),
      checkpoint: z.string().describe("The signed note, byte for byte."),
      files: z.string().describe("Where the log's files stand."),
    }),
  },
  {
    id: "list-log-entries",
    path: "/log/entries",
    summary: { fr: "Les actes du registre public", en: "The acts of the public log" },
    description: {
      fr: "Dans l’ordre du registre, tels que la base les dit. Relire entry dans son orthographe (RFC 8785) redonne les octets hachés.",
      en: "In the order of the log, as the database says them. Spelled as it stands (RFC 8785), entry is the bytes that are hashed.",
    },
    parameters: [
      once("start", place, "Numéro du premier acte.", "Number of the first act."),
      once("limit", z.int().min(1).max(1_000), "Combien d’actes.", "How many acts."),
      once("city", z.string().max(63), "Les actes d’une ville.", "The acts of a city."),
      once("action", z.enum(auditActions), "Une sorte d’acte.", "One kind of act."),
      once("from", z.iso.date(), "À partir de ce jour (UTC).", "From this day on (UTC)."),
      once("to", z.iso.date(), "Jusqu’à ce jour (UTC).", "Up to this day (UTC)."),
    ],
    answer: z.object({
      size,
      next: place.nullable().describe("Where to go on; null at the end."),
      entries: z.array(z.object({ index: place, leafHash: digest, entry: auditEntrySchema })),
    }),
  },
  {
    id: "prove-log",
    path: "/log/proof",
    summary: { fr: "Une preuve", en: "A proof" },
    description: {
      fr: "Avec index (et size) : l’acte est dans le registre (RFC 9162 §2.1.3). Avec from (et to) : le registre continue celui d’alors (§2.1.4).",
      en: "With index (and size): the act is in the log (RFC 9162 §2.1.3). With from (and to): the log continues that of then (§2.1.4).",
    },
    parameters: [
      once("index", place, "Numéro de l’acte.", "Number of the act."),
      once("size", place, "Dans le registre de cette taille.", "In the log of that size."),
      once("from", place, "Taille du registre d’alors.", "Size of the log of then."),
      once("to", place, "Taille du registre de maintenant.", "Size of the log of now."),
    ],
    answer: z.union([
      z.object({
        index: place,
        size,
        root: digest,
        proof: z.array(digest),
        entry: auditEntrySchema,
      }),
      z.object({
        from: z.object({ size, root: digest }),
        to: z.object({ size, root: digest }),
        proof: z.array(digest),
      }),
    ]),
  },
];
