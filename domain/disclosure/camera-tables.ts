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
  const { counts, rules } = build;
  const { cameraDistricts } = rules;
  if (!rules.isOver || rules.isOfCityAlone || cameraDistricts === undefined) return;
  const cameras = counts.areas.filter((area) => area.startsWith(cameraPrefix)).map(cameraNode);
  const counted = cameras.filter(({ area }) => countOf(build, area) !== undefined);
  for (const node of counted) build.draft.put(node, everything, countOf(build, node.area) ?? 0);
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

function countOf(build: Build, area: string): number | undefined {
  const found = countOfYear(build, area, everything);
  return found.kind === "known" ? found.count : undefined;
}

function tie(build: Build, whole: Node, cameras: readonly Camera[]): void {
  const { draft } = build;
  const total = draft.count(whole, everything);
  if (total === undefined) return;
  const counts = new Map(cameras.map((node) => [node, draft.count(node, everything) ?? 0]));
  const sum = [...counts.values()].reduce((all, count) => all + count, 0);
  const groups =
    sum <= total
      ? [{ name: whole.code ?? "", held: cameras }]
      : cameras
          .filter((node) => (counts.get(node) ?? 0) <= total)
          .map((node) => ({ name: `${whole.code ?? ""} ${node.code}`, held: [node] }));
  for (const { name, held } of groups) {
    draft.addSum(
      draft.id(whole, everything),
      held.map((node) => draft.id(node, everything)),
      (left) =>
        draft.put(
          { kind: "camera", code: `${remainder} ${name}`, area: undefined },
          everything,
          left,
        ),
    );
  }
}
