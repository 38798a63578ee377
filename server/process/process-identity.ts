import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A process is named by its number and by when it started: numbers are reused, after a reboot
 * within seconds, so a number alone would take a stranger for the owner of a lock.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

function readStartOnLinux(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command name, in parentheses, may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, ticks] = [fields[0], fields[19]];
    return state === "Z" || state === "X" || ticks === undefined ? undefined : `${boot}/${ticks}`;
  } catch {
    return undefined;
  }
}

function readStartElsewhere(pid: number): string | undefined {
  try {
    const output = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return output.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** When the process started, in a form only good for comparison; absent when it is not running. */
export function startOf(pid: number): string | undefined {
  return process.platform === "linux" ? readStartOnLinux(pid) : readStartElsewhere(pid);
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? "unknown" };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return startOf(identity.pid) === identity.started;
}
