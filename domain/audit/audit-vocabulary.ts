/** Every kind of public act that the log knows, by the part of the product that it belongs to. A closed list. */
export const auditActionsByGroup = {
  registry: [
    "city-added",
    "import-applied",
    "import-undone",
    "release-prepared",
    "release-published",
    "release-discarded",
    "figure-corrected",
    "camera-corrected",
    "record-entered",
    "record-corrected",
    "record-withdrawn",
  ],
  committee: [
    "objective-fixed",
    "evaluation-submitted",
    "vote-cast",
    "evaluation-voted",
    "evaluation-published",
    "evaluation-revised",
    "evaluation-withdrawn",
    "recommendation-published",
    "recommendation-updated",
    "reply-published",
    "annual-report-published",
    "annual-report-revised",
  ],
  annotations: [
    "annotation-published",
    "annotation-revised",
    "annotation-resolved",
    "annotation-reopened",
    "annotation-withdrawn",
  ],
  moderation: [
    "annotation-hidden",
    "annotation-kept",
    "annotation-restored",
    "appeal-received",
    "appeal-decided",
  ],
  participation: [
    "statement-received",
    "statement-published",
    "statement-refused",
    "statement-withdrawn",
  ],
  accounts: [
    "invitation-sent",
    "invitation-revoked",
    "role-granted",
    "role-revoked",
    "role-expired",
    "account-erased",
  ],
} as const;

export type AuditGroup = keyof typeof auditActionsByGroup;
export type AuditAction = (typeof auditActionsByGroup)[AuditGroup][number];

export const auditGroups = Object.keys(auditActionsByGroup) as readonly AuditGroup[];
export const auditActions: readonly AuditAction[] = Object.values(auditActionsByGroup).flat();

/**
 * In what quality somebody acts: never who. `installation` is the program at its first start, `command-line` whoever has
 * the server's shell, `system` the program when a date has passed, `citizen` anyone without an account.
 */
export const auditQualities = [
  "installation",
  "command-line",
  "system",
  "citizen",
  "committee-member",
  "committee-chair",
  "city-respondent",
  "data-officer",
  "moderator",
  "administrator",
] as const;

export type AuditQuality = (typeof auditQualities)[number];
/** A quality, and where it matters an account by its opaque identifier: `committee-member:3fK9x0Qa`. */
export type AuditActor = AuditQuality | `${AuditQuality}:${string}`;
