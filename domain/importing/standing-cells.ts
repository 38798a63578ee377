import { readCostStatus } from "./cost-words.ts";
import type { Importer, RecordKind } from "./importer.ts";

/** A record as it stands: its columns by name, and the document that it rests on where it names one of its own. */
export type StandingRecord = {
  readonly body: Readonly<Record<string, unknown>>;
  readonly document: { title: string; url: string | null; verification: string } | null;
};

export type Cells = Readonly<Record<string, string | null>>;

type Standing = (record: StandingRecord) => unknown;

const amount =
  (field: string): Standing =>
  ({ body }) =>
    typeof body[field] === "number" ? (body[field] / 100).toFixed(2) : null;

/** Columns of documents, for records that name their own. */
const ofDocument: Readonly<Record<string, Standing>> = {
  source_title: ({ document }) => document?.title,
  source_url: ({ document }) => document?.url,
  verification: ({ document }) => document?.verification,
};

/** Columns that are not called like what is stored of them. */
const otherwise: Partial<Record<RecordKind, Readonly<Record<string, Standing>>>> = {
  "cost-line": {
    amount: amount("amount_cents"),
    vat: amount("vat_cents"),
    grant_notified: amount("grant_notified_cents"),
    grant_eligible: amount("grant_eligible_cents"),
  },
  contract: { amount: amount("amount_cents") },
  "institution-fact": ofDocument,
  "published-figure": {
    ...ofDocument,
    period: ({ body }) =>
      body.period_text ?? (body.period_from ? `${body.period_from}/${body.period_to}` : null),
  },
};

/**
 * A standing record written back into the cells of its preset, so that a correction of some of them is read and judged
 * like a row of a file.
 */
export function standingCells(importer: Importer, record: StandingRecord): Cells {
  const special = otherwise[importer.produces] ?? {};
  return Object.fromEntries(
    importer.columns.map(({ name }) => {
      const value = special[name]?.(record) ?? record.body[name];
      return [name, writeCell(value)];
    }),
  );
}

function writeCell(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? value.join("; ") : String(value);
}

/** What a given cell makes obsolete in the standing ones: an amount the reason why there was none, a term the last day. */
const obsolete: Partial<Record<RecordKind, (given: Cells, standing: Cells) => readonly string[]>> =
  {
    "cost-line": (given, standing) => [
      ...("amount" in given || "amount_with_vat" in given
        ? ["amount", ...(isSilent(standing.status) ? ["status"] : [])]
        : []),
      ...("amount_with_vat" in given ? ["vat_included"] : []),
      ...(isSilent(given.status) ? ["amount", "vat"] : []),
      ...("year" in given ? ["period_from", "period_to"] : []),
    ],
    authorisation: (given, standing) =>
      "term_years" in given || ("granted_on" in given && standing.term_years !== null)
        ? ["expires_on"]
        : [],
  };

function isSilent(status: string | null | undefined): boolean {
  const read = status ? readCostStatus(status) : undefined;
  return read !== undefined && read !== "known" && read !== "estimated";
}

/** The standing cells with those given in their place; an empty one takes back what was said. */
export function correctedCells(kind: RecordKind, standing: Cells, given: Cells): Cells {
  const gone = obsolete[kind]?.(given, standing) ?? [];
  const kept = Object.entries(standing).map(([name, cell]) =>
    gone.includes(name) ? [name, null] : [name, cell],
  );
  return { ...Object.fromEntries(kept), ...given };
}

/** One column of a record that says something else than before; null where nothing is said. */
export type FieldChange = {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** What differs between two statements of one thing, in the order of the columns; what neither says is left out. */
export function fieldChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const change = { field, before: before[field] ?? null, after: after[field] ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

/** Applies to a record only what a correction changes: what its cells cannot say (an outline) stays as it stands. */
export function applyChanges(
  record: Readonly<Record<string, unknown>>,
  changes: readonly FieldChange[],
): Record<string, unknown> {
  const changed = new Map(changes.map(({ field, after }) => [field, after]));
  const merged = { ...record, ...Object.fromEntries(changed) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}
