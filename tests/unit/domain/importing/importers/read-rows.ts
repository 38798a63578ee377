import type {
  ImportContext,
  ImportedRecords,
  Importer,
  RawRow,
  RecordKind,
  RowProblem,
} from "#domain/importing/importer.ts";

/** A city one degree wide around 45 N, 4 E, with one district in its western half. */
export function importContext(changes: Partial<ImportContext> = {}): ImportContext {
  return {
    city: {
      slug: "essai",
      name: "Essai",
      country: "FR",
      currency: "EUR",
      officialCode: "99001",
      kind: "city",
    },
    place: (longitude, latitude) => {
      if (longitude === 0 && latitude === 0) return { kind: "unusable", reason: "null-island" };
      const inside = Math.abs(longitude - 4) <= 0.5 && Math.abs(latitude - 45) <= 0.5;
      return { kind: inside ? "inside" : "outside", longitude, latitude };
    },
    districtAt: (longitude) => (longitude < 4 ? "ouest" : undefined),
    knownDistricts: [
      { code: "ouest", name: "Quartier de l’Ouest" },
      { code: "est", name: "Est-Gare" },
    ],
    tables: {},
    options: {},
    headers: [],
    today: "2026-11-24",
    ...changes,
  };
}

type Outcome<Kind extends RecordKind> = {
  records: ImportedRecords[Kind][];
  leftOut: string[];
  tallies: Record<string, number>;
  problems: RowProblem[];
};

/** Reads rows as the import does: each in order, then what the end brings. Lines start at 2, after the header. */
export function readRows<Kind extends RecordKind>(
  importer: Importer<Kind>,
  rows: readonly (Omit<RawRow, "line"> & { line?: number })[],
  context: ImportContext = importContext(),
): Outcome<Kind> {
  const reading = importer.begin(context);
  const outcome: Outcome<Kind> = { records: [], leftOut: [], tallies: {}, problems: [] };
  const readings = rows.map((row, index) => reading.read({ line: index + 2, ...row }));
  const rest = reading.finish?.() ?? [];
  outcome.tallies = reading.tallies?.() ?? {};
  for (const result of [...readings, ...rest]) {
    if (result.kind === "records") outcome.records.push(...result.records);
    else if (result.kind === "left-out") outcome.leftOut.push(result.reason);
    else outcome.problems.push(...result.problems);
  }
  return outcome;
}
