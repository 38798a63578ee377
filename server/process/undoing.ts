import { reportFailure } from "./log.ts";

type Step = () => Promise<void>;

/** How to take back what was started, in the opposite order; one failure does not keep the rest. */
export class Undoing {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  add(step: Step): void {
    this.#steps.push(step);
  }

  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      await step().catch((failure: unknown) => reportFailure("While stopping", failure));
    }
  }
}
