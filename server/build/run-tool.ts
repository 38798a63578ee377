import { spawn } from "node:child_process";
import { childEnvironment } from "#environment";
import { projectFolder } from "../process/project-folder.ts";

export interface ToolOutcome {
  readonly succeeded: boolean;
  readonly output: string;
}

const OUTPUT_LIMIT = 20_000;

/** Runs a Node program of node_modules; keeps the last of what it wrote, in order of writing. */
export function runTool(
  parameters: readonly string[],
  extra: Record<string, string>,
): Promise<ToolOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      cwd: projectFolder,
      env: childEnvironment(extra),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-OUTPUT_LIMIT);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => resolve({ succeeded: code === 0, output: output.trim() }));
  });
}
