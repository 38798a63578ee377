import type { CameraMount, CameraSetting, CameraType } from "#domain/camera/camera-vocabulary.ts";

/** Tag values of OpenStreetMap (iD's tagging schema, and what mappers type instead) in the registry's words. */

const typeWords: Readonly<Record<string, CameraType>> = {
  fixed: "fixed",
  fixe: "fixed",
  fix: "fixed",
  static: "fixed",
  bullet: "fixed",
  dome: "dome",
  dôme: "dome",
  panning: "panoramic",
  panorama: "panoramic",
  panoramic: "panoramic",
  ptz: "panoramic",
};

/** Words that give a mount's nature; any other word is a mount of another kind. */
const mountWords: Readonly<Record<string, CameraMount>> = {
  pole: "pole",
  mast: "pole",
  catenary_mast: "pole",
  pylone: "pole",
  wall: "facade",
  wall_mounted: "facade",
  building: "building",
  roof: "building",
  ceiling: "ceiling",
  ceilling: "ceiling",
  street_lamp: "street-lamp",
  lamp: "street-lamp",
  lap: "street-lamp",
  traffic_signals: "traffic-signal",
  traffic_signal: "traffic-signal",
};

const zoneSettings: Readonly<Record<string, CameraSetting>> = {
  parking: "parking",
  parking_entrance: "parking",
  station: "transport",
  public_transport: "transport",
  public_transport_platform: "transport",
  shop: "open-to-public",
  bank: "open-to-public",
  atm: "open-to-public",
  commercial: "open-to-public",
  traffic: "public-highway",
  trafic: "public-highway",
  street: "public-highway",
  town: "public-highway",
};

/** Parts of a tag that says several things: "fixed;dome", "private,indoor", "indoor/outdoor". */
function tagParts(value: string | null | undefined): string[] {
  if (!value) return [];
  return value
    .toLowerCase()
    .split(/[;,/|]/)
    .map((part) => part.replace(/^[\s_]+|[\s_]+$/g, ""))
    .filter((part) => part !== "");
}

/** The first recognised word decides: "fixed;dome" is fixed. */
export function osmType(value: string | null | undefined): CameraType | undefined {
  for (const part of tagParts(value)) {
    const type = typeWords[part];
    if (type) return type;
  }
  return undefined;
}

export function osmMount(value: string | null | undefined): CameraMount | undefined {
  const parts = tagParts(value);
  if (parts.length === 0) return undefined;
  for (const part of parts) {
    const mount = mountWords[part];
    if (mount) return mount;
  }
  return "other";
}

/**
 * Where the camera looks: the zone when it names a kind of place, otherwise what `surveillance` says. "outdoor" and
 * "indoor" alone say neither who owns the place nor who may enter it: nothing is concluded.
 */
export function osmSetting(
  surveillance: string | null | undefined,
  zone: string | null | undefined,
): CameraSetting | undefined {
  const watched = tagParts(surveillance);
  const [zoneSetting] = tagParts(zone).flatMap((part) => zoneSettings[part] ?? []);
  const isPrivate = watched.some((part) => part === "private" || part === "privée");
  if (isPrivate)
    return zoneSetting === undefined || zoneSetting === "public-highway" ? "private" : zoneSetting;
  if (zoneSetting) return zoneSetting;
  const isStreet = watched.some((part) => streetWords.has(part));
  return isStreet ? "public-highway" : undefined;
}

const streetWords = new Set(["public", "traffic", "red_light", "traffic_signals"]);

/** What a mapped surveillance object is, as far as its tags say. */
type OsmSubject = "camera" | "number-plate" | "guard" | "something-else" | "not-said";

/** Tags of what an object is besides: a gate, a car park or a bank that merely carries the surveillance tag. */
const otherSubjects = [
  "amenity",
  "barrier",
  "shop",
  "railway",
  "tourism",
  "public_transport",
  "entrance",
  "office",
  "building",
];
const cameraWords = new Set(["cctv", "video", "webcam", "fixed", "dome", "panning"]);
const plateWords = new Set(["alpr", "aplr", "anpr", "lpr"]);

/**
 * Reads `surveillance:type` first ("camera", "ALPR" and their misspellings; "guard" is a person), then the tags that
 * only cameras have. Where nothing says what watches, nothing is concluded: the object is not counted as a camera.
 */
export function osmSubject(tags: Readonly<Record<string, string | null>>): OsmSubject {
  const isTagged = tagParts(tags.man_made).includes("surveillance");
  const watched = tagParts(tags.surveillance);
  if (!isTagged || watched.includes("fake")) return "something-else";
  const types = tagParts(tags["surveillance:type"]);
  if (types.some((part) => plateWords.has(part))) return "number-plate";
  if (types.some(isCameraWord)) return "camera";
  if (types.includes("guard")) return "guard";
  if (tags["camera:type"] || tags["camera:mount"] || tags["camera:direction"]) return "camera";
  if (types.length > 0) return "something-else";
  if (watched.some(isCameraWord)) return "camera";
  if (watched.includes("guard")) return "guard";
  return otherSubjects.some((key) => tags[key]) ? "something-else" : "not-said";
}

const isCameraWord = (part: string) => /^c[aá]m/.test(part) || cameraWords.has(part);
