import { type ChildProcess, spawn } from "node:child_process";

/** `npm start` as a process of its own, as whoever runs it sees it. */
export interface ProductProcess {
  readonly pid: number;
  readonly port: number;
  output(): string;
  signal(name: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface Ending {
  readonly code: number | NodeJS.Signals;
  readonly output: string;
}

const START = ["--import", "tsx", "scripts/start.ts"];
const alive = new Set<ChildProcess>();

function launch(variables: Record<string, string>, command: readonly string[]) {
  const [program = process.execPath, ...parameters] = command;
  const environment: Record<string, string | undefined> = {
    ...process.env,
    DATABASE_URL: "",
    HOST: "127.0.0.1",
    PORT: "0",
    NODE_ENV: "",
    ...variables,
  };
  const child = spawn(program, parameters, {
    env: environment as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  alive.add(child);
  let text = "";
  const keep = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    // An orphan may hold the pipes open: the process itself is what is waited for when killing.
    child.once("exit", () => alive.delete(child));
    child.once("close", (code, signal) => resolve(code ?? signal ?? 1));
  });
  return { child, ended, output: () => text };
}

/** Settles when the address is printed; fails with what was printed instead. */
export function startProduct(
  variables: Record<string, string>,
  command: readonly string[] = [process.execPath, ...START],
): Promise<ProductProcess> {
  const { child, ended, output } = launch(variables, command);
  return new Promise((resolve, reject) => {
    const look = () => {
      const port = /ready at http:\/\/[^\s:]+:(\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      child.stdout.off("data", look);
      const signal = (name: NodeJS.Signals) => void child.kill(name);
      resolve({ pid: child.pid ?? 0, port: Number(port), output, signal, ended });
    };
    child.stdout.on("data", look);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${output()}`)));
  });
}

/** For a start that is expected to be refused. */
export async function startInVain(variables: Record<string, string>): Promise<Ending> {
  const { ended, output } = launch(variables, [process.execPath, ...START]);
  return { code: await ended, output: output() };
}

export async function stopProduct(product: ProductProcess): Promise<number | NodeJS.Signals> {
  product.signal("SIGTERM");
  return product.ended;
}

export async function killAll(): Promise<void> {
  for (const child of alive) child.kill("SIGKILL");
  while (alive.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}
