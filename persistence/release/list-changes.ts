import type { DatasetId } from "#domain/dataset/dataset.ts";
import type { RecordKind } from "#domain/importing/importer.ts";
import type { ReadSql } from "../database.ts";
import { recordTables } from "../importing/record-tables.ts";

/** Records that are published row by row. Counts are compared after disclosure control, below. */
const datasetOfKind: Readonly<Record<Exclude<RecordKind, "outcome-statistic">, DatasetId>> = {
  camera: "cameras",
  district: "districts",
  boundary: "boundary",
  population: "population",
  "cost-line": "costs",
  authorisation: "authorisations",
  "published-figure": "published-figures",
  "institution-fact": "institutions",
  contract: "contracts",
  "effect-study": "effect-studies",
  "price-index": "price-index",
};

export type RowChange = {
  dataset: DatasetId;
  change: "added" | "changed" | "ended";
  /** Parts of the key, joined by U+001F. */
  key: string;
};

export type ChangesFound = {
  totals: { dataset: DatasetId; added: number; changed: number; ended: number }[];
  rows: (RowChange & { position: string })[];
};

type Asked = { since: number; release: number; after?: string | undefined; limit: number };

/** What differs between two releases, row by row, in a fixed order; with how many of each there are. */
export async function listChanges(
  sql: ReadSql,
  cityId: number,
  asked: Asked,
): Promise<ChangesFound> {
  const { after, limit } = asked;
  const all = changesOf(sql, cityId, asked);
  const totals = await sql<ChangesFound["totals"][number][]>`
    SELECT dataset, count(*) FILTER (WHERE change = 'added')::int AS added,
      count(*) FILTER (WHERE change = 'changed')::int AS changed,
      count(*) FILTER (WHERE change = 'ended')::int AS ended
    FROM (${all}) v GROUP BY dataset ORDER BY dataset`;
  const rows = await sql<ChangesFound["rows"][number][]>`
    SELECT * FROM (
      SELECT dataset, change, key, concat_ws(E'\\x1e', dataset, key, change) COLLATE "C" AS position
      FROM (${all}) v) w
    ${after === undefined ? sql`` : sql`WHERE position > ${after}`} ORDER BY position LIMIT ${limit}`;
  return { totals, rows };
}

function changesOf(sql: ReadSql, cityId: number, { since, release }: Asked) {
  const records = Object.entries(datasetOfKind).map(([kind, dataset]) => {
    const { table, keySql } = recordTables[kind as RecordKind];
    // A camera is itself under another number: it is compared by identity.
    const identity = kind === "camera" ? sql`v.camera_id::text` : sql.unsafe(keySql);
    const content = sql`v.content_hash`;
    return compare(sql, { dataset, table, identity, shown: sql.unsafe(keySql), content });
  });
  const outcomes = compare(sql, {
    dataset: "outcomes",
    table: "protected_outcome",
    identity: outcomeKey(sql),
    shown: outcomeKey(sql),
    content: sql`sha256(convert_to(concat_ws('|', v.state, v.value, v.band_from, v.band_to), 'UTF8'))`,
  });
  return [...records, outcomes].reduce((all, one) => sql`${all} UNION ALL ${one}`);

  function compare(query: ReadSql, of: Compared) {
    const columns = query`${of.identity} AS identity, ${of.shown} AS shown, ${of.content} AS content`;
    return query`SELECT ${of.dataset}::text AS dataset,
        CASE WHEN l.identity IS NULL THEN 'added' WHEN e.identity IS NULL THEN 'ended' ELSE 'changed' END AS change,
        coalesce(e.shown, l.shown) AS key
      FROM (SELECT ${columns} FROM ${query(of.table)} v
        WHERE v.city_id = ${cityId} AND v.from_release > ${since} AND v.from_release <= ${release}
          AND (v.until_release IS NULL OR v.until_release > ${release})) e
      FULL JOIN (SELECT ${columns} FROM ${query(of.table)} v
        WHERE v.city_id = ${cityId} AND v.from_release <= ${since} AND v.until_release > ${since}
          AND v.until_release <= ${release}) l ON l.identity = e.identity
      WHERE e.content IS DISTINCT FROM l.content OR e.shown IS DISTINCT FROM l.shown`;
  }
}

type Piece = ReturnType<typeof outcomeKey>;
type Compared = {
  dataset: DatasetId;
  table: string;
  identity: Piece | ReturnType<ReadSql["unsafe"]>;
  shown: Piece | ReturnType<ReadSql["unsafe"]>;
  content: Piece;
};

function outcomeKey(sql: ReadSql) {
  return sql`concat_ws(E'\\x1f', v.table_code, (SELECT code FROM outcome_definition WHERE id = v.definition_id),
    v.scope, v.area_kind, v.area_code, v.period, v.category, v.result)`;
}
