import type {
  ImportContext,
  ImportedRecords,
  Importer,
  RawRow,
  RecordKind,
  RowProblem,
  RowReading,
} from "./importer.ts";

/** A record on its way into the registry, with the line that it came from. */
export type ReadRecord<Kind extends RecordKind> = { line: number; record: ImportedRecords[Kind] };

/** A row refused, with its cells as they were, so that nothing of it is lost. */
export type RejectedRow = {
  problems: readonly RowProblem[];
  cells: Readonly<Record<string, string | null>>;
};

/** What was read so far; complete once the generator has ended. */
export type ReadingTally = {
  rows: number;
  records: number;
  rejected: number;
  leftOut: Record<string, number>;
  tallies: Readonly<Record<string, number>>;
};

export type RecordReader<Kind extends RecordKind> = {
  batches: AsyncGenerator<ReadRecord<Kind>[]>;
  tally: ReadingTally;
};

/**
 * Reads a whole table through a preset, batch by batch, in constant memory. Refused rows go to `reject`; rows left out
 * on purpose are counted under their reason.
 */
export function readRecords<Kind extends RecordKind>(
  importer: Importer<Kind>,
  context: ImportContext,
  rows: AsyncIterable<readonly RawRow[]>,
  reject: (row: RejectedRow) => void,
): RecordReader<Kind> {
  const tally: ReadingTally = { rows: 0, records: 0, rejected: 0, leftOut: {}, tallies: {} };
  const settle = (reading: RowReading<Kind>, row: RawRow | undefined, into: ReadRecord<Kind>[]) => {
    if (reading.kind === "records") {
      for (const record of reading.records) into.push({ line: row?.line ?? 0, record });
    } else if (reading.kind === "rejected") {
      tally.rejected += 1;
      reject({ problems: reading.problems, cells: row?.cells ?? {} });
    } else tally.leftOut[reading.reason] = (tally.leftOut[reading.reason] ?? 0) + 1;
  };
  async function* readAll(): AsyncGenerator<ReadRecord<Kind>[]> {
    const reading = importer.begin(context);
    for await (const batch of rows) {
      const records: ReadRecord<Kind>[] = [];
      for (const row of batch) settle(reading.read(row), row, records);
      tally.rows += batch.length;
      tally.records += records.length;
      yield records;
    }
    const last: ReadRecord<Kind>[] = [];
    for (const finished of reading.finish?.() ?? []) settle(finished, undefined, last);
    tally.records += last.length;
    tally.tallies = reading.tallies?.() ?? {};
    yield last;
  }
  return { batches: readAll(), tally };
}
