import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { z } from "zod";

/**
 * The lowest versions without a published weakness that would open this product, and what each floor keeps out. No
 * registry need be asked: the lockfile says what is installed.
 */
const floors: Readonly<Record<string, { lowest: string; since: string }>> = {
  next: {
    lowest: "16.2.6",
    since: "May 2026: middleware bypasses, cache poisoning, SSRF (CVE-2026-44573 to 44578)",
  },
  react: {
    lowest: "19.2.6",
    since: "CVE-2025-55182 (code execution), CVE-2026-23870 (denial of service)",
  },
  "react-dom": { lowest: "19.2.6", since: "as react" },
  "next-auth": {
    lowest: "4.24.12",
    since: "address parsing in messages; accounts taken over before 4.10.3",
  },
  nodemailer: { lowest: "7.0.7", since: "CVE-2025-13033: a message sent to another domain" },
};

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() })),
});

/** Below, in the order of versions; a pre-release counts as below its release. */
function isBelow(version: string, lowest: string): boolean {
  const [core = "", suffix] = version.split("-", 2);
  const [given, wanted] = [core, lowest].map((text) => text.split(".").map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (given?.[place] ?? 0) - (wanted?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return suffix !== undefined;
}

function weaknesses(lock: unknown): string[] {
  const { packages } = lockSchema.parse(lock);
  const installed = Object.entries(packages).map(([path, { version }]) => ({
    name: path.split("node_modules/").at(-1) ?? "",
    version: version ?? "0.0.0",
  }));
  return Object.entries(floors).flatMap(([name, { lowest, since }]) => {
    const copies = installed.filter((copy) => copy.name === name);
    if (copies.length === 0) return [`${name} is not in the lockfile`];
    return copies
      .filter(({ version }) => isBelow(version, lowest))
      .map(({ version }) => `${name} ${version} is below ${lowest} (${since})`);
  });
}

it("nothing is installed below the versions known to be safe, in any copy", async () => {
  expect(weaknesses(JSON.parse(await readFile("package-lock.json", "utf8")))).toEqual([]);
});

it.each([
  ["node_modules/next", "16.2.5"],
  ["node_modules/next", "16.2.6-canary.3"],
  ["node_modules/next", "15.5.18"],
  ["node_modules/some-tool/node_modules/react", "19.2.5"],
  ["node_modules/next-auth", "4.9.99"],
])("%s %s would be found", async (path, version) => {
  const lock = lockSchema.parse(JSON.parse(await readFile("package-lock.json", "utf8")));
  const worse = { packages: { ...lock.packages, [path]: { version } } };
  expect(weaknesses(worse)).toHaveLength(1);
});

it("a package that has gone from the lockfile is not taken for safe", () => {
  expect(weaknesses({ packages: {} })).toHaveLength(Object.keys(floors).length);
});
