import { brotliCompressSync, constants } from "node:zlib";
import { noFilter } from "#domain/dataset/camera-filter.ts";
import { decodePointColumns } from "#formats/point-columns/decode-point-columns.ts";
import { findCameras } from "#use-cases/camera/find-cameras.ts";
import { buildMapData } from "#use-cases/map/build-map-data.ts";
import type { BenchmarkRow } from "./row.ts";

const brotli = (bytes: Uint8Array, quality: number) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  }).byteLength;

/** Cameras whose GeoJSON is weighed: bytes per camera hardly depend on how many. */
const weighed = 100_000;

/** Bytes per camera of the first file (positions, status, type, operator, year) and of the first national view. */
export async function measureWire(
  city: string,
  release: number,
  today: string,
): Promise<BenchmarkRow[]> {
  const files = (await buildMapData(city, release, today)) ?? [];
  const first = files.filter(({ name }) => name.endsWith("cameras.bin"));
  const cameras = first.reduce((sum, file) => sum + decodePointColumns(file.bytes).count, 0);
  const bytes = first.reduce((sum, file) => sum + brotli(file.bytes, 11), 0);
  const overview = files.find(({ name }) => name === "overview.bin");
  const overviewBytes = overview ? brotli(overview.bytes, 11) : Number.NaN;
  const rival = await weighGeoJson(city, today);
  const perCamera = bytes / cameras;
  return [
    {
      what: `bytes per camera on the wire, ${cameras.toLocaleString("en")} cameras in ${first.length} files`,
      limit: "≤ 4.3",
      reached: perCamera.toFixed(2),
      rival: `GeoJSON + brotli ${rival.toFixed(1)}`,
      ratio: rival / perCamera,
      isReached: perCamera <= 4.3,
    },
    {
      what: "first useful national view",
      limit: "≤ 150 KB",
      reached: `${(overviewBytes / 1000).toFixed(0)} KB`,
      rival: `all cameras ${(bytes / 1e6).toFixed(1)} MB`,
      ratio: bytes / overviewBytes,
      isReached: overviewBytes <= 150_000,
    },
  ];
}

async function weighGeoJson(city: string, today: string): Promise<number> {
  const features: unknown[] = [];
  for (let offset = 0; offset < weighed; offset += 10_000) {
    const found = await findCameras({ city, filter: noFilter, limit: 10_000, offset, today });
    for (const camera of found?.cameras ?? []) {
      const { position, status, type, operator, installedOn } = camera;
      if (position === null) continue;
      features.push({
        type: "Feature",
        geometry: { type: "Point", coordinates: [position.longitude, position.latitude] },
        properties: { status, type, operator, year: installedOn?.slice(0, 4) },
      });
    }
  }
  const text = JSON.stringify({ type: "FeatureCollection", features });
  return brotli(Buffer.from(text), 9) / features.length;
}
