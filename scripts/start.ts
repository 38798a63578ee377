import { MalformedEnvironment, readEnvironment } from "#environment";
import { isStrayLoss } from "#persistence/lost-connection.ts";
import { ensurePrismaClient } from "#server/build/prisma-client.ts";
import { reportFailure, say, warn } from "#server/process/log.ts";
import { Refusal } from "#server/process/refusal.ts";

/** `npm start`: PostgreSQL, migrations, first cities, pages, server; then the address. */

/** npm forwards a Ctrl-C that the terminal has already delivered: an echo is not a second wish. */
const ECHO_MS = 1_000;

function stopOnSignal(stop: () => Promise<void>): void {
  let askedAt: number | undefined;
  const onSignal = () => {
    const now = performance.now();
    if (askedAt === undefined) {
      askedAt = now;
      say("Stopping.");
      void stop().then(() => process.exit(0));
    } else if (now - askedAt > ECHO_MS) {
      warn("Stopped without waiting.");
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
}

const PARENT_CHECK_MS = 250;

/**
 * npm hands a SIGTERM to the shell between it and us, and many shells die of it without handing it on: when the parent
 * that npm gave us is gone, so is whoever wanted us.
 */
function stopWithoutParent(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    stop();
  }, PARENT_CHECK_MS);
  check.unref();
}

async function start(): Promise<void> {
  const environment = readEnvironment();
  await ensurePrismaClient();
  // Leans on the generated client, which may have been made only now.
  const { startProduct } = await import("#server/product.ts");
  const starting = startProduct(environment);
  // A signal during the start lets the step under way finish, then takes everything back.
  stopOnSignal(() => starting.then((product) => product.stop()).catch(() => undefined));
  stopWithoutParent(() => process.kill(process.pid, "SIGTERM"));
  const product = await starting;
  say(`Contrechamp is ready at ${product.address}`);
  process.on("uncaughtException", (failure) => {
    // Its transaction was refused already, and the pool replaced: nothing is in a state that nobody knows.
    if (isStrayLoss(failure)) return warn("A connection to PostgreSQL was lost.");
    reportFailure("Unexpected failure; stopping", failure);
    void product.stop().finally(() => process.exit(1));
  });
}

process.on("unhandledRejection", (failure) => reportFailure("Unhandled", failure));

start().catch((failure: unknown) => {
  if (failure instanceof Refusal || failure instanceof MalformedEnvironment) warn(failure.message);
  else reportFailure("Contrechamp could not start", failure);
  process.exit(1);
});
