import { present } from "#domain/presence/present.ts";
import { type Build, countOfYear } from "./outcome-breakdown.ts";
import { cityArea } from "./outcome-counts.ts";
import { type OutcomeCell, remainder } from "./outcome-family.ts";
import { everything, type Node } from "./outcome-family-draft.ts";

const cameraPrefix = "camera ";

/**
 * Ties the cameras of a year that is over to their district and to the city, for their bands to be attacked with the totals.
 *
 * Unit: events. A reader may suppose that what the cameras of a district count adds up to the district, less what no camera
 * counts: they are tied so wherever the counts do not refute it. Where they do, an event concerns several cameras, and each
 * counts no more than the total. What no camera counts can be had by subtraction: it is protected like any cell.
 */
export function addCameras(build: Build): void {
  const { counts, rules, draft } = build;
  const { cameraDistricts } = rules;
  if (!rules.isOver || rules.isOfCityAlone || cameraDistricts === undefined) return;
  const cameras = counts.areas.filter((area) => area.startsWith(cameraPrefix)).map(cameraNode);
  const counted = cameras.filter((node) => {
    const found = countOfYear(build, node.area, everything);
    if (found.kind === "known") draft.put(node, everything, found.count);
    return found.kind === "known";
  });
  const districts = new Set(counted.flatMap(({ code }) => cameraDistricts.get(code) ?? []));
  for (const code of districts) {
    const area = `district ${code}`;
    tie(
      build,
      { kind: "district", code, area },
      counted.filter((camera) => cameraDistricts.get(camera.code) === code),
    );
  }
  tie(build, { kind: "city", code: null, area: cityArea }, counted);
}

/** True of a camera's own count, not of what no camera counts. */
export function isCameraCell({ place }: OutcomeCell): boolean {
  return place.areaKind === "camera" && !place.areaCode?.startsWith(remainder);
}

type Camera = Node & { readonly code: string; readonly area: string };

function cameraNode(area: string): Camera {
  return { kind: "camera", code: area.slice(cameraPrefix.length), area };
}

function tie({ draft }: Build, whole: Node, nodes: readonly Camera[]): void {
  const total = draft.count(whole, everything);
  if (total === undefined) return;
  const cameras = nodes.map((node) => ({ node, count: present(draft.count(node, everything)) }));
  const name = whole.code ?? "city";
  for (const held of heldTogether(total, cameras)) {
    const isSum = held.length === cameras.length;
    draft.addSum(
      draft.id(whole, everything),
      held.map(({ node }) => draft.id(node, everything)),
      (left) => {
        const code = [remainder, name, ...(isSum ? [] : held.map(({ node }) => node.code))].join(
          " ",
        );
        return draft.put({ kind: "camera", code, area: undefined }, everything, left);
      },
    );
  }
}

/** What a total may be the sum of: all cameras, where their counts do not exceed it; otherwise each that does not by itself. */
export function heldTogether<Camera extends { readonly count: number }>(
  total: number,
  cameras: readonly Camera[],
): (readonly Camera[])[] {
  const sum = cameras.reduce((all, { count }) => all + count, 0);
  if (sum <= total) return [cameras];
  return cameras.filter(({ count }) => count <= total).map((camera) => [camera]);
}

/** Cameras by the district that the register gives them; those without one together. */
export function camerasByDistrict(
  cameras: readonly OutcomeCell[],
  districts: ReadonlyMap<string, string>,
): Map<string | undefined, OutcomeCell[]> {
  const groups = new Map<string | undefined, OutcomeCell[]>();
  for (const cell of cameras) {
    const district = districts.get(present(cell.place.areaCode));
    groups.set(district, [...(groups.get(district) ?? []), cell]);
  }
  return groups;
}
