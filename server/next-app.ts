import type { Environment } from "#environment";
import { type Renderer, renderThrough } from "./http/next-renderer.ts";
import { projectFolder } from "./process/project-folder.ts";
import type { Undoing } from "./process/undoing.ts";

/**
 * Next as a library, in this process. It never sees a visitor's Host: addresses that must be absolute
 * are made from PUBLIC_ORIGIN.
 */
export async function prepareNext(environment: Environment, undoing: Undoing): Promise<Renderer> {
  const { default: next } = await import("next");
  const app = next({
    dev: false,
    dir: projectFolder,
    customServer: true,
    hostname: "localhost",
    port: environment.port,
  });
  await app.prepare();
  undoing.add(() => app.close());
  const handle = app.getRequestHandler();
  const host = environment.publicOrigin
    ? new URL(environment.publicOrigin).host
    : `localhost:${environment.port}`;
  return renderThrough((request, response) => handle(request, response), host);
}
