import { ownAddress, readEnvironment } from "#environment";
import { type InstallationKey, installationKey } from "#use-cases/account/installation-key.ts";

/** The address of the product, without final slash, and whether it is reached over TLS. */
export function productAddress(): { origin: string; isSecure: boolean } {
  const origin = ownAddress(readEnvironment());
  return { origin, isSecure: origin.startsWith("https:") };
}

export function secrets(): Promise<InstallationKey> {
  return installationKey(readEnvironment());
}
