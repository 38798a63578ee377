import { noteFailure } from "#journal/journal.ts";

/** The server's only door to the terminal: sentences for whoever runs it, never what visitors did. */

export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

export function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** An unexpected failure, with its stack: what a maintainer needs and a visitor never sees. */
export function reportFailure(where: string, failure: unknown): void {
  noteFailure(where, failure);
}
