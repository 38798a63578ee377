import { readEnvironment } from "#environment";
import { noteFailure } from "#journal/journal.ts";
import { type Mail, sendMail } from "#mail/send-mail.ts";

/** Sends without making anybody wait; a failure is told to whoever runs the installation. */
export function sendInBackground(mail: Mail): void {
  sendNow(mail).catch((failure: unknown) => {
    const reason = failure instanceof Error ? failure.message : String(failure);
    // A mail server's refusal repeats the address.
    noteFailure("A message could not be sent", reason.replace(/[^\s<>]+@[^\s<>]+/g, "…"));
  });
}

export async function sendNow(mail: Mail): Promise<void> {
  const file = await sendMail(readEnvironment(), mail);
  if (file) process.stdout.write(`A message was written to ${file}\n`);
}
