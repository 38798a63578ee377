/** One source's statement about a camera, as kept: oldest first. */
export type Evidence = {
  sourceId: number;
  observedOn: string | null;
  fields: Readonly<Record<string, unknown>>;
  fromRelease: number;
};

/** Who says so: the statement that decides a field today, and the earlier ones it replaced. */
export type FieldProvenance = {
  sourceId: number;
  observedOn: string | null;
  sinceRelease: number;
  replaced: readonly { value: unknown; sourceId: number; observedOn: string | null }[];
};

/**
 * Finds, for each field, which statement decides it: the latest that speaks of it. A statement that does not
 * mention a field leaves it as it was. Nothing is dropped: replaced values come with their own source.
 */
export function resolveEvidence(evidence: readonly Evidence[]): Map<string, FieldProvenance> {
  const provenance = new Map<string, FieldProvenance>();
  const values = new Map<string, unknown>();
  for (const statement of evidence) {
    for (const [field, value] of Object.entries(statement.fields)) {
      const earlier = provenance.get(field);
      const replaced = earlier
        ? [
            ...earlier.replaced,
            {
              value: values.get(field),
              sourceId: earlier.sourceId,
              observedOn: earlier.observedOn,
            },
          ]
        : [];
      provenance.set(field, {
        sourceId: statement.sourceId,
        observedOn: statement.observedOn,
        sinceRelease: statement.fromRelease,
        replaced,
      });
      values.set(field, value);
    }
  }
  return provenance;
}
