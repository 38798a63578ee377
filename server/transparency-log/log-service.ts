import { createHash } from "node:crypto";
import type { LogProblem } from "#domain/audit/check-bundle.ts";
import { readCheckpoint } from "#domain/audit/checkpoint.ts";
import { readNote } from "#domain/audit/signed-note.ts";
import { verifyLog } from "#domain/audit/verify-log.ts";
import type { LogFiles } from "#persistence/audit/log-files.ts";
import { readLogRows } from "#persistence/audit/log-queries.ts";
import { readSql } from "#persistence/database.ts";
import { reportFailure, warn } from "../process/log.ts";
import { messageOf } from "../process/refusal.ts";
import { LogFault, LogPublisher } from "./log-publisher.ts";
import type { Signer } from "./signing-key.ts";

/** What the health page and the reader are told of the log. */
export interface LogState {
  readonly size: number;
  /** Why nothing more is published, in one sentence; undefined when all is well. */
  readonly fault: string | undefined;
}

const PAUSE_MS = 1_000;
const DAY_MS = 86_400_000;
/** Kept for the page: when files and database were last held against each other, and what was found. */
const VERIFICATION = "verification.json";
/** Kept for the page: why nothing more is published. */
const FAULT = "fault";

/** Publishes what is appended within a second, and holds database, files and checkpoint against each other once a day. */
export class LogService {
  state: LogState = { size: 0, fault: undefined };
  readonly #listeners: (() => void)[] = [];
  readonly #files: LogFiles;
  readonly #publisher: LogPublisher;
  #stopping = false;
  #isFirst = true;
  #verifiedAt = 0;
  #wake: () => void = () => undefined;
  #loop: Promise<void> = Promise.resolve();

  constructor(files: LogFiles, signer: Signer, earlier: readonly Signer[] = []) {
    this.#files = files;
    this.#publisher = new LogPublisher(files, signer, earlier);
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** One round; a database that is away for the moment changes nothing. */
  async publish(): Promise<void> {
    const before = this.state;
    await this.#round();
    const { size, fault } = this.state;
    if (before.size === size && before.fault === fault) return;
    for (const listener of this.#listeners) listener();
  }

  async #round(): Promise<void> {
    try {
      const size = await this.#publisher.publish();
      if (this.state.fault !== undefined || this.#isFirst) await this.#files.remove(FAULT);
      this.#isFirst = false;
      this.state = { size, fault: undefined };
    } catch (failure) {
      if (!(failure instanceof LogFault)) return;
      if (this.state.fault !== failure.message) {
        warn(`The transparency log is not published any further: ${messageOf(failure)}.`);
        await this.#files.write(FAULT, failure.message);
      }
      this.state = { ...this.state, fault: failure.message };
    }
  }

  start(): void {
    this.#loop = this.#run();
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      await this.publish();
      if (Date.now() - this.#verifiedAt > DAY_MS && this.state.size > 0) {
        this.#verifiedAt = Date.now();
        await this.verify().catch((failure: unknown) =>
          reportFailure("The transparency log could not be verified", failure),
        );
      }
      if (this.#stopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PAUSE_MS);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Reads every published entry again and holds it against what the database says now. */
  async verify(): Promise<readonly LogProblem[]> {
    const note = readNote(Buffer.from((await this.#files.read("checkpoint")) ?? []).toString());
    const checkpoint = readCheckpoint(note?.text ?? "");
    if (!checkpoint) return [];
    const { problems } = await verifyLog({
      hash: (bytes) => createHash("sha256").update(bytes).digest(),
      read: this.#files.read,
      checkpoint,
      tiles: true,
      onEntries: compareWithDatabase,
    });
    const { size } = checkpoint;
    const found = { at: new Date().toISOString(), size, problems };
    await this.#files.write(VERIFICATION, `${JSON.stringify(found)}\n`);
    if (problems.length > 0) {
      warn("The transparency log does not agree with itself: run npm run verify-log.");
    }
    return problems;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#loop;
  }
}

async function compareWithDatabase(
  start: number,
  entries: readonly Uint8Array[],
): Promise<LogProblem[]> {
  const rows = await readSql((sql) => readLogRows(sql, start, start + entries.length));
  const bodies = new Map(rows.map(({ index, body }) => [index, body]));
  return entries.flatMap((entry, n): LogProblem[] =>
    bodies.get(start + n) === Buffer.from(entry).toString()
      ? []
      : [{ kind: "shown-otherwise", at: start + n }],
  );
}
