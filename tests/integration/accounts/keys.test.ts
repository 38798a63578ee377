import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { operator, visitor } from "#domain/actor/actor.ts";
import { codeAt } from "#formats/one-time-code/one-time-code.ts";
import { openAccountKey } from "#persistence/account/account-key.ts";
import { getSecondFactorPage } from "#use-cases/account/get-second-factor-page.ts";
import { giveSecondFactor } from "#use-cases/account/give-second-factor.ts";
import { renewAccountKey } from "#use-cases/administration/renew-account-key.ts";
import { testDatabase } from "../database.ts";
import { addTestCity, join, key, later, MINUTE, now, secretOf, signIn } from "./people.ts";

testDatabase();
let dataFolder: string;
const fileOf = (name: string) => path.join(dataFolder, name);
const setting = () => ({ dataFolder, accountKey: undefined });

beforeAll(async () => {
  await addTestCity("ici");
  dataFolder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-keys-"));
  await writeFile(fileOf("account.key"), `${key.toString("base64")}\n`, { mode: 0o600 });
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

it("a new account key opens what the old one had sealed, and the old one opens nothing any more", async () => {
  const { publicId } = await join("ici", "cle@exemple.fr", "moderator");
  const token = await signIn(publicId);
  const secret = await secretOf(token);
  const given = await giveSecondFactor({ token, code: codeAt(secret, now) }, key, now);
  const session = given.kind === "given" ? given.token : "";
  const before = await getSecondFactorPage(session, key, now);

  expect(await renewAccountKey(operator, setting())).toEqual({ sealed: 1, unreadable: 0 });
  const next = await openAccountKey(dataFolder, undefined);
  expect(next.equals(key)).toBe(false);
  expect((await stat(fileOf("account.key"))).mode & 0o777).toBe(0o600);
  await expect(readFile(fileOf("account.key.next"))).rejects.toThrow("ENOENT");

  expect(await getSecondFactorPage(session, next, now)).toEqual(before);
  const soon = later(MINUTE);
  const again = { token: await signIn(publicId), code: codeAt(secret, soon) };
  expect((await giveSecondFactor(again, key, soon)).kind).toBe("wrong");
  expect((await giveSecondFactor(again, next, soon)).kind).toBe("given");
});

it("broken off after it had sealed and before it had replaced the key, it goes on with the same key", async () => {
  const { publicId } = await join("ici", "panne@exemple.fr", "moderator");
  const old = await openAccountKey(dataFolder, undefined);
  const { openSession } = await import("#use-cases/account/open-session.ts");
  const token = "a-token-of-the-account-whose-key-is-renewed-1";
  await openSession({ publicId, token, previousToken: undefined, device: "" }, old, now);
  await copyFile(fileOf("account.key"), fileOf("before"));
  await renewAccountKey(operator, setting());
  const sealedWith = await openAccountKey(dataFolder, undefined);
  // As if the process had died in between: the old key in its place, the new one beside it.
  await copyFile(fileOf("account.key"), fileOf("account.key.next"));
  await copyFile(fileOf("before"), fileOf("account.key"));
  expect(await renewAccountKey(operator, setting())).toEqual({ sealed: 2, unreadable: 0 });
  const after = await openAccountKey(dataFolder, undefined);
  expect(after.equals(sealedWith)).toBe(true);
  expect((await getSecondFactorPage(token, after, now))?.kind).toBe("set-up");
});

it("a key of the environment is left in its place, and the new one beside it; what no key opens is counted", async () => {
  const foreign = Buffer.alloc(32, 9).toString("base64");
  const given = { dataFolder, accountKey: foreign };
  const before = await readFile(fileOf("account.key"));
  expect(await renewAccountKey(operator, given)).toEqual({ sealed: 0, unreadable: 2 });
  expect(await readFile(fileOf("account.key"))).toEqual(before);
  expect(Buffer.from(await readFile(fileOf("account.key.next"), "utf8"), "base64")).toHaveLength(
    32,
  );
});

it("is for whoever holds the machine alone", async () => {
  await expect(renewAccountKey(visitor, setting())).rejects.toMatchObject({ name: "NotAllowed" });
});
