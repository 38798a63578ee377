import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

/**
 * The requirements of levels 1 and 2 of OWASP ASVS 5.0.0, section by section. The others of a section, which are left out
 * here, are of level 3.
 */
const sections: Readonly<Record<string, string>> = {
  ...{ "1.1": "1-2", "1.2": "1-9", "1.3": "1-11", "1.4": "1-3", "1.5": "1-2" },
  ...{ "2.1": "1-3", "2.2": "1-3", "2.3": "1-4", "2.4": "1" },
  ...{ "3.2": "1-2", "3.3": "1-4", "3.4": "1-6", "3.5": "1-5", "3.7": "1-2" },
  ...{ "4.1": "1-3", "4.2": "1", "4.3": "1-2", "4.4": "1-4" },
  ...{ "5.1": "1", "5.2": "1-3", "5.3": "1-2", "5.4": "1-3" },
  ...{ "6.1": "1-3", "6.2": "1-12", "6.3": "1-4", "6.4": "1-4", "6.5": "1-5", "6.6": "1-3" },
  ...{ "6.8": "1-4" },
  ...{ "7.1": "1-3", "7.2": "1-4", "7.3": "1-2", "7.4": "1-5", "7.5": "1-2", "7.6": "1-2" },
  ...{ "8.1": "1-2", "8.2": "1-3", "8.3": "1", "8.4": "1" },
  ...{ "9.1": "1-3", "9.2": "1-4" },
  ...{ "10.1": "1-2", "10.2": "1-2", "10.3": "1-4", "10.4": "1-11", "10.5": "1-5" },
  ...{ "10.6": "1-2", "10.7": "1-3" },
  ...{ "11.1": "1-2", "11.2": "1-3", "11.3": "1-3", "11.4": "1-4", "11.5": "1", "11.6": "1" },
  ...{ "12.1": "1-3", "12.2": "1-2", "12.3": "1-4" },
  ...{ "13.1": "1", "13.2": "1-5", "13.3": "1-2", "13.4": "1-5" },
  ...{ "14.1": "1-2", "14.2": "1-4", "14.3": "1-3" },
  ...{ "15.1": "1-3", "15.2": "1-3", "15.3": "1-7" },
  ...{ "16.1": "1", "16.2": "1-5", "16.3": "1-4", "16.4": "1-3", "16.5": "1-3" },
  ...{ "17.1": "1", "17.2": "1-4", "17.3": "1-2" },
};
const answers = ["met", "not met", "operator", "not applicable"];

const required = Object.entries(sections).flatMap(([section, range]) => {
  const [from = 0, to = from] = range.split("-").map(Number);
  return Array.from({ length: to - from + 1 }, (_, n) => `${section}.${from + n}`);
});

async function readDocument() {
  const text = await readFile("docs/security/asvs.md", "utf8");
  const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+) \|$/gm)];
  return {
    text,
    rows: rows.map(([, number = "", about = "", answer = "", how = ""]) => ({
      ...{ number, about, answer, how },
    })),
  };
}

/** Every test of the repository by the beginning of its file's name. */
async function readTests(): Promise<{ name: string; text: string }[]> {
  const files = (await readdir("tests", { recursive: true })).filter((file) =>
    /\.(?:test|spec)\.tsx?$/.test(file),
  );
  return Promise.all(
    files.map(async (file) => ({
      name: path.basename(file).replace(/\.(?:test|spec)\.tsx?$/, ""),
      text: await readFile(path.join("tests", file), "utf8"),
    })),
  );
}

describe("the answers to OWASP ASVS", () => {
  it("are given to each of the 253 requirements once, in the words of a closed list", async () => {
    const { text, rows } = await readDocument();
    expect(required).toHaveLength(253);
    expect(rows.map(({ number }) => number)).toEqual(required);
    for (const { number, answer, how } of rows) {
      expect(answers, number).toContain(answer);
      expect(how.length, number).toBeGreaterThan(3);
    }
    for (const answer of answers) {
      const count = rows.filter((row) => row.answer === answer).length;
      expect(text).toContain(`- **${answer}** (${count}):`);
    }
  });

  it("name tests and files that are there", async () => {
    const { text } = await readDocument();
    const tests = await readTests();
    const quoted = [...text.matchAll(/`([\w-]+)`: ((?:“[^”]+”(?:, )?)+)/g)];
    expect(quoted.length).toBeGreaterThan(40);
    const missing = quoted.flatMap(([, name = "", words = ""]) => {
      const texts = tests.filter((test) => test.name === name).map((test) => test.text);
      const said = [...words.matchAll(/“([^”]+)”/g)].map(([, one = ""]) =>
        one.replaceAll("’", "'"),
      );
      return said.filter((one) => !texts.join().includes(one)).map((one) => `${name}: ${one}`);
    });
    expect(missing).toEqual([]);
    for (const [, file = ""] of text.matchAll(
      /`((?:docs|domain|formats|server|tests)\/[\w/.-]+)`/g,
    )) {
      await expect(
        readdir(file).catch(() => readFile(file)),
        file,
      ).resolves.toBeDefined();
    }
  });
});
