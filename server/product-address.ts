import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Environment, ownAddress } from "#environment";

/** Where the running product says its address to commands beside it, whose port may have been chosen at start. */
export function addressFile(dataFolder: string): string {
  return path.join(dataFolder, "address");
}

/** The address that links in messages lead to, as a command knows it. */
export async function findProductAddress(environment: Environment): Promise<string> {
  if (environment.publicOrigin !== undefined) return environment.publicOrigin;
  const told = await readFile(addressFile(environment.dataFolder), "utf8").catch(() => "");
  return told.trim() || ownAddress(environment);
}
