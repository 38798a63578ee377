import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chown } from "node:fs/promises";
import { childEnvironment } from "#environment";
import { Refusal } from "../process/refusal.ts";
import type { PostgresBinaries } from "./binaries.ts";

/**
 * PostgreSQL refuses to run as root. Where we are root it runs as the system user `postgres`,
 * created when missing. Where that user may not walk down to the data (/root is closed to everyone
 * else), the program is given that one capability and nothing more; its own files are copied to
 * where it may (`reachablePackage`).
 */
export interface Launcher {
  spawn(command: string, parameters: readonly string[], options: SpawnOptions): ChildProcess;
  /** Gives a folder or file to the account that PostgreSQL runs as. */
  own(file: string): Promise<void>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

type Prefix = readonly string[];

const ACCOUNT = "postgres";
const CREATE_ACCOUNT = [
  ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", ACCOUNT],
  ["adduser", "-S", "-D", "-H", ACCOUNT],
] as const;

function idOf(flag: "-u" | "-g", user: string): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout, 10) : undefined;
}

function findAccount(user: string): Account | undefined {
  const [uid, gid] = [idOf("-u", user), idOf("-g", user)];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function findOrCreateAccount(): Account {
  const found = findAccount(ACCOUNT);
  if (found) return found;
  for (const [command, ...parameters] of CREATE_ACCOUNT) {
    spawnSync(command, parameters, { stdio: "ignore" });
    const created = findAccount(ACCOUNT);
    if (created) return created;
  }
  throw new Refusal(
    "PostgreSQL does not run as root and no user named postgres could be created; start as another user, or set DATABASE_URL.",
  );
}

function withCapability(account: Account, capability: string): Prefix {
  const { uid, gid } = account;
  return [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=-all,+${capability}`,
    "--",
  ];
}

function run(prefix: Prefix, account: Account | undefined, command: readonly string[]): boolean {
  const [program = "", ...parameters] = [...prefix, ...command];
  const identity = prefix.length === 0 ? account : undefined;
  const { status } = spawnSync(program, parameters, {
    ...identity,
    stdio: "ignore",
    env: childEnvironment(),
  });
  return status === 0;
}

function launcherFor(prefix: Prefix, account: Account | undefined): Launcher {
  return {
    spawn(command, parameters, options) {
      const [program = "", ...rest] = [...prefix, command, ...parameters];
      return spawn(program, rest, {
        ...options,
        ...(prefix.length === 0 ? account : undefined),
        env: childEnvironment({ LC_ALL: "C", TZ: "UTC" }),
      });
    },
    own: (file) => (account ? chown(file, account.uid, account.gid) : Promise.resolve()),
  };
}

export function chooseLauncher(binaries: PostgresBinaries, dataFolder: string): Launcher {
  const account = process.getuid?.() === 0 ? findOrCreateAccount() : undefined;
  const prefixes: Prefix[] = [[]];
  if (account) {
    prefixes.push(
      withCapability(account, "dac_read_search"),
      withCapability(account, "dac_override"),
    );
  }
  for (const prefix of prefixes) {
    const runs = run(prefix, account, [binaries.postgres, "--version"]);
    const reaches = !account || run(prefix, account, ["ls", "-d", `${dataFolder}/.`]);
    if (runs && reaches) return launcherFor(prefix, account);
  }
  throw new Refusal(
    account
      ? `PostgreSQL does not run as root, and the user ${ACCOUNT} may not enter ${dataFolder} or node_modules; start as another user, move the folder, or set DATABASE_URL.`
      : "The built-in PostgreSQL does not run on this system; set DATABASE_URL to a PostgreSQL 15 or later.",
  );
}
