import type { ImportedRecords, RecordKind } from "#domain/importing/importer.ts";
import type { ReadRecord } from "#domain/importing/read-records.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import type { StagedRecord } from "./import-order.ts";
import { recordTables } from "./record-tables.ts";
import { DefinitionDiffers } from "./write-sources.ts";

/** Puts records as read into the columns of their table, and gathers the definitions that they count by. */
export function stagedRecords<Kind extends RecordKind>(
  kind: Kind,
  batches: AsyncIterable<readonly ReadRecord<Kind>[]>,
): { batches: AsyncIterable<StagedRecord[]>; definitions: Map<string, OutcomeDefinition> } {
  const { store } = recordTables[kind];
  const definitions = new Map<string, OutcomeDefinition>();
  async function* stage() {
    for await (const batch of batches) {
      yield batch.map(({ line, record }) => {
        if (kind === "outcome-statistic") gather(definitions, record);
        return Object.assign(store(record), { line });
      });
    }
  }
  return { batches: stage(), definitions };
}

function gather(
  definitions: Map<string, OutcomeDefinition>,
  record: ImportedRecords[RecordKind],
): void {
  const { definition } = record as ImportedRecords["outcome-statistic"];
  const known = definitions.get(definition.code);
  if (known === definition) return;
  if (known && known.wording !== definition.wording)
    throw new DefinitionDiffers(definition.code, known.wording);
  definitions.set(definition.code, definition);
}
