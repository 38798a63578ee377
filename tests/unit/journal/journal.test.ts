import { mkdtemp, readFile, rename, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { noteFailure, noteSecurityEvent } from "#journal/journal.ts";
import type { SecurityEvent } from "#journal/security-event.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-journal-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const wrong: SecurityEvent = { event: "second-factor", outcome: "wrong", door: "/api/x" };
const out: SecurityEvent = { event: "sign-out", outcome: "done", door: "/api/x" };
const lines = async (file: string) =>
  (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("the security log", () => {
  it("is a file of its owner's alone, that may be turned over at any time", async () => {
    const securityLog = path.join(folder, "security.log");
    noteSecurityEvent(out, { securityLog });
    expect((await stat(securityLog)).mode & 0o777).toBe(0o600);
    await rename(securityLog, `${securityLog}.1`);
    noteSecurityEvent(out, { securityLog });
    expect(await lines(securityLog)).toHaveLength(1);
    expect(await lines(`${securityLog}.1`)).toHaveLength(1);
  });

  it("counts a flood instead of writing it, and hides nothing else behind it", async () => {
    const securityLog = path.join(folder, "flood.log");
    const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second));
    for (let time = 0; time < 1_000; time += 1) noteSecurityEvent(wrong, { securityLog }, at(0));
    noteSecurityEvent(out, { securityLog }, at(1));
    noteSecurityEvent(wrong, { securityLog }, at(60));
    const written = await lines(securityLog);
    expect(written).toHaveLength(120 + 1 + 2);
    expect(written.filter(({ event }) => event === "sign-out")).toHaveLength(1);
    expect(written.at(-2)).toMatchObject({
      ...{ event: "lines-left-out", of: "second-factor", count: 880, level: "warning" },
    });
  });

  it("falls back on the standard output when its file cannot be written, and fails nobody", () => {
    const [stdout, stderr] = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    stdout.mockReturnValue(true);
    stderr.mockReturnValue(true);
    try {
      const securityLog = path.join(folder, "no", "such", "folder", "x.log");
      noteSecurityEvent(out, { securityLog });
      noteSecurityEvent(out, { securityLog });
      expect(stdout.mock.calls).toHaveLength(2);
      expect(stderr.mock.calls).toHaveLength(1);
      expect(String(stderr.mock.calls[0]?.[0])).toContain("The security log could not be written");
    } finally {
      stdout.mockRestore();
      stderr.mockRestore();
    }
  });
});

it("a failure is one line of JSON where no person reads", () => {
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    noteFailure("A request failed", new Error('line\n{"log":"security"}'));
    const written = String(stderr.mock.calls[0]?.[0]);
    expect(written.endsWith("\n")).toBe(true);
    expect(written.trimEnd()).not.toContain("\n");
    const said = JSON.parse(written) as { log: string; detail: string; time: string };
    expect(said).toMatchObject({ log: "failure", level: "error", where: "A request failed" });
    expect(said.detail).toContain("journal.test.ts");
    expect(said.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  } finally {
    stderr.mockRestore();
  }
});
