import path from "node:path";
import type { Environment } from "#environment";
import { logFilesIn, openLogFiles } from "#persistence/audit/log-files.ts";
import type { Handler } from "../handlers/handler.ts";
import type { LogHealth } from "../handlers/health.ts";
import { logFilesHandler } from "../handlers/log-files.ts";
import { guardOfLog } from "../migrations.ts";
import { writeDurably } from "../process/durable-file.ts";
import type { Undoing } from "../process/undoing.ts";
import { LogService } from "./log-service.ts";
import { loadEarlierSigners, loadLogSigner } from "./signing-key.ts";

export interface TransparencyLog {
  readonly files: Handler;
  health(): LogHealth;
  /** Called when more has been published, or less can be. */
  onChange(listener: () => void): void;
}

/** The log is published from here on; its files are open to the pages and proofs of this process. */
export async function openTransparencyLog(
  environment: Environment,
  application: string,
  undoing: Undoing,
): Promise<TransparencyLog> {
  const guard = await guardOfLog(application);
  const files = logFilesIn(path.join(environment.dataFolder, "log"), writeDurably);
  const signer = await loadLogSigner(environment);
  const service = new LogService(files, signer, await loadEarlierSigners(environment.dataFolder));
  openLogFiles(files);
  undoing.add(() => Promise.resolve(openLogFiles(undefined)));
  await service.publish();
  service.start();
  undoing.add(() => service.stop());
  return {
    files: logFilesHandler(files),
    health: () => ({ ...service.state, guard }),
    onChange: (listener) => service.onChange(listener),
  };
}
