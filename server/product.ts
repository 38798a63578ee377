import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { addressOn, announceAddress, announceProduction, type Environment } from "#environment";
import { closeDatabase, openDatabase } from "#persistence/database.ts";
import { ensureBuild } from "./build/next-build.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { ensureFirstData } from "./first-data.ts";
import type { Handler } from "./handlers/handler.ts";
import { healthHandler } from "./handlers/health.ts";
import { logApiHandler } from "./handlers/log-api.ts";
import { mapDataHandler } from "./handlers/map-data.ts";
import { tileSource } from "./handlers/tile-source.ts";
import { tileHandler } from "./handlers/tiles.ts";
import { BakedPages } from "./http/baked-pages.ts";
import { readInlineStyles } from "./http/inline-styles.ts";
import type { Renderer } from "./http/next-renderer.ts";
import { PageDisk } from "./http/page-disk.ts";
import { followVersions } from "./http/published-versions.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { StaticFiles } from "./http/static-files.ts";
import { HttpFront } from "./http-front.ts";
import { keepLargeMapsReady } from "./large-maps.ts";
import { startListening, stopListening } from "./listening.ts";
import { MapSnapshots } from "./map-snapshots.ts";
import { type DatabaseAddresses, migrationsFolder, prepareDatabase } from "./migrations.ts";
import { prepareNext } from "./next-app.ts";
import { openOpenData } from "./open-data.ts";
import { type DatabaseWatch, watchDatabase } from "./postgres/database-watch.ts";
import { refuseUnfitDatabase } from "./postgres/external-database.ts";
import { lockOrRefuse } from "./process/data-folder-lock.ts";
import { writeDurably } from "./process/durable-file.ts";
import { refuseTakenPort } from "./process/ports.ts";
import { inProject } from "./process/project-folder.ts";
import { Undoing } from "./process/undoing.ts";
import { addressFile } from "./product-address.ts";
import { watchRoleExpiries } from "./role-expiries.ts";
import {
  openTransparencyLog,
  type TransparencyLog,
} from "./transparency-log/open-transparency-log.ts";
import { ensureTrialAccounts } from "./trial-accounts.ts";

/** The whole product, from its environment to its address, and back. */
export interface Product {
  readonly address: string;
  stop(): Promise<void>;
}

const DAY_CHECK_MS = 30_000;

async function reachDatabase(
  environment: Environment,
  undoing: Undoing,
): Promise<DatabaseAddresses> {
  const { databaseUrl: application, migrationDatabaseUrl, dataFolder } = environment;
  if (application === undefined) {
    const embedded = await startEmbeddedPostgres(dataFolder, "shared");
    undoing.add(() => embedded.stop());
    return { owner: embedded.url, application: embedded.applicationUrl };
  }
  const owner = migrationDatabaseUrl ?? application;
  await refuseUnfitDatabase(owner);
  return { owner, application };
}

/** Returns the application's address. */
async function startDatabase(environment: Environment, undoing: Undoing): Promise<string> {
  const addresses = await reachDatabase(environment, undoing);
  await prepareDatabase(addresses);
  openDatabase(addresses.application);
  undoing.add(closeDatabase);
  return addresses.application;
}

/** Everything that changes what a page looks like without changing the data. */
function appearance(sources: string, environment: Environment): string {
  const { tileUrl, tileAttribution, publicOrigin } = environment;
  const parts = JSON.stringify([sources, tileUrl, tileAttribution, publicOrigin]);
  return createHash("sha256").update(parts).digest("hex").slice(0, 16);
}

function openTiles(environment: Environment, undoing: Undoing): Handler {
  const { tileUrl, publicOrigin, dataFolder, tileDiskBytes } = environment;
  const tiles = tileHandler({
    source: tileUrl === undefined ? undefined : tileSource(tileUrl, publicOrigin),
    sourceName: tileUrl ?? "",
    folder: path.join(dataFolder, "tiles"),
    diskBytes: tileDiskBytes,
    clock: Date.now,
  });
  undoing.add(() => tiles.flush());
  return tiles.handle;
}

async function assembleFront(
  environment: Environment,
  sources: string,
  watch: DatabaseWatch,
  renderer: Renderer,
  log: TransparencyLog,
  undoing: Undoing,
): Promise<HttpFront> {
  const security = securityHeaders(environment.publicOrigin);
  const versions = followVersions(
    watch,
    () => new Date(),
    () => log.health().size,
  );
  log.onChange(() => versions.refresh());
  const newDay = setInterval(() => versions.refresh(), DAY_CHECK_MS);
  const disk = new PageDisk(
    path.join(environment.dataFolder, "pages"),
    appearance(sources, environment),
    environment.pageDiskBytes,
  );
  const built = { folder: inProject(".next/static"), prefix: "/_next/static" };
  const dress = { security, inlineStyles: await readInlineStyles(built.folder, built.prefix) };
  const files = await StaticFiles.open(
    [
      { ...built, immutable: true },
      { folder: inProject("public"), prefix: "", immutable: false },
    ],
    security,
  );
  let stopped = false;
  void files.pack(() => stopped).catch(() => undefined);
  undoing.add(async () => {
    stopped = true;
    clearInterval(newDay);
    await disk.flush();
  });
  const { pageMemoryBytes: memoryBytes, publicOrigin, securityLog } = environment;
  const clock = () => performance.now();
  const pages = new BakedPages({ renderer, watch, versions, disk, memoryBytes, dress, clock });
  const front = new HttpFront({ renderer, pages, files, dress, publicOrigin, securityLog });
  front.registerHandler(
    "/api/health",
    healthHandler(watch, clock, () => log.health()),
  );
  front.registerHandler("/api/v1/log", logApiHandler);
  front.registerHandler("/log", log.files);
  openOpenData(front, environment, appearance(sources, environment), { versions, watch });
  front.registerHandler("/tiles", openTiles(environment, undoing));
  const { buildMapData } = await import("#use-cases/map/build-map-data.ts");
  const snapshots = new MapSnapshots(path.join(environment.dataFolder, "snapshots"), buildMapData);
  front.registerHandler("/map-data", mapDataHandler(snapshots, Date.now));
  keepLargeMapsReady(watch, snapshots);
  return front;
}

/** Each step that succeeds adds how to undo it; a failure undoes what was done, last first. */
export async function startProduct(environment: Environment): Promise<Product> {
  const { host, port, dataFolder } = environment;
  const undoing = new Undoing();
  try {
    await refuseTakenPort(host, port);
    const lock = await lockOrRefuse(dataFolder, "npm start");
    undoing.add(() => lock.release());
    announceProduction();
    const sources = await ensureBuild();
    const url = await startDatabase(environment, undoing);
    await ensureFirstData(url);
    await ensureTrialAccounts(environment);
    const { expireRoles } = await import("#use-cases/administration/expire-roles.ts");
    watchRoleExpiries(expireRoles, undoing);
    const watch = await watchDatabase(url, migrationsFolder);
    undoing.add(() => watch.stop());
    const renderer = await prepareNext(environment, undoing);
    const log = await openTransparencyLog(environment, url, undoing);
    const front = await assembleFront(environment, sources, watch, renderer, log, undoing);
    const chosen = await startListening(front.server, host, port);
    undoing.add(() => stopListening(front.server));
    const address = addressOn(host, chosen);
    announceAddress(environment.publicOrigin ?? address);
    const told = addressFile(dataFolder);
    await writeDurably(told, address);
    undoing.add(() => rm(told, { force: true }));
    return { address, stop: () => undoing.run() };
  } catch (failure) {
    await undoing.run();
    throw failure;
  }
}
