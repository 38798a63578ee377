/** The server's only door to the terminal: sentences for whoever runs it, never what visitors did. */

export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

export function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** An unexpected failure, with its stack: what a maintainer needs and a visitor never sees. */
export function reportFailure(where: string, failure: unknown): void {
  const detail = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  warn(`${where}: ${detail}`);
}
