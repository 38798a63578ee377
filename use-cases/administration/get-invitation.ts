import { findInvitation, type OpenInvitation } from "#persistence/account/invitations.ts";
import { readSql } from "#persistence/database.ts";

/** What an invitation offers, to whoever holds its link; undefined once it is used, withdrawn or over. */
export function getInvitation(token: string, now: Date): Promise<OpenInvitation | undefined> {
  return readSql((sql) => findInvitation(sql, token, now));
}
