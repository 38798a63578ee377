import type { Environment } from "#environment";
import { say } from "./process/log.ts";

/**
 * The fictional city has one ready account per role, for trying out: only with the database of our own and no public
 * address. Anywhere else they are closed.
 */
export async function ensureTrialAccounts(environment: Environment): Promise<void> {
  const { closeTrialAccounts, installTrialAccounts } = await import(
    "#use-cases/installation/trial-accounts.ts"
  );
  const { installationKey } = await import("#use-cases/account/installation-key.ts");
  const { key } = await installationKey(environment);
  if (!isForTrying(environment)) {
    await closeTrialAccounts(new Date());
    return;
  }
  if (!(await installTrialAccounts(key, new Date()))) return;
  say(
    "Ville-Témoin has one account per role. To enter as its committee's chair: npm run admin -- try committee-chair",
  );
}

export function isForTrying({ databaseUrl, publicOrigin }: Environment): boolean {
  return databaseUrl === undefined && publicOrigin === undefined;
}
