import canonicalize from "canonicalize";
import { z } from "zod";
import { present } from "#domain/presence/present.ts";
import { type AuditActor, auditActions, auditQualities } from "./audit-vocabulary.ts";

/**
 * One entry of the public log. Its words are closed lists, numbers, hashes, dates and identifiers; there is no field that
 * could hold a sentence, a name or an e-mail address. Texts are named by their hash: erasing one leaves the log whole.
 */

/** No space, no @, no quote: an identifier, a date, a hash, an amount. */
const token = z.string().regex(/^[A-Za-z0-9._:/+-]{1,200}$/, {
  error: "a word of the log is an identifier, a date, a hash or an amount: no sentence, no address",
});
const scalar = z.union([token, z.number(), z.boolean(), z.null()]);
const key = z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/, { error: "a key is camelCase" });
const flat = z.record(key, scalar);

/** Two levels at most, so that an entry stays a line that can be read. */
export const auditDetailSchema = z.record(
  key,
  z.union([scalar, z.array(z.union([scalar, flat])).max(200), flat]),
);
export type AuditDetail = z.infer<typeof auditDetailSchema>;

const actorShape = new RegExp(`^(?:${auditQualities.join("|")})(?::[A-Za-z0-9_-]{6,64})?$`);

// A string for JSON Schema, which cannot spell the type.
const auditActorSchema = z.string().regex(actorShape, {
  error: "an actor is a quality, with or without an opaque account identifier",
}) as unknown as z.ZodType<AuditActor, AuditActor>;

/** What an act is about: its kind and an identifier, as in `release 4` or `evaluation 2027-camera-17`. */
const auditSubjectSchema = z.string().regex(/^[a-z][a-z-]{0,40} [A-Za-z0-9._~:/%+-]{1,200}$/, {
  error: "a subject is a kind and an identifier, as in release 4",
});

/** RFC 3339, UTC, whole milliseconds: the one spelling that JavaScript and PostgreSQL both write. */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

export const auditEntrySchema = z
  .strictObject({
    version: z.literal(1),
    /** Place in the log, from 0, without gap. */
    index: z.int().min(0),
    /** Never earlier than the entry before. */
    at: instant,
    /** Slug; null for an act that concerns the whole installation. */
    city: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      .max(63)
      .nullable(),
    actor: auditActorSchema,
    action: z.enum(auditActions),
    subject: auditSubjectSchema,
    detail: auditDetailSchema,
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Entry bundles carry the length of an entry in two bytes. */
const LONGEST_ENTRY_BYTES = 65_535;

/** What an act may not be called. */
export class AuditEntryRefused extends Error {}

/**
 * The canonical JSON of an entry (RFC 8785), which is what is hashed, stored and published. Refuses what the schema does
 * not know.
 */
export function encodeAuditEntry(entry: AuditEntry): string {
  const parsed = auditEntrySchema.safeParse(entry);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AuditEntryRefused(`${issue?.path.join(".")}: ${issue?.message}`);
  }
  const text = present(canonicalize(parsed.data));
  // Every word of the schema is ASCII: characters are bytes.
  if (text.length > LONGEST_ENTRY_BYTES) {
    throw new AuditEntryRefused(`an entry has at most ${LONGEST_ENTRY_BYTES} bytes`);
  }
  return text;
}

/** A public act before the log has given it place, time and city. */
export type AuditAct = Pick<AuditEntry, "actor" | "action" | "subject" | "detail">;

/** No place, time or city is longer. */
const WIDEST_PLACE = {
  version: 1,
  index: Number.MAX_SAFE_INTEGER,
  at: "9999-12-31T23:59:59.999Z",
  city: "x".repeat(63),
} as const;

/** The canonical JSON of an act's detail. Refuses an act that could not be an entry, whatever place it is given. */
export function encodeActDetail(act: AuditAct): string {
  encodeAuditEntry({ ...WIDEST_PLACE, ...act });
  return present(canonicalize(act.detail));
}

/** The entry that a canonical text spells; undefined when the text is not one, or not in its canonical spelling. */
export function decodeAuditEntry(text: string): AuditEntry | undefined {
  try {
    const parsed = auditEntrySchema.safeParse(JSON.parse(text));
    return parsed.success && canonicalize(parsed.data) === text ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
