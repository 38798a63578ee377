import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "#server/embedded-postgres.ts";
import { expect, test } from "./product.ts";

test("OPS-1 health tells of the database and the migrations", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    database: { reachable: true },
    migrations: { pending: 0 },
  });
});

/** A product of its own, on a PostgreSQL that the test may stop. */
async function startBeside(dataFolder: string, url: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      CONTRECHAMP_DATA_FOLDER: dataFolder,
      DATABASE_URL: url,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /ready at (http\S+)/.exec(output)?.[1];
      if (ready) resolve(ready);
    });
    child.once("exit", () => reject(new Error(output)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  return { address, stop };
}

test("OPS-2 with PostgreSQL stopped, pages read before stay readable and say so", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const folders = await Promise.all(
    ["database", "data"].map((name) => mkdtemp(path.join(tmpdir(), `contrechamp-${name}-`))),
  );
  const [forDatabase = "", forProduct = ""] = folders;
  const database = await startEmbeddedPostgres(forDatabase, "private");
  const product = await startBeside(forProduct, database.url);
  try {
    await page.goto(`${product.address}/saint-etienne`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("435");
    await database.stop();
    await expect(async () => {
      expect((await fetch(`${product.address}/api/health`)).status).toBe(503);
    }).toPass({ timeout: 20_000 });
    const answer = await page.goto(`${product.address}/saint-etienne`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByText("La base de données ne répond pas en ce moment")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("435");
  } finally {
    await product.stop();
    await database.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
});
