import { codeAt, codeLasts } from "#formats/one-time-code/one-time-code.ts";

/** Longer than a form takes to arrive on a busy machine. */
const ARRIVES_MS = 3_000;

/** The code that an authenticator shows, once it stays right for long enough to be sent. */
export async function codeOfNow(secret: string): Promise<string> {
  const left = codeLasts(new Date());
  if (left < ARRIVES_MS) await new Promise((resolve) => setTimeout(resolve, left + 50));
  return codeAt(secret, new Date());
}
