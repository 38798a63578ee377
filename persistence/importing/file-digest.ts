import type { FileDigest } from "#domain/importing/file-digest.ts";
import { commit, commitOnce } from "../content/commitment.ts";
import type { WriteSql } from "../database.ts";
import type { ImportOrder } from "./import-order.ts";

/**
 * How a file is known to everybody. A file that holds something that is not published is known by a commitment, the same each
 * time that it is brought in; so is a record entered by hand, by another each time: that a value came back is not told.
 */
export async function fileDigest(sql: WriteSql, order: ImportOrder): Promise<FileDigest> {
  const { city, deed, file } = order;
  if (deed) return { sha256: null, commitment: await commit(sql, city.id, file) };
  return (await holdsWhatIsKeptBack(sql, order))
    ? { sha256: null, commitment: await commitOnce(sql, city.id, file) }
    : { sha256: file.sha256, commitment: null };
}

/** Counts are published after disclosure control, and cameras without the positions that the city does not give. */
async function holdsWhatIsKeptBack(sql: WriteSql, { city, kind }: ImportOrder): Promise<boolean> {
  if (kind !== "camera") return kind === "outcome-statistic";
  const [row] = await sql<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM import_row WHERE body ->> 'published_precision' <> 'exact')
      OR EXISTS (SELECT FROM camera_version WHERE city_id = ${city.id} AND until_release IS NULL
        AND published_precision <> 'exact') AS found`;
  return row?.found ?? true;
}
