import type { CameraHead, CameraRecord } from "#domain/camera/camera-record.ts";
import type { CameraPurpose, CameraSetting, CameraType } from "#domain/camera/camera-vocabulary.ts";
import { orderFor } from "./authorisations.ts";
import type { SeededRandom } from "./seeded-random.ts";

const types: readonly (readonly [CameraType, number])[] = [
  ["dome", 46],
  ["fixed", 24],
  ["multi-sensor", 12],
  ["panoramic", 6],
  ["number-plate", 4],
  ["enforcement", 3],
  ["relocatable", 3],
  ["thermal", 1],
  ["unknown", 1],
];
const settings: readonly (readonly [CameraSetting, number])[] = [
  ["public-highway", 81],
  ["municipal-building", 7],
  ["parking", 5],
  ["transport", 4],
  ["open-to-public", 3],
];
const mounts = [
  ["pole", 45],
  ["facade", 22],
  ["street-lamp", 18],
  ["traffic-signal", 6],
  ["unknown", 9],
] as const;
const operators: Readonly<Partial<Record<CameraSetting, string>>> = {
  transport: "Témoin-Transports (fictif)",
  parking: "Stationnement de Ville-Témoin (fictif)",
};
export const municipality = "Commune de Ville-Témoin";

/** What a camera is, who answers for it and under which order. Some of it is missing, as in any real list. */
export function factsOf(
  district: string,
  bearing: number,
  random: SeededRandom,
): Partial<CameraRecord> & { setting: CameraSetting; type: CameraType } {
  const type = random.choose(types);
  const setting = type === "enforcement" ? "public-highway" : random.choose(settings);
  const heads = headsOf(type, bearing, random);
  return {
    type,
    setting,
    mount: setting === "public-highway" ? random.choose(mounts) : "building",
    ...(random.chance(0.97) ? { operator: operators[setting] ?? municipality } : {}),
    ...(random.chance(0.9) ? { owner: municipality } : {}),
    controller: `${municipality}, centre de supervision urbain`,
    ...(random.chance(0.7) ? { maintainer: "Atelier Longue-Vue (société fictive)" } : {}),
    purposes: purposesOf(type, setting, random),
    ...authorised(type, district, setting, random),
    ...(type === "enforcement" ? {} : { monitoring: monitoringOf(setting, random) }),
    ...(random.chance(0.012)
      ? { algorithmicProcessing: "Comptage de véhicules, sans image conservée" }
      : {}),
    ...(heads ? { heads } : {}),
  };
}

/** Enforcement devices need no order of this kind; of the others, one in thirty names none. */
function authorised(
  type: CameraType,
  district: string,
  setting: CameraSetting,
  random: SeededRandom,
): Partial<CameraRecord> {
  const { number, retentionDays } = orderFor(district, setting);
  if (type === "enforcement") return {};
  return {
    ...(random.chance(29 / 30) ? { authorisationReferences: [number] } : {}),
    ...(random.chance(0.94) ? { retentionDays } : {}),
  };
}

function purposesOf(
  type: CameraType,
  setting: CameraSetting,
  random: SeededRandom,
): CameraPurpose[] {
  if (type === "enforcement") return ["traffic-offences"];
  if (type === "number-plate") return ["traffic-flow", "traffic-offences"];
  if (setting === "municipal-building") return ["public-buildings", "persons-and-property"];
  return [
    "persons-and-property",
    ...(random.chance(0.35) ? (["traffic-flow"] as const) : []),
    ...(random.chance(0.18) ? (["traffic-offences"] as const) : []),
    ...(random.chance(0.08) ? (["fly-tipping"] as const) : []),
    ...(random.chance(0.04) ? (["rescue-and-fire"] as const) : []),
  ];
}

function monitoringOf(setting: CameraSetting, random: SeededRandom) {
  if (setting !== "public-highway") return "after-the-fact" as const;
  return random.choose([
    ["live-partial", 62],
    ["live-continuous", 14],
    ["after-the-fact", 24],
  ] as const);
}

/** Directions where they are public: one for a fixed camera, a fan for several sensors, none for a dome. */
function headsOf(
  type: CameraType,
  bearing: number,
  random: SeededRandom,
): CameraHead[] | undefined {
  if (random.chance(0.25)) return undefined;
  const around = (degrees: number) => (bearing + degrees + 360) % 360;
  if (type === "multi-sensor") {
    const step = 360 / random.integer(3, 4);
    return Array.from({ length: Math.round(360 / step) }, (_, head) => ({
      from: around(head * step - 30),
      to: around(head * step + 30),
      type: "fixed" as const,
    }));
  }
  const isDirected = type === "fixed" || type === "number-plate" || type === "thermal";
  return isDirected ? [{ from: around(-28), to: around(28) }] : undefined;
}
