import { type CreditedCity, listCreditedSources } from "#persistence/credited-sources.ts";
import { readTransaction } from "#persistence/database.ts";

/** Who must be credited for what, in every city of the installation. */
export function listCredits(): Promise<CreditedCity[]> {
  return readTransaction((database) => listCreditedSources(database, undefined));
}
