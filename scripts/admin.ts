import { parseArgs } from "node:util";
import { type Environment, readEnvironment } from "#environment";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { currentOwner } from "#server/process/data-folder-lock.ts";
import { say, warn } from "#server/process/log.ts";
import { findProductAddress } from "#server/product-address.ts";
import { runCommand, WrongUsage } from "./command-line/run-command.ts";

/** `npm run admin -- …`: exit code 0 when done, 1 when refused, 2 for wrong usage. */
const usage = `npm run admin -- invite <email> --city <slug> --role <role> [--until 2027-06-30] [--language fr|en]
npm run admin -- revoke <email> --city <slug> --role <role>
npm run admin -- roles [--city <slug>]
npm run admin -- reset-second-factor <email>
npm run admin -- close <email>
npm run admin -- subject <email>
npm run admin -- renew-account-key
npm run admin -- renew-log-key
npm run admin -- try [<role>]

Roles: committee-member, committee-chair, city-respondent, data-officer, moderator, administrator.`;

type Given = {
  action: string;
  about: string | undefined;
  city?: string | undefined;
  role?: string | undefined;
  until?: string | undefined;
  language?: string | undefined;
};

function read(given: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        city: { type: "string" },
        role: { type: "string" },
        until: { type: "string" },
        language: { type: "string" },
      },
    });
    const [action, about, ...more] = positionals;
    if (action === undefined || more.length > 0) throw new WrongUsage(usage);
    return { action, about, ...values };
  } catch (failure) {
    throw new WrongUsage(failure instanceof Error ? failure.message : usage);
  }
}

function needed(value: string | undefined, what: string): string {
  if (value === undefined) throw new WrongUsage(`${what} is missing.`);
  return value;
}

async function invite(given: Given, environment: Environment): Promise<number> {
  const { inviteMember } = await import("#use-cases/administration/invite-member.ts");
  const { operator } = await import("#domain/actor/actor.ts");
  const { sendMail } = await import("#mail/send-mail.ts");
  const { wordInvitation } = await import("#mail/word-mail.ts");
  const email = needed(given.about, "The e-mail address");
  const wanted = { email, role: needed(given.role, "--role"), endsOn: given.until };
  const invited = await inviteMember(operator, needed(given.city, "--city"), wanted, new Date());
  if (invited.kind === "no-such-city") return refuse(`There is no city ${given.city}.`);
  if (invited.kind === "refused") return refuse(`${invited.field}: ${invited.reason}`);
  const language = given.language === "en" ? "en" : "fr";
  const address = await findProductAddress(environment);
  const file = await sendMail(
    environment,
    wordInvitation(language, { ...invited, to: invited.email, address }),
  );
  say(file ? `The invitation is in ${file}` : `The invitation was sent to ${invited.email}.`);
  return 0;
}

function refuse(sentence: string): number {
  warn(sentence);
  return 1;
}

async function grantsOf(city: string) {
  const { getAdministrationPage } = await import(
    "#use-cases/administration/get-administration-page.ts"
  );
  const { operator } = await import("#domain/actor/actor.ts");
  return (await getAdministrationPage(operator, city, new Date()))?.grants;
}

async function revoke(given: Given): Promise<number> {
  const { operator } = await import("#domain/actor/actor.ts");
  const { revokeRole } = await import("#use-cases/administration/revoke-role.ts");
  const email = needed(given.about, "The e-mail address").trim().toLowerCase();
  const role = needed(given.role, "--role");
  const grants = (await grantsOf(needed(given.city, "--city"))) ?? [];
  const grant = grants.find((one) => one.holds && one.email === email && one.role === role);
  if (!grant) return refuse(`${email} does not hold the role ${role} in ${given.city}.`);
  await revokeRole(operator, grant.id, new Date());
  say(`${email} no longer holds the role ${role} in ${given.city}.`);
  return 0;
}

async function listRoles(given: Given): Promise<number> {
  const { listCityOverviews } = await import("#use-cases/city/list-city-overviews.ts");
  const cities = given.city
    ? [given.city]
    : (await listCityOverviews()).map(({ city }) => city.slug);
  for (const city of cities) {
    const grants = await grantsOf(city);
    if (!grants) return refuse(`There is no city ${city}.`);
    for (const { email, role, name, endsOn } of grants.filter(({ holds }) => holds)) {
      say([city, role, email, name, ...(endsOn ? [`until ${endsOn}`] : [])].join("\t"));
    }
  }
  return 0;
}

/** What the security log calls somebody's account. */
async function subjectOf(email: string, environment: Environment): Promise<string | undefined> {
  const { operator } = await import("#domain/actor/actor.ts");
  const { identifyAccount } = await import("#use-cases/administration/identify-account.ts");
  const { installationKey } = await import("#use-cases/account/installation-key.ts");
  const publicId = await identifyAccount(operator, email);
  return publicId && (await installationKey(environment)).subjectOf(publicId);
}

async function saySubject(given: Given, environment: Environment): Promise<number> {
  const email = needed(given.about, "The e-mail address");
  const subject = await subjectOf(email, environment);
  if (!subject) return refuse(`No account has the address ${email}.`);
  say(subject);
  return 0;
}

/** In the log's file; the standard output of a command is no log. */
async function noteDeed(
  event: { event: "authenticator"; outcome: "reset" } | { event: "account"; outcome: "closed" },
  subject: string | undefined,
  { securityLog }: Environment,
): Promise<void> {
  if (securityLog === undefined) return;
  const { noteSecurityEvent } = await import("#journal/journal.ts");
  noteSecurityEvent({ ...event, door: "command-line", subject }, { securityLog });
}

async function renewAccountKey(environment: Environment): Promise<number> {
  const { operator } = await import("#domain/actor/actor.ts");
  const { renewAccountKey: renew } = await import("#use-cases/administration/renew-account-key.ts");
  const owner = await currentOwner(environment.dataFolder);
  if (owner && owner.pid !== process.pid) return refuse("Stop the product first: it has the key.");
  const { sealed, unreadable } = await renew(operator, environment);
  say(`${sealed} second factors are sealed with the new key.`);
  if (unreadable > 0) {
    warn(
      `${unreadable} could be opened with neither key: reset-second-factor helps whoever they are.`,
    );
  }
  say(
    environment.accountKey === undefined
      ? "Start the product, and back account.key up."
      : "Put what account.key.next in the data folder holds into ACCOUNT_KEY, and remove the file.",
  );
  return 0;
}

async function renewLogKey({ dataFolder, logSigningKey }: Environment): Promise<number> {
  if (logSigningKey !== undefined) {
    return refuse("The key is in LOG_SIGNING_KEY: docs/security/keys.md says how it is renewed.");
  }
  const owner = await currentOwner(dataFolder);
  if (owner) return refuse(`Stop ${owner.purpose} (process ${owner.pid}) first: it has the key.`);
  const { renewLogKey: renew } = await import("#server/transparency-log/signing-key.ts");
  const { formatVerifierKey } = await import("#domain/audit/signed-note.ts");
  say(`The log has a new key: ${formatVerifierKey((await renew(dataFolder)).key)}`);
  say("The old one signs beside it until log-signing-key.earlier is removed. Tell the witnesses.");
  return 0;
}

async function closeOrReset(given: Given, environment: Environment): Promise<number> {
  const { operator } = await import("#domain/actor/actor.ts");
  const email = needed(given.about, "The e-mail address");
  const subject = await subjectOf(email, environment);
  const { closeAccount } = await import("#use-cases/administration/close-account.ts");
  const { resetSecondFactor } = await import("#use-cases/administration/reset-second-factor.ts");
  const isClosing = given.action === "close";
  const done = isClosing
    ? await closeAccount(operator, email, new Date())
    : await resetSecondFactor(operator, email);
  if (!done) return refuse(`No account has the address ${email}.`);
  const event = isClosing
    ? ({ event: "account", outcome: "closed" } as const)
    : ({ event: "authenticator", outcome: "reset" } as const);
  await noteDeed(event, subject, environment);
  say(
    isClosing
      ? "The account is closed, and what reached the person is erased."
      : "The second factor is forgotten: the next sign-in sets up a new one.",
  );
  return 0;
}

/** On the clock of this machine. */
function timeOfDay(instant: Date): string {
  return instant.toLocaleTimeString("fr-FR", { hour12: false });
}

async function tryOut(given: Given, environment: Environment): Promise<number> {
  const { isForTrying } = await import("#server/trial-accounts.ts");
  if (!isForTrying(environment)) {
    return refuse("There are accounts for trying out only without DATABASE_URL and PUBLIC_ORIGIN.");
  }
  const { isRole } = await import("#domain/actor/role.ts");
  const { openTrialDoor } = await import("#use-cases/installation/open-trial-door.ts");
  const { installationKey } = await import("#use-cases/account/installation-key.ts");
  const role = given.about ?? "committee-chair";
  if (!isRole(role)) throw new WrongUsage(`There is no role ${role}.`);
  const secrets = await installationKey(environment);
  const door = await openTrialDoor(`${role}@ville-temoin.example`, secrets, new Date());
  if (!door) return refuse("Start the product once with npm start: it makes the accounts.");
  say(`${door.name} (${role}) enters here, once, within ten minutes:`);
  say(`${await findProductAddress(environment)}/account/sign-in/confirm?token=${door.token}`);
  say("The second factor, as an authenticator would show it:");
  for (const { code, until } of door.codes) say(`  ${code} until ${timeOfDay(until)}`);
  return 0;
}

async function run(): Promise<number> {
  const given = read(process.argv.slice(2));
  const environment = readEnvironment();
  // Needs no database: the key is a file.
  if (given.action === "renew-log-key") return renewLogKey(environment);
  const actions: Record<string, () => Promise<number>> = {
    invite: () => invite(given, environment),
    revoke: () => revoke(given),
    roles: () => listRoles(given),
    close: () => closeOrReset(given, environment),
    "renew-account-key": () => renewAccountKey(environment),
    subject: () => saySubject(given, environment),
    "reset-second-factor": () => closeOrReset(given, environment),
    try: () => tryOut(given, environment),
  };
  const action = Object.hasOwn(actions, given.action) ? actions[given.action] : undefined;
  if (!action) throw new WrongUsage(`There is no action ${given.action}.`);
  await ensurePrismaClient();
  const { withDatabase } = await import("#server/database-door.ts");
  return withDatabase(action, "npm run admin");
}

runCommand(run, usage, "The command failed");
