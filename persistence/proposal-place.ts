import { toPublicCamera } from "#domain/dataset/public-camera.ts";
import type { CountBand } from "#domain/disclosure/count-band.ts";
import type { VoteProposal } from "#domain/indicator/vote-proposal.ts";
import { type FunnelName, funnelStages } from "#domain/outcome/funnel-stages.ts";
import { prepareArea } from "#domain/territory/prepare-area.ts";
import { areaGeometrySchema } from "#domain/territory/territory-records.ts";
import { findCameraByReference } from "./camera-queries.ts";
import { type City, type DistrictRow, releaseOf } from "./city-queries.ts";
import type { ReadSql } from "./database.ts";
import { listHoursOfCamera } from "./hours-watched-queries.ts";
import { findNearbyCameras, type NearbyCamera } from "./nearby-cameras.ts";
import { listProtectedOutcomes, type ProtectedOutcomeRow } from "./protected-outcome-queries.ts";

type BandOfYear = { year: number; band: CountBand };

/** A camera near a place and its use, each part of it undefined where nobody publishes it. */
export type NeighbourCamera = NearbyCamera & {
  /** Band of the requests for its footage in a year. */
  requests: BandOfYear | undefined;
  /** Band of what operators saw live with it in a year. */
  alerts: BandOfYear | undefined;
  /** For how many hours operators watched it live in a year. */
  watched: { year: number; hours: number } | undefined;
};

export type PlaceOfProposal = {
  district: { code: string; name: string; areaM2: number | null } | undefined;
  position: { longitude: number; latitude: number } | undefined;
  camera: { reference: string; label: string | null } | undefined;
};

/** How far around a place its neighbours are looked for, in metres. */
export const neighbourMetres = 250;
const mostNeighbours = 6;

/** The place that a proposal names, as far as the registry knows it: a camera, else a point, else a district. */
export async function placeOf(
  sql: ReadSql,
  city: City,
  proposal: VoteProposal,
  districts: readonly DistrictRow[],
): Promise<PlaceOfProposal | undefined> {
  const nothing = { camera: undefined, position: undefined };
  const named = (code: string | null | undefined) => {
    const found = districts.find((district) => district.code === code);
    return found && { code: found.code, name: found.name, areaM2: found.areaM2 };
  };
  if (proposal.camera !== undefined) {
    const registered = await findCameraByReference(sql, city.id, releaseOf(city), proposal.camera);
    if (!registered) return undefined;
    const { reference, label, position, districtCode } = toPublicCamera(registered);
    return {
      camera: { reference, label },
      position: position ?? undefined,
      district: named(districtCode),
    };
  }
  if (proposal.position) {
    const district = districtAround(proposal.position, districts);
    return district && { ...nothing, position: proposal.position, district: named(district.code) };
  }
  const district = named(proposal.district);
  return district && { ...nothing, district };
}

function districtAround(
  { longitude, latitude }: { longitude: number; latitude: number },
  districts: readonly DistrictRow[],
): DistrictRow | undefined {
  return districts.find(({ geometry }) => {
    const area = areaGeometrySchema.safeParse(geometry);
    return area.success && prepareArea(area.data).contains(longitude, latitude);
  });
}

/** The cameras in service nearest to a place, with how much they are asked for and watched. */
export async function neighboursOf(
  sql: ReadSql,
  city: City,
  place: PlaceOfProposal | undefined,
): Promise<NeighbourCamera[]> {
  if (!place?.position) return [];
  const release = releaseOf(city);
  const around = { ...place.position, metres: neighbourMetres };
  const near = (await findNearbyCameras(sql, city.id, release, around)).filter(
    ({ camera }) => camera.reference !== place.camera?.reference,
  );
  const neighbours: NeighbourCamera[] = [];
  for (const one of near.slice(0, mostNeighbours)) {
    const years = await listProtectedOutcomes(sql, city.id, release, {
      tables: ["camera-year"],
      area: { kind: "camera", code: one.camera.reference },
    });
    const hours = await listHoursOfCamera(sql, city, one.camera.reference);
    const latest = hours.find((own) => own.hours !== undefined);
    neighbours.push({
      ...one,
      requests: latestBand(years, "footage-review", ["requested"]),
      alerts: latestBand(years, "live-monitoring", funnelStages["live-monitoring"]),
      watched: latest && { year: latest.year, hours: latest.hours ?? 0 },
    });
  }
  return neighbours;
}

/** The band of the latest year, at the first of the stages that has one. A counted zero is a band too. */
function latestBand(
  cells: readonly ProtectedOutcomeRow[],
  funnel: FunnelName,
  stages: readonly string[],
): BandOfYear | undefined {
  for (const stage of stages) {
    const own = cells.filter((cell) => cell.funnel === funnel && cell.stage === stage);
    const latest = own.find(({ bandFrom, state }) => bandFrom !== null || state === "zero");
    if (!latest) continue;
    const { year, bandFrom, bandTo } = latest;
    if (bandFrom === null) return { year, band: { from: 0, to: 0 } };
    return { year, band: { from: bandFrom, ...(bandTo === null ? {} : { to: bandTo }) } };
  }
  return undefined;
}
