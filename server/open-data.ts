import path from "node:path";
import type { Environment } from "#environment";
import { writeDataFile } from "#use-cases/open-data/write-data-file.ts";
import { DataFiles } from "./data-files.ts";
import { annotationsHandler, isLinkedAnnotations } from "./handlers/annotations.ts";
import { apiHandler } from "./handlers/api.ts";
import { catalogueHandler, robotsHandler, sitemapHandler } from "./handlers/catalogue.ts";
import { dataFilesHandler, isDataFileAddress } from "./handlers/data-files.ts";
import type { Versions } from "./http/published-versions.ts";
import { RequestRates } from "./http/request-rates.ts";
import type { HttpFront } from "./http-front.ts";
import type { DatabaseWatch } from "./postgres/database-watch.ts";

const API_RATE = { name: "api", requests: 600, seconds: 60 };
const ANNOTATIONS_RATE = { name: "annotations", requests: 600, seconds: 60 };
const FILES_RATE = { name: "files", requests: 60, seconds: 60 };

/** The doors for machines: the API, the files of releases, and the catalogues that lead to both. */
export function openOpenData(
  front: HttpFront,
  environment: Environment,
  program: string,
  { versions, watch }: { versions: Versions; watch: DatabaseWatch },
): void {
  const { publicOrigin: origin = "", pageMemoryBytes, dataFolder, fileDiskBytes } = environment;
  const api = apiHandler({
    versions,
    rates: new RequestRates(API_RATE, Date.now),
    memoryBytes: pageMemoryBytes / 2,
    origin,
    today: () => new Date().toISOString().slice(0, 10),
    securityLog: environment.securityLog,
  });
  const files = new DataFiles(
    path.join(dataFolder, "files"),
    program,
    fileDiskBytes,
    (city, release, file, write) => writeDataFile(city, release, origin, file, write),
  );
  const published = (city: string) =>
    watch.state.published.find((known) => known.city === city && known.release > 0);
  const rates = new RequestRates(FILES_RATE, Date.now);
  front.registerHandler("/api/v1", api, "every");
  front.registerHandler(isDataFileAddress, dataFilesHandler({ files, rates, published }));
  front.registerHandler("/data/catalog.jsonld", catalogueHandler(origin));
  front.registerHandler(
    isLinkedAnnotations,
    annotationsHandler(origin, new RequestRates(ANNOTATIONS_RATE, Date.now)),
  );
  front.registerHandler("/robots.txt", robotsHandler(origin));
  front.registerHandler("/sitemap.xml", sitemapHandler(origin));
}
