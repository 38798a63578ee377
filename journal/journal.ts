import { appendFileSync } from "node:fs";
import { type SecurityEvent, securityLine } from "./security-event.ts";

/**
 * The lines that the process writes for machines: security events, and failures. A file is opened for each line, so that
 * whatever turns logs over may move it away at any time; without one, lines go to the standard output.
 */
export type JournalSetting = { readonly securityLog: string | undefined };

/** Of one kind in one minute. Beyond, lines are counted: a flood fills no disk, and hides no other kind. */
const MOST_LINES = 120;
const WINDOW_MS = 60_000;

type Window = { until: number; written: number; leftOut: number };
const SHARED = Symbol.for("contrechamp.journal");
type Shared = { windows: Map<string, Window> };

/** One for the process: the server and what Next has bundled are two copies of this file. */
function shared(): Shared {
  const holder = globalThis as { [SHARED]?: Shared };
  holder[SHARED] ??= { windows: new Map() };
  return holder[SHARED];
}

/** Never fails and makes nobody wait: a full disk does not keep people from signing out. */
export function noteSecurityEvent(
  event: SecurityEvent,
  setting: JournalSetting,
  now: Date = new Date(),
): void {
  const kind = `${event.event} ${event.outcome}`;
  const { windows } = shared();
  let window = windows.get(kind);
  if (!window || now.getTime() >= window.until) {
    if (window) sayLeftOut(event, window, setting, now);
    window = { until: now.getTime() + WINDOW_MS, written: 0, leftOut: 0 };
    windows.set(kind, window);
  }
  if (window.written < MOST_LINES) {
    window.written += 1;
    write(securityLine(event, now, process.pid), setting);
    return;
  }
  window.leftOut += 1;
  if (window.leftOut === 1) sayLater(event, window, setting, now);
}

function sayLater(event: SecurityEvent, window: Window, setting: JournalSetting, now: Date): void {
  const wait = window.until - now.getTime();
  setTimeout(() => sayLeftOut(event, window, setting, new Date()), wait).unref();
}

function sayLeftOut(event: SecurityEvent, window: Window, setting: JournalSetting, now: Date) {
  if (window.leftOut === 0) return;
  const count = window.leftOut;
  window.leftOut = 0;
  const left = { event: "lines-left-out", outcome: "counted", of: event.event, count } as const;
  write(securityLine({ ...left, door: event.door }, now, process.pid), setting);
}

let saidUnwritable = false;

function write(line: string, { securityLog }: JournalSetting): void {
  if (securityLog === undefined) {
    process.stdout.write(`${line}\n`);
    return;
  }
  try {
    appendFileSync(securityLog, `${line}\n`, { mode: 0o600 });
    saidUnwritable = false;
  } catch (failure) {
    if (!saidUnwritable) noteFailure("The security log could not be written", failure);
    saidUnwritable = true;
    process.stdout.write(`${line}\n`);
  }
}

/**
 * An unexpected failure, with its stack: what a maintainer needs and a visitor never sees. To a terminal as it is read, to
 * anything else as one line of JSON.
 */
export function noteFailure(where: string, failure: unknown): void {
  const detail = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  if (process.stderr.isTTY) {
    process.stderr.write(`${where}: ${detail}\n`);
    return;
  }
  const head = { time: new Date().toISOString(), log: "failure", level: "error" };
  const line = JSON.stringify({ ...head, process: process.pid, where, detail });
  process.stderr.write(`${line}\n`);
}
