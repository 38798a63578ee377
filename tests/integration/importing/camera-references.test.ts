import type { Sql, TransactionSql } from "postgres";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../database.ts";
import { importText, newCity } from "./import.ts";

const { sql } = testDatabase();

const inventory = "reference,label\n1,Place A\n2,Place B\n";
const noSuch = 2_000_000_000;

async function newInventory(slug: string) {
  const city = await newCity(slug);
  await importText(city, "cameras", inventory);
  const [version] = await sql()<{ camera: string; batch: number; city: number }[]>`
    SELECT camera_id::text AS camera, import_batch_id AS batch, v.city_id AS city
    FROM camera_version v JOIN city ON city.id = v.city_id WHERE slug = ${city} AND reference = '1'`;
  if (!version) throw new Error("no camera");
  return version;
}

type Told = { camera?: string | number; batch?: number };

/** Says something more of the camera "1", or of another one, in the name of its import or of another one. */
function assert(
  door: Sql | TransactionSql,
  known: { camera: string; batch: number; city: number },
  { camera = known.camera, batch = known.batch }: Told = {},
) {
  return door`
    INSERT INTO camera_assertion (city_id, camera_id, source_id, import_batch_id, fields, from_release)
    SELECT city_id, ${camera}, source_id, ${batch}, '{"label": "x"}', 1
    FROM camera_assertion WHERE camera_id = ${known.camera} LIMIT 1`;
}

/** A camera of which nothing is said yet. */
async function newCamera(door: Sql | TransactionSql, city: number): Promise<string> {
  const [row] = await door<{ id: string }[]>`
    INSERT INTO camera (city_id, first_release) VALUES (${city}, 1) RETURNING id::text`;
  return row?.id ?? "";
}

function gate(): { open: () => void; isOpen: Promise<void> } {
  let open = () => {};
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, isOpen };
}

describe("what cameras, their versions and their assertions refer to", () => {
  it("is there when they enter", async () => {
    const known = await newInventory("entering");
    await expect(newCamera(sql(), noSuch)).rejects.toMatchObject({
      code: "23503",
      message: `camera names what is not there: city_id ${noSuch}`,
    });
    await expect(assert(sql(), known, { camera: noSuch })).rejects.toMatchObject({
      code: "23503",
      message: `camera_assertion names what is not there: camera_id ${noSuch}`,
    });
    await expect(assert(sql(), known, { batch: noSuch })).rejects.toMatchObject({
      code: "23503",
      message: `camera_assertion names what is not there: import_batch_id ${noSuch}`,
    });
    const version = sql()`
      INSERT INTO camera_version (city_id, camera_id, reference, status, type, setting, mount, position_method,
        published_precision, source_id, import_batch_id, content_hash, from_release)
      SELECT city_id, ${noSuch}, 'z', status, type, setting, mount, position_method, published_precision, source_id,
        import_batch_id, content_hash, from_release FROM camera_version WHERE camera_id = ${known.camera}`;
    await expect(version).rejects.toMatchObject({
      code: "23503",
      message: `camera_version names what is not there: camera_id ${noSuch}`,
    });
    await expect(assert(sql(), known)).resolves.toHaveLength(0);
  });

  it("stays as long as it is named", async () => {
    const known = await newInventory("staying");
    const refused = { code: "23503", message: expect.stringContaining("is still named by") };
    for (const statement of [
      `DELETE FROM camera WHERE id = ${known.camera}`,
      `DELETE FROM import_batch WHERE id = ${known.batch}`,
      "TRUNCATE camera, camera_event",
    ])
      await expect(sql().unsafe(statement), statement).rejects.toMatchObject(refused);
    await sql()`DELETE FROM camera WHERE id = ${await newCamera(sql(), known.city)}`;
  });

  it("is never exchanged for something else", async () => {
    const known = await newInventory("exchanged");
    for (const statement of [
      "UPDATE camera_version SET camera_id = camera_id + 1",
      "UPDATE camera_version SET import_batch_id = import_batch_id + 1",
      "UPDATE camera_assertion SET camera_id = camera_id + 1",
      "UPDATE camera SET city_id = city_id + 1",
      `UPDATE camera SET id = id + 1000 WHERE id = ${known.camera}`,
    ])
      await expect(sql().unsafe(statement), statement).rejects.toMatchObject({ code: "23503" });
  });

  it("cannot go while somebody who names it has not ended", async () => {
    const known = await newInventory("named-first");
    const camera = await newCamera(sql(), known.city);
    const isNamed = gate();
    const mayEnd = gate();
    const naming = sql().begin(async (door) => {
      await assert(door, known, { camera });
      isNamed.open();
      await mayEnd.isOpen;
    });
    await isNamed.isOpen;
    const deletion = sql().begin((door) => door`DELETE FROM camera WHERE id = ${camera}`);
    const outcome = expect(deletion).rejects.toMatchObject({ code: "23503" });
    setTimeout(mayEnd.open, 500);
    await Promise.all([naming, outcome]);
  });

  it("cannot be named once somebody is about to delete it", async () => {
    const known = await newInventory("deleted-first");
    const camera = await newCamera(sql(), known.city);
    const isDeleted = gate();
    const mayEnd = gate();
    const deletion = sql().begin(async (door) => {
      await door`DELETE FROM camera WHERE id = ${camera}`;
      isDeleted.open();
      await mayEnd.isOpen;
    });
    await isDeleted.isOpen;
    const naming = sql().begin((door) => assert(door, known, { camera }));
    const outcome = expect(naming).rejects.toMatchObject({ code: "23503" });
    setTimeout(mayEnd.open, 500);
    await Promise.all([deletion, outcome]);
    expect(await sql()`SELECT FROM camera WHERE id = ${camera}`).toHaveLength(0);
  });
});
