import type { Role } from "#domain/actor/role.ts";
import { installation } from "#domain/permission/doer.ts";
import { newAuthenticatorSecret } from "#formats/one-time-code/one-time-code.ts";
import type { AccountKey } from "#persistence/account/account-key.ts";
import { findAnyAccountByEmail } from "#persistence/account/account-queries.ts";
import { closeAccount, writeAccount } from "#persistence/account/account-writes.ts";
import { listCurrentGrantsOf, revokeGrant, writeGrant } from "#persistence/account/role-grants.ts";
import { seal } from "#persistence/account/sealed-text.ts";
import { confirmFactor, writeUnconfirmedFactor } from "#persistence/account/second-factors.ts";
import { findCity } from "#persistence/city-queries.ts";
import { writeSql } from "#persistence/database.ts";

/** One person per role of the fictional city. Nobody can have an address there: RFC 2606 reserves the domain. */
const people: readonly { role: Role; name: string; quality: string }[] = [
  { role: "committee-member", name: "Inès Vauclair", quality: "Tirée au sort (personnage fictif)" },
  {
    role: "committee-chair",
    name: "Étienne Marchegay",
    quality: "Magistrat honoraire (personnage fictif)",
  },
  {
    role: "city-respondent",
    name: "Nadia Belhomme",
    quality: "Directrice de la tranquillité publique (personnage fictif)",
  },
  {
    role: "data-officer",
    name: "Hugo Lestang",
    quality: "Responsable des données (personnage fictif)",
  },
  { role: "moderator", name: "Maud Kerviel", quality: "Médiatrice (personnage fictif)" },
  {
    role: "administrator",
    name: "Rémi Dautry",
    quality: "Secrétaire général du comité (personnage fictif)",
  },
];

const CITY = "ville-temoin";

export function trialAddress(role: Role): string {
  return `${role}@${CITY}.example`;
}

/** Gives the fictional city its people, each ready to sign in; those that are there stay as they are. */
export function installTrialAccounts(key: AccountKey, now: Date): Promise<boolean> {
  return writeSql(async (sql) => {
    const city = await findCity(sql, CITY);
    if (!city?.fictional) return false;
    await sql`SELECT pg_advisory_xact_lock(hashtext('contrechamp trial accounts'))`;
    for (const { role, name, quality } of people) {
      const email = trialAddress(role);
      if (await findAnyAccountByEmail(sql, email)) continue;
      const { id, publicId } = await writeAccount(sql, { name, quality, email }, now);
      const grant = { accountId: id, publicId, cityId: city.id, role, endsOn: null };
      await writeGrant(sql, grant, installation, now);
      await writeUnconfirmedFactor(sql, id, seal(key, publicId, newAuthenticatorSecret()));
      await confirmFactor(sql, id, 0, now);
    }
    return true;
  });
}

/** An installation that the public can reach has none of them: those left from trying are closed. */
export function closeTrialAccounts(now: Date): Promise<number> {
  return writeSql(async (sql) => {
    let closed = 0;
    for (const { role } of people) {
      const account = await findAnyAccountByEmail(sql, trialAddress(role));
      if (!account) continue;
      for (const grant of await listCurrentGrantsOf(sql, account.id)) {
        await revokeGrant(sql, grant, installation, now);
      }
      await closeAccount(sql, account, installation, now);
      closed += 1;
    }
    return closed;
  });
}
