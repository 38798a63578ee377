import { emailSchema } from "#domain/actor/personal-details.ts";
import {
  findAccountByEmail,
  findAccountById,
  findAccountByLink,
  type SignInAccount,
} from "#persistence/account/account-queries.ts";
import { readSql } from "#persistence/database.ts";

type Which = { email: string } | { publicId: string } | { provider: string; subject: string };

/** The account that may sign in under this address, identifier or outside identity; whoever was not invited has none. */
export function findSignInAccount(which: Which, now: Date): Promise<SignInAccount | undefined> {
  return readSql(async (sql) => {
    if ("publicId" in which) return findAccountById(sql, which.publicId, now);
    if ("provider" in which) return findAccountByLink(sql, which, now);
    const email = emailSchema.safeParse(which.email);
    return email.success ? findAccountByEmail(sql, email.data, now) : undefined;
  });
}
