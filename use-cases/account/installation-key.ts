import { createHmac } from "node:crypto";
import { type AccountKey, deriveKey, openAccountKey } from "#persistence/account/account-key.ts";

/** The key of the installation, opened once per process, and what else is made from it. */
export type InstallationKey = {
  key: AccountKey;
  signInSecret: string;
  /** What the security log calls an account: the same each time, and nothing to who has not this key. */
  subjectOf: (publicId: string) => string;
};

const SUBJECT_BYTES = 12;

function madeFrom(key: AccountKey): InstallationKey {
  const signInSecret = deriveKey(key, "sign-in").toString("base64url");
  const subjects = deriveKey(key, "security log");
  return {
    ...{ key, signInSecret },
    subjectOf: (publicId) =>
      createHmac("sha256", subjects)
        .update(publicId)
        .digest()
        .subarray(0, SUBJECT_BYTES)
        .toString("base64url"),
  };
}

let opened: Promise<InstallationKey> | undefined;

export function installationKey(setting: {
  dataFolder: string;
  accountKey: string | undefined;
}): Promise<InstallationKey> {
  opened ??= openAccountKey(setting.dataFolder, setting.accountKey).then(
    madeFrom,
    (failure: unknown) => {
      opened = undefined;
      throw failure;
    },
  );
  return opened;
}
