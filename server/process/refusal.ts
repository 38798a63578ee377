/**
 * A reason not to start that the person at the terminal can act on.
 * Its message is one complete sentence; no stack is shown.
 */
export class Refusal extends Error {}

export function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

export function codeOf(failure: unknown): string | undefined {
  if (typeof failure !== "object" || failure === null || !("code" in failure)) return undefined;
  return typeof failure.code === "string" ? failure.code : undefined;
}
