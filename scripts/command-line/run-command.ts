import { MalformedEnvironment } from "#environment";
import { warn } from "#server/process/log.ts";
import { Refusal } from "#server/process/refusal.ts";

/** The command was asked for in a way that it does not know; its usage is shown beside the message. */
export class WrongUsage extends Error {}

/**
 * Runs a command and sets the exit code: what it returns, 2 for wrong usage, 1 for anything else that stops it. A reason
 * that the person at the terminal can act on is one sentence; only what nobody foresaw is shown with its stack, after
 * `title`.
 */
export function runCommand(run: () => Promise<number>, usage: string, title: string): void {
  run().then(
    (code) => {
      process.exitCode = code;
    },
    (failure: unknown) => {
      process.exitCode = failure instanceof WrongUsage ? 2 : 1;
      if (failure instanceof WrongUsage) warn(`${failure.message}\n\n${usage}`);
      else if (failure instanceof Refusal || failure instanceof MalformedEnvironment)
        warn(failure.message);
      else warn(`${title}: ${failure instanceof Error ? failure.stack : String(failure)}`);
    },
  );
}
