import { reportFailure } from "./process/log.ts";
import type { Undoing } from "./process/undoing.ts";

/** Wherever a city is, its day turns on a quarter of an hour. */
const QUARTER_MS = 900_000;
/** A timer may be a little early. */
const PAST_THE_TURN_MS = 500;
const AGAIN_MS = 60_000;

function millisecondsToNextCheck(now: number): number {
  return QUARTER_MS - (now % QUARTER_MS) + PAST_THE_TURN_MS;
}

/** Says in the log which roles have run out: at the start, and each time that a day may have turned somewhere. */
export function watchRoleExpiries(
  expireRoles: (now: Date) => Promise<void>,
  undoing: Undoing,
): void {
  let isStopping = false;
  let hasFailed = false;
  let timer: NodeJS.Timeout | undefined;
  let checking: Promise<void> = Promise.resolve();
  const check = async () => {
    try {
      await expireRoles(new Date());
      hasFailed = false;
    } catch (failure) {
      // Said once: a database that is away is asked again each minute.
      if (!hasFailed) reportFailure("Roles that ran out could not be said in the log", failure);
      hasFailed = true;
    }
    if (isStopping) return;
    timer = setTimeout(next, hasFailed ? AGAIN_MS : millisecondsToNextCheck(Date.now()));
  };
  const next = () => {
    checking = check();
  };
  next();
  undoing.add(async () => {
    isStopping = true;
    clearTimeout(timer);
    await checking;
    clearTimeout(timer);
  });
}
