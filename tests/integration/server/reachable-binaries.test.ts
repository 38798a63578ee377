import { execFileSync } from "node:child_process";
import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { connect } from "#persistence/connection.ts";
import { locateBinaries, reachablePackage } from "#server/postgres/binaries.ts";
import { ensureCluster, readOrCreatePassword } from "#server/postgres/cluster.ts";
import { chooseLauncher } from "#server/postgres/launcher.ts";
import { addressOf, startPostmaster } from "#server/postgres/postmaster.ts";
import { findFreePort } from "#server/process/ports.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();
const isRoot = process.getuid?.() === 0;

it("programs that everybody reaches stay where they are", async () => {
  const { initdb } = await locateBinaries();
  const folder = path.resolve(path.dirname(initdb), "../..");
  expect(await reachablePackage(folder)).toBe(folder);
});

it.runIf(isRoot)(
  "in a folder that is root's alone, PostgreSQL makes its data and starts",
  async () => {
    const closed = await newFolder();
    const copies = await newFolder();
    await chmod(copies, 0o755);
    const { initdb } = await locateBinaries();
    const folder = path.join(closed, "package");
    await mkdir(folder);
    execFileSync("cp", ["-a", `${path.resolve(path.dirname(initdb), "../..")}/.`, folder]);
    const reached = await reachablePackage(folder, copies);
    expect(reached.startsWith(copies)).toBe(true);
    // Again: the same copy.
    expect(await reachablePackage(folder, copies)).toBe(reached);

    const bin = path.join(reached, "native/bin");
    const binaries = { initdb: path.join(bin, "initdb"), postgres: path.join(bin, "postgres") };
    const dataFolder = path.join(closed, "data");
    await mkdir(dataFolder);
    const launcher = chooseLauncher(binaries, dataFolder);
    await ensureCluster(dataFolder, binaries, launcher);
    const password = await readOrCreatePassword(dataFolder);
    const port = await findFreePort();
    const postmaster = await startPostmaster({ dataFolder, binaries, launcher, password }, port);
    try {
      const sql = connect(addressOf(port, "postgres", password, "postgres"), { name: "test" });
      expect(await sql`SELECT 1 AS one`).toEqual([{ one: 1 }]);
      await sql.end();
    } finally {
      await postmaster.stop();
    }
  },
);
