import { describeOwner, tryLock } from "../process/data-folder-lock.ts";
import { say } from "../process/log.ts";
import { inProject } from "../process/project-folder.ts";
import { Refusal } from "../process/refusal.ts";
import { wait } from "../process/wait.ts";

const PATIENCE_MS = 600_000;

/** What is built belongs to the checkout, not to a data folder: two runs on one checkout take turns. */
export async function exclusively<T>(purpose: string, work: () => Promise<T>): Promise<T> {
  const folder = inProject("node_modules/.cache/contrechamp");
  const end = Date.now() + PATIENCE_MS;
  for (let told = false; ; told = true) {
    const lock = await tryLock(folder, purpose);
    if ("release" in lock) return work().finally(() => lock.release());
    if (Date.now() > end) throw new Refusal(describeOwner(folder, lock.owner));
    if (!told) say(`Waiting for ${lock.owner.purpose} (process ${lock.owner.pid}).`);
    await wait(200);
  }
}
