import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "#domain/actor/role.ts";
import { moderationRules } from "#domain/annotation/moderation.ts";
import { sendMail } from "#mail/send-mail.ts";
import { wordInvitation, wordModeration, wordSignInLink } from "#mail/word-mail.ts";

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

  it.each(
    moderationRules.flatMap((rule) =>
      (["hidden", "restored", "upheld"] as const).map((act) => ({ ...rule, act })),
    ),
  )("of moderation ($act, $id) says rule, reason, and where to contest", ({ act, id, ...rule }) => {
    const notice = {
      ...{
        email: "a@exemple.fr",
        city: { slug: "montbrison", ...city },
        number: 12,
        act,
        rule: id,
      },
      ...{ reason: "Raison {de} <b>quoi</b>, l’agent.", at: new Date("2026-11-26T23:30:00Z") },
    };
    for (const onAppeal of [false, act !== "hidden"]) {
      const french = wordModeration("fr", address, { ...notice, onAppeal });
      const english = wordModeration("en", address, { ...notice, onAppeal });
      expect(french.text).toContain("27 novembre 2026");
      expect(french.text).toContain(`${address}/montbrison/committee/annotations/12\n`);
      expect(english.text).toContain(`${address}/en/montbrison/committee/annotations/12\n`);
      expect(english.text).toContain(`${address}/en/montbrison/annotations/moderation\n`);
      for (const { to, text, subject } of [french, english]) {
        expect(to).toBe("a@exemple.fr");
        expect(text).toContain(`\n${notice.reason}\n`);
        expect(text).toContain(rule.legalReference ?? "");
        expect(`${subject} ${text.replace(notice.reason, "")}`).not.toMatch(
          /[{}<>]|mail\.|rules\./,
        );
      }
    }
  });

  it("of moderation that answers an appeal says that it does", () => {
    const rule = "off-topic" as const;
    const notice = {
      ...{
        email: "a@exemple.fr",
        city: { slug: "m", ...city },
        number: 1,
        act: "restored" as const,
      },
      ...{ rule, reason: "R.", at: expiresAt },
    };
    const subjects = [false, true].map(
      (onAppeal) => wordModeration("en", address, { ...notice, onAppeal }).subject,
    );
    expect(subjects).toEqual([
      "Your annotation no. 1 is restored (Montbrison)",
      "Your appeal is accepted: your annotation no. 1 is restored (Montbrison)",
    ]);
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
