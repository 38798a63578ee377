import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "#domain/actor/role.ts";
import { sendMail } from "#mail/send-mail.ts";
import { wordInvitation, wordSignInLink } from "#mail/word-mail.ts";

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-mail-"));
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

const address = "https://cameras.example.org";
const city = { name: "Montbrison", timezone: "Europe/Paris" };
const expiresAt = new Date("2026-12-03T10:00:00Z");

describe("a message", () => {
  it.each(roles)(
    "that invites a %s says to what, until when, and leads to our own address",
    (role) => {
      const to = "a@exemple.fr";
      const french = wordInvitation("fr", { to, address, token: "t0k", role, city, expiresAt });
      expect(french.text).toContain(`${address}/account/invitation?token=t0k\n`);
      expect(french.text).toContain("3 décembre 2026");
      expect(french.subject).toContain("Montbrison");
      const english = wordInvitation("en", { to, address, token: "t0k", role, city, expiresAt });
      expect(english.text).toContain(`${address}/en/account/invitation?token=t0k\n`);
      for (const { text, subject } of [french, english]) {
        expect(`${subject} ${text}`).not.toMatch(/[{}]|mail\.|roles\./);
      }
    },
  );

  it("with a link says how long it holds, and where it leads next", () => {
    const message = {
      to: "a@exemple.fr",
      address,
      token: "t0k",
      next: "/en/account?a=b&c",
      minutes: 15,
    };
    const { text } = wordSignInLink("en", message);
    const link = new URL(/https:\S+/.exec(text)?.[0] ?? "");
    expect(link.pathname).toBe("/en/account/sign-in/confirm");
    expect(link.searchParams.get("next")).toBe("/en/account?a=b&c");
    expect(text).toContain("15 minutes");
  });

  it("without a mail server is a file that any editor reads, and its owner alone", async () => {
    const setting = { smtpUrl: undefined, mailFrom: "Contrechamp <c@example.org>", dataFolder };
    const mail = { to: "a@exemple.fr", subject: "Été", text: "https://x.example/a?token=b\n" };
    const file = (await sendMail(setting, mail)) ?? "";
    const written = await readFile(file, "utf8");
    expect(written).toContain("To: a@exemple.fr\nSubject: Été\n");
    expect(written).toContain("\n\nhttps://x.example/a?token=b\n");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
  });

  it("that no server takes fails, and says so to whoever sends", async () => {
    const setting = { smtpUrl: "smtp://127.0.0.1:1", mailFrom: "c@example.org", dataFolder };
    const mail = { to: "a@exemple.fr", subject: "s", text: "t" };
    await expect(sendMail(setting, mail)).rejects.toThrow(/ECONNREFUSED/);
  });
});
