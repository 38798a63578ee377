import { readFile } from "node:fs/promises";
import path from "node:path";
import { startEmbeddedPostgres } from "#server/embedded-postgres.ts";
import { prepareDatabase } from "#server/migrations.ts";
import { locateBinaries } from "#server/postgres/binaries.ts";
import { clusterFolder, readOrCreatePassword } from "#server/postgres/cluster.ts";
import { chooseLauncher } from "#server/postgres/launcher.ts";
import {
  clearLeftovers,
  type Postmaster,
  type PostmasterSetting,
  startPostmaster,
} from "#server/postgres/postmaster.ts";
import { startOf } from "#server/process/process-identity.ts";
import { until } from "#server/process/wait.ts";

/** The built-in PostgreSQL with the product's settings, killed and started again by the test instead of by its supervisor. */
export class KillablePostgres {
  readonly url: string;
  readonly applicationUrl: string;
  readonly #setting: PostmasterSetting;
  #postmaster: Postmaster;

  private constructor(
    addresses: { url: string; applicationUrl: string },
    setting: PostmasterSetting,
    postmaster: Postmaster,
  ) {
    this.url = addresses.url;
    this.applicationUrl = addresses.applicationUrl;
    this.#setting = setting;
    this.#postmaster = postmaster;
  }

  /** Migrated, in a folder of its own. */
  static async start(dataFolder: string): Promise<KillablePostgres> {
    const product = await startEmbeddedPostgres(dataFolder, "private");
    const { url, applicationUrl } = product;
    await prepareDatabase({ owner: url, application: applicationUrl });
    await product.stop();
    const binaries = await locateBinaries();
    const launcher = chooseLauncher(binaries, dataFolder);
    const password = await readOrCreatePassword(dataFolder);
    const setting = { dataFolder, binaries, launcher, password };
    const postmaster = await startPostmaster(setting, Number(new URL(url).port));
    return new KillablePostgres({ url, applicationUrl }, setting, postmaster);
  }

  /** Every process of the server at once: stopped first, so that none is born while the list is read. */
  async kill(): Promise<void> {
    const file = path.join(clusterFolder(this.#setting.dataFolder), "postmaster.pid");
    const pid = Number((await readFile(file, "utf8")).split("\n")[0]);
    process.kill(pid, "SIGSTOP");
    const listed = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
    const children = listed.trim().split(/\s+/).map(Number);
    for (const each of [...children, pid]) process.kill(each, "SIGKILL");
    await this.#postmaster.gone;
    // One that the kernel has not put away yet holds the memory that all share.
    await until(() => children.every((child) => startOf(child) === undefined), 10_000, 2);
  }

  async startAgain(): Promise<void> {
    await clearLeftovers(this.#setting.dataFolder);
    this.#postmaster = await startPostmaster(this.#setting, this.#postmaster.port);
  }

  stop(): Promise<void> {
    return this.#postmaster.stop();
  }
}
