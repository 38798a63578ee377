import { type AccountKey, deriveKey, openAccountKey } from "#persistence/account/account-key.ts";

/** The key of the installation, opened once per process, and what else is made from it. */
export type InstallationKey = { key: AccountKey; signInSecret: string };

let opened: Promise<InstallationKey> | undefined;

export function installationKey(setting: {
  dataFolder: string;
  accountKey: string | undefined;
}): Promise<InstallationKey> {
  opened ??= openAccountKey(setting.dataFolder, setting.accountKey).then(
    (key) => ({ key, signInSecret: deriveKey(key, "sign-in").toString("base64url") }),
    (failure: unknown) => {
      opened = undefined;
      throw failure;
    },
  );
  return opened;
}
