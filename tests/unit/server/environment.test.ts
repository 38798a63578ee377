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
  ])("refuses %s=%s in one sentence that names it", (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(MalformedEnvironment);
    expect(read).toThrow(new RegExp(`^${name} [^\\n]*\\.$`));
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
