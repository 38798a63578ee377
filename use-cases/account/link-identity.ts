import { writeLink } from "#persistence/account/account-writes.ts";
import { writeSql } from "#persistence/database.ts";

/** Remembers that an identity at a provider is this account's: from then on the address no longer counts. */
export function linkIdentity(
  link: { publicId: string; provider: string; subject: string },
  now: Date,
): Promise<boolean> {
  return writeSql((sql) => writeLink(sql, link, now));
}
