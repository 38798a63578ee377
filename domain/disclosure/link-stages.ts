import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";
import { present } from "#domain/presence/present.ts";
import { isCameraCell } from "./camera-tables.ts";
import { cameraTies } from "./camera-ties.ts";
import { type EarlierPublication, isPublic, readablePart } from "./link-earlier-publications.ts";
import type { FamilyCell, FamilyEquation, LinkedFamily } from "./linked-family.ts";
import type { OutcomeCell, OutcomeFamily } from "./outcome-family.ts";
import { reachedFamily } from "./reached-cells.ts";
import { isSmallCell } from "./small-cell-rule.ts";
import { type StageLink, stageLinks } from "./stage-links.ts";

/**
 * What stands published beside a stage, of the same funnel and year: another stage in the same scope, or the same stage in
 * another scope or by another definition of the same unit. Of one that is still to be judged, or of which nothing can be
 * published, nothing is.
 */
export type StandingStage = EarlierPublication & {
  /** Tells two definitions or scopes apart. */
  readonly key: string;
  readonly stage: string;
};

/**
 * Joins the family of a stage with what stands published of the others, for the audit to attack together: 20 requests of
 * which images of 18 were available are 2 that were lost, whichever page says the two numbers (attack 5).
 *
 * A difference is an unknown like any other: primary when it is 1 to k − 1, in every area, period and category that both
 * stages count, and never below zero. What another stage hides is an unknown too, under its own equations: this one must not
 * give it away, were it only by saying that there cannot be more of it than five. A difference that earlier releases told
 * already is no longer anyone's to hide. Where a later stage counts more than an earlier one the two do not count the same
 * events, and nothing is linked.
 *
 * The same stage in two scopes, or by two definitions, is linked as a whole and its part: 20 requests on all sites of which
 * 18 in the streets are 2 elsewhere. Nobody says which scope holds the other: the one with more events may, unless it counts
 * fewer in any cell that both have. Then neither is part of the other, and a difference counts nothing. Cameras that one of the two
 * counts may add up to the totals of the other.
 */
export function linkStages(
  attacked: LinkedFamily,
  own: OwnStage & { readonly family: OutcomeFamily },
  threshold: number,
): LinkedFamily {
  const linking: Linking = {
    cells: new Map(attacked.cells.map((cell) => [cell.id, cell])),
    equations: [...attacked.equations],
    alreadyPublic: own.alreadyPublic,
    threshold,
    tied: new Set(),
  };
  const stages = [
    { key: "", stage: own.stage, family: own.family },
    ...own.standing.map((other) => addStanding(linking, other)),
  ];
  for (const link of stageLinks[own.funnel]) {
    for (const group of groupsOf(link, stages)) {
      if (group.some(({ key }) => key === "")) addDifferences(linking, group);
    }
  }
  const [itself, ...others] = stages;
  for (const other of others.filter(({ stage }) => stage === own.stage)) {
    tieCameras(linking, present(itself), other, own.cameraDistricts);
    tieCameras(linking, other, present(itself), own.cameraDistricts);
    const pair = wholeAndPart(present(itself), other);
    if (pair) addDifferences(linking, pair);
  }
  return reachedFamily(attacked, linking.cells, linking.equations);
}

export type OwnStage = {
  readonly funnel: OutcomeDefinition["funnel"];
  readonly stage: string;
  readonly standing: readonly StandingStage[];
  /** District of each camera, as the register gives it. */
  readonly cameraDistricts?: ReadonlyMap<string, string> | undefined;
  /** Cells of this stage that an earlier release published with the same count. */
  readonly alreadyPublic: ReadonlySet<string>;
};

type Stage = { readonly key: string; readonly stage: string; readonly family: OutcomeFamily };
type Linking = {
  readonly cells: Map<string, FamilyCell>;
  readonly equations: FamilyEquation[];
  readonly alreadyPublic: ReadonlySet<string>;
  readonly threshold: number;
  /** Cells of other stages that an equation holds. */
  readonly tied: Set<string>;
};

const idIn = ({ key }: Stage, id: string) => (key === "" ? id : `${key}>${id}`);

/** What is public of it as it is, what it hides as an unknown, and its equations that hold one. */
function addStanding({ cells, equations, tied }: Linking, standing: StandingStage): Stage {
  const { key, stage, family, published, bands } = standing;
  const other = { key, stage, family };
  for (const cell of family.cells) {
    const { id, place: _, internal: __, outcomeOf, ...open } = cell;
    cells.set(idIn(other, id), {
      ...open,
      ...(isPublic(published.get(id)) ? { frozen: true } : hiddenIn(standing, cell)),
      ...(bands?.has(id) ? { within: present(bands.get(id)) } : {}),
      id: idIn(other, id),
      ...(outcomeOf === undefined ? {} : { outcomeOf: idIn(other, outcomeOf) }),
    });
  }
  for (const { total, parts } of readablePart(standing).equations) {
    const held = { total: idIn(other, total), parts: parts.map((id) => idIn(other, id)) };
    equations.push(held);
    for (const id of [held.total, ...held.parts]) tied.add(id);
  }
  return other;
}

/** What another stage hides was protected where it was judged, if it was. A zero that it hides may move like any count. */
function hiddenIn({ published }: StandingStage, { count }: FamilyCell) {
  return {
    frozen: false,
    internal: true,
    ...(published.size > 0 ? { isProven: true } : {}),
    ...(count === 0 ? { mayBeZero: true } : {}),
  };
}

/** One stage for the whole and one for each part, in every way that they are there. */
function groupsOf({ whole, parts }: StageLink, stages: readonly Stage[]): Stage[][] {
  const of = (name: string) => stages.filter(({ stage }) => stage === name);
  return [whole, ...parts].reduce<Stage[][]>(
    (groups, name) => groups.flatMap((group) => of(name).map((stage) => [...group, stage])),
    [[]],
  );
}

/** Ties the cameras of one count to the districts and the city of another, as to their own. */
function tieCameras(
  { cells, equations, tied }: Linking,
  counting: Stage,
  totals: Stage,
  districts: ReadonlyMap<string, string> = new Map(),
): void {
  const ties = cameraTies({
    cameras: counting.family.cells.filter(isCameraCell),
    districts,
    totalOf: (id) => cells.get(idIn(totals, id)),
    nameOf: (id) => idIn(counting, id),
  });
  for (const rest of ties.rests) cells.set(rest.id, rest);
  for (const equation of ties.equations) {
    equations.push(equation);
    for (const id of equation.parts) tied.add(id);
  }
}

/** Two counts of one stage, the one that may hold the other first; undefined where neither may. */
function wholeAndPart(one: Stage, other: Stage): readonly Stage[] | undefined {
  const counts = new Map(other.family.cells.map(({ id, count }) => [id, count]));
  const differences = one.family.cells
    .filter(isCompared)
    .flatMap(({ id, count }) => (counts.has(id) ? [count - present(counts.get(id))] : []));
  if (differences.every((difference) => difference >= 0)) return [one, other];
  return differences.every((difference) => difference <= 0) ? [other, one] : undefined;
}

/** Of another stage, hidden, and in no equation of anything public: known only not to exceed the whole. */
function isLoose({ cells, tied }: Linking, stage: Stage, place: string): boolean {
  const id = idIn(stage, place);
  const cell = present(cells.get(id));
  return stage.key !== "" && !cell.frozen && !cell.within && !tied.has(id);
}

function addDifferences(linking: Linking, group: readonly Stage[]): void {
  for (const cell of present(group[0]).family.cells) {
    if (isCompared(cell)) addDifference(linking, group, cell.id);
  }
}

/** A total of an area or a category, or a camera: not how events ended, nor a step between tables. */
function isCompared(cell: OutcomeCell): boolean {
  return (cell.place.result === null && !cell.internal) || isCameraCell(cell);
}

function addDifference(linking: Linking, group: readonly Stage[], place: string): void {
  const { cells, equations, alreadyPublic, threshold } = linking;
  const counted = group.flatMap((stage) => cells.get(idIn(stage, place)) ?? []);
  if (counted.length < group.length) return;
  const [whole, ...parts] = counted;
  const { id: total, count: all } = present(whole);
  const count = parts.reduce((left, part) => left - part.count, all);
  const isTold = group.every(({ key }, i) =>
    key === "" ? alreadyPublic.has(place) : present(counted[i]).frozen,
  );
  if (count < 0 || isTold) return;
  if (all >= 2 * threshold && group.some((stage) => isLoose(linking, stage, place))) return;
  const id = counted.map((cell) => cell.id).join(" − ");
  cells.set(id, { id, count, internal: true, mayBeZero: true });
  equations.push({ total, parts: [...parts.map((part) => part.id), id] });
  const own = cells.get(place);
  // The year of the city is public once it is large enough, but for what it would give away here.
  if (own?.frozen && !alreadyPublic.has(place) && isSmallCell(count, threshold))
    cells.set(place, { ...own, frozen: false });
}
