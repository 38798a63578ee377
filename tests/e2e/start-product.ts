import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findFreePort } from "../../server/process/ports.ts";

/** Starts `npm start` on a free port and an empty data folder; returns how to stop it. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const port = await findFreePort();
  const dataFolder = await mkdtemp(path.join(tmpdir(), "contrechamp-e2e-"));
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: {
      ...process.env,
      // Known beforehand: addresses that leave the site are made from it.
      PORT: String(port),
      HOST: "127.0.0.1",
      CONTRECHAMP_DATA_FOLDER: dataFolder,
      DATABASE_URL: "",
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
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  process.env.PRODUCT_ADDRESS = address;
  process.env.PRODUCT_DATA_FOLDER = dataFolder;
  return async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    await rm(dataFolder, { recursive: true, force: true });
  };
}
