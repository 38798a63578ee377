import path from "node:path";
import { describe, expect, it } from "vitest";
import { MalformedEnvironment, readEnvironment } from "#environment";

describe("the environment", () => {
  it("needs no variable at all", () => {
    expect(readEnvironment({})).toMatchObject({
      port: 3000,
      host: "localhost",
      databaseUrl: undefined,
      dataFolder: path.resolve(".data"),
      tileUrl: undefined,
    });
  });

  it("takes an empty variable for an absent one", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: "" })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "3000.5"],
    ["PORT", " 3000"],
    ["HOST", "a b"],
    ["HOST", "http://localhost"],
    ["DATABASE_URL", "nonsense"],
    ["MIGRATION_DATABASE_URL", "nonsense"],
    ["MIGRATION_DATABASE_URL", "postgresql://owner@localhost/db"],
    ["LOG_SIGNING_KEY", "secret"],
    ["DATABASE_URL", "mysql://localhost/db"],
    ["DATABASE_URL", "postgresql://localhost"],
    ["DATABASE_URL", "postgresql://localhost/db?schema=other"],
    ["TILE_URL", "https://tiles.example.org/{z}/{x}.png"],
    ["TILE_URL", "file:///etc/{z}/{x}/{y}"],
    ["TILE_URL", "https://{z}.example.org/{x}/{y}"],
    ["TILE_URL", "https://user:secret@tiles.example.org/{z}/{x}/{y}"],
    ["TILE_URL", "https://{s}.example.org/{z}/{x}/{y}"],
    ["PUBLIC_ORIGIN", "cameras.example.org"],
    ["PUBLIC_ORIGIN", "https://cameras.example.org/"],
    ["PUBLIC_ORIGIN", "ftp://cameras.example.org"],
    ["PAGE_MEMORY_MB", "0"],
    ["ACCOUNT_KEY", "c2hvcnQ="],
    ["SMTP_URL", "mail.example.org"],
    ["SMTP_URL", "http://mail.example.org"],
    ["SMTP_URL", "smtp://mail.example.org"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@example.org\r\nBcc: b@example.org"],
    ["MAIL_FROM", "a@example.org, b@example.org"],
    ["OIDC_ISSUER", "login"],
    ["OIDC_ISSUER", "http://login.example.org"],
    ["OIDC_ISSUER", "https://login.example.org"],
    ["OIDC_USERINFO_ALGORITHM", "none"],
    ["OIDC_TRUSTS_EMAIL", "maybe"],
  ])("refuses %s=%s in one sentence that names it", (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(MalformedEnvironment);
    expect(read).toThrow(new RegExp(`^${name} [^\\n]*\\.$`));
  });

  it("makes an identity provider of what belongs together, and keeps the sender of messages", () => {
    const environment = readEnvironment({
      PUBLIC_ORIGIN: "https://cameras.example.org",
      OIDC_ISSUER: "https://login.example.org",
      OIDC_CLIENT_ID: "id",
      OIDC_CLIENT_SECRET: "secret",
      OIDC_TRUSTS_EMAIL: "yes",
    });
    expect(environment.mailFrom).toBe("Contrechamp <contrechamp@cameras.example.org>");
    expect(environment.identityProvider).toMatchObject({
      issuer: "https://login.example.org",
      name: "login.example.org",
      scope: "openid email",
      trustsEmail: true,
    });
    expect(readEnvironment({}).identityProvider).toBeUndefined();
  });

  it("never repeats a database password", () => {
    const read = () => readEnvironment({ DATABASE_URL: "postgresql://u:hunter2@h/db?schema=x" });
    expect(read).toThrow(/^(?!.*hunter2)/);
  });

  it("drops the parameters that only Prisma knows, and keeps PostgreSQL's", () => {
    const DATABASE_URL =
      "postgresql://u:p@h:5433/db?schema=public&connection_limit=5&sslmode=require";
    expect(readEnvironment({ DATABASE_URL }).databaseUrl).toBe(
      "postgresql://u:p@h:5433/db?sslmode=require",
    );
  });
});
