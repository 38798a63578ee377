import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findDataFile, isModerated } from "#domain/dataset/files/data-file.ts";
import { DataFiles } from "#server/data-files.ts";
import { dataFilesHandler, isDataFileAddress } from "#server/handlers/data-files.ts";
import { RequestRates } from "#server/http/request-rates.ts";
import { FrontStage } from "./front-stage.ts";

/** Files of a release in which moderation has hidden something since they were made. */
let stage: FrontStage;
let folder: string;
let words: string;
let hidings: number;
const made: string[] = [];

beforeEach(async () => {
  [words, hidings] = ["said", 0];
  made.length = 0;
  folder = await mkdtemp(path.join(os.tmpdir(), "contrechamp-files-"));
  const files = new DataFiles(folder, "program", 1e9, async (_city, _release, file, write) => {
    made.push(file.name);
    await write(Buffer.from(`${file.name}: ${words}\n`));
    return true;
  });
  stage = await FrontStage.open();
  const rates = new RequestRates({ name: "files", requests: 1_000, seconds: 60 }, Date.now);
  const published = () => ({ release: 2, hidings });
  stage.front.registerHandler(isDataFileAddress, dataFilesHandler({ files, rates, published }));
});
afterEach(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

const read = async (name: string) => {
  const { headers, body } = await stage.request(`/alpha/data/1/${name}`);
  return { text: body.toString(), etag: headers.etag, cached: headers["cache-control"] };
};

describe("files of a release", () => {
  it("that hold annotations are made anew once moderation hides something, and the old bytes are gone", async () => {
    const before = await read("annotations.csv");
    expect(before.text).toBe("annotations.csv: said\n");
    await read("archive.zip");
    [words, hidings] = ["hidden", 1];
    const after = await read("annotations.csv");
    expect(after.text).toBe("annotations.csv: hidden\n");
    expect(after.etag).not.toBe(before.etag);
    expect(after.cached).toBe("public, max-age=0, must-revalidate");
    expect((await read("archive.zip")).text).toBe("archive.zip: hidden\n");
    const kept = path.join(folder, "program", "alpha", "1");
    const names = (await readdir(kept)).filter((name) => !name.endsWith(".sha256"));
    const texts = await Promise.all(names.map((name) => readFile(path.join(kept, name), "utf8")));
    expect(texts.join("")).not.toContain("said");
    expect(names).toHaveLength(2);
    await read("annotations.csv");
    expect(made.filter((name) => name === "annotations.csv")).toHaveLength(2);
  });

  it("that hold none stay the bytes that they were", async () => {
    const before = await read("cameras.csv");
    [words, hidings] = ["hidden", 1];
    expect(await read("cameras.csv")).toEqual(before);
    expect(before.cached).toBe("public, max-age=86400");
    expect(made).toEqual(["cameras.csv"]);
  });

  it.each([
    ["annotations.csv", true],
    ["annotations.parquet", true],
    ["annotations.tableschema.json", false],
    ["archive.zip", true],
    ["SHA256SUMS", true],
    ["dictionary.csv", false],
    ["evaluations.csv", false],
  ])("%s changes with moderation: %s", (name, changes) => {
    const file = findDataFile(name);
    expect(file && isModerated(file)).toBe(changes);
  });
});
