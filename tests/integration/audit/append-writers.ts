import { type ChildProcess, spawn } from "node:child_process";

type AppendWriter = {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
};

/**
 * Processes that append acts (`append-writer.ts`). One is started ahead of the one that writes, so that who is killed is
 * replaced at once.
 */
export class AppendWriters {
  /** What they said, in whole lines only, since each is killed in the middle of one. */
  readonly tried = new Set<string>();
  readonly done = new Set<string>();
  /** Which of a process's eight writers had something done since this was emptied. */
  readonly heard = new Set<string>();
  /** Processes that ended without having been killed here. */
  readonly fallen: string[] = [];
  readonly #address: string;
  readonly #prefix: string;
  readonly #alive = new Set<AppendWriter>();
  #started = 0;
  #writing: AppendWriter | undefined;
  #next: AppendWriter;

  constructor(address: string, prefix: string) {
    this.#address = address;
    this.#prefix = prefix;
    this.#next = this.#spawn();
  }

  /** Sends the writer that waits to work, and starts the one after it. */
  async letWrite(): Promise<void> {
    this.#writing = this.#next;
    this.#next = this.#spawn();
    await this.#writing.ready;
    this.#writing.child.stdin?.write("go\n");
  }

  /** `kill -9`, and its place is taken. */
  async killAndReplace(): Promise<void> {
    this.#kill(this.#writing);
    await this.letWrite();
  }

  async killAll(): Promise<void> {
    const all = [...this.#alive];
    for (const writer of all) this.#kill(writer);
    await Promise.all(all.map(({ ended }) => ended));
  }

  #kill(writer: AppendWriter | undefined): void {
    if (!writer) return;
    this.#alive.delete(writer);
    writer.child.kill("SIGKILL");
  }

  #spawn(): AppendWriter {
    const name = `${this.#prefix}-${this.#started++}`;
    const script = "tests/integration/audit/append-writer.ts";
    const child = spawn(process.execPath, ["--import", "tsx", script, this.#address, name], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.on("error", () => undefined);
    const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
    const ready = new Promise<void>((resolve) => {
      let rest = "";
      child.stdout.on("data", (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) this.#hear(line, resolve);
      });
    });
    const writer = { child, ready, ended };
    this.#alive.add(writer);
    void ended.then(() => {
      if (this.#alive.delete(writer)) this.fallen.push(name);
    });
    return writer;
  }

  #hear(line: string, isReady: () => void): void {
    const [word = "", key = ""] = line.split(" ");
    if (word === "ready") isReady();
    else if (word === "try") this.tried.add(key);
    else {
      this.done.add(key);
      this.heard.add(key.split("-")[2] ?? "");
    }
  }
}
