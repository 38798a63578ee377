import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";

export type MailSetting = {
  /** Absent: messages are written to the folder instead of being sent. */
  smtpUrl: string | undefined;
  mailFrom: string;
  dataFolder: string;
};

export type Mail = { to: string; subject: string; text: string };

const PATIENCE_MS = 15_000;

/**
 * Sends a plain text message to one address, or writes it to `mail/` in the data folder, readable by its owner alone,
 * and returns the path. Fails when the server does not take it.
 */
export async function sendMail(setting: MailSetting, mail: Mail): Promise<string | undefined> {
  if (setting.smtpUrl === undefined) return writeMail(setting, mail);
  const message = {
    from: setting.mailFrom,
    // An object is one address, whatever commas a text would be split at.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    // Asks out-of-office robots not to answer (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport(setting.smtpUrl, {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  } as object);
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
  return undefined;
}

/** Readable with any editor as well as with a mail program: text as it is, in UTF-8 (RFC 6532). */
async function writeMail(
  { dataFolder, mailFrom }: MailSetting,
  { to, subject, text }: Mail,
): Promise<string> {
  const folder = path.join(dataFolder, "mail");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = new Date();
  const head = [
    `From: ${mailFrom}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${now.toUTCString()}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  const time = now.toISOString().replace(/[:.]/g, "-");
  const file = path.join(folder, `${time}-${randomBytes(3).toString("hex")}.eml`);
  await writeFile(file, `${head.join("\n")}\n\n${text}`, { mode: 0o600, flush: true });
  return file;
}
