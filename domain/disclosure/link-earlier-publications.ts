import { present } from "#domain/presence/present.ts";
import type { PublishedCell } from "./cell-state.ts";
import type { CountBand } from "./count-band.ts";
import type { FamilyCell, FamilyEquation, LinkedFamily } from "./linked-family.ts";
import {
  type OutcomeCell,
  type OutcomeFamily,
  outcomeTables,
  withoutTables,
} from "./outcome-family.ts";

/** What an earlier release said of the same definition, scope and year, with the counts behind it. */
export type EarlierPublication = {
  readonly family: OutcomeFamily;
  /** By cell. Cells of tables that were not published are not in it. */
  readonly published: ReadonlyMap<string, PublishedCell>;
  /** By cell: of a camera's year its band is published, never its count. */
  readonly bands?: ReadonlyMap<string, CountBand>;
};

/**
 * Joins a family with everything that earlier releases said of the same period, for the audit to attack together.
 *
 * A reader is supposed to know which counts did not change: an unchanged count is one unknown in both releases. A count
 * that changed is two, and the events between them a third, small like any other when it is 1 to k − 1 (attack 3). What an
 * earlier release published stays public; what it hid must stay hidden: publishing it now would undo that release.
 */
export function linkEarlierPublications(
  current: OutcomeFamily,
  earlier: readonly EarlierPublication[],
): LinkedFamily {
  const now = new Map<string, number>(current.cells.map(({ id, count }) => [id, count]));
  const cells = new Map<string, FamilyCell>(current.cells.map((cell) => [cell.id, bare(cell)]));
  const equations = new Map<string, FamilyEquation>();
  for (const equation of current.equations) equations.set(JSON.stringify(equation), equation);
  for (const publication of earlier) {
    const past = readablePart(publication);
    const counts = new Map(past.cells.map(({ id, count }) => [id, count]));
    const variable = (id: string) =>
      now.get(id) === counts.get(id) ? id : `${id}@${counts.get(id)}`;
    for (const cell of past.cells) {
      addPastCell(cells, cell, variable, publication);
      if (variable(cell.id) !== cell.id && now.has(cell.id))
        addDifference(cells, equations, cell.id, variable(cell.id));
    }
    for (const { total, parts } of past.equations) {
      const equation = { total: variable(total), parts: parts.map(variable) };
      equations.set(JSON.stringify(equation), equation);
    }
  }
  return { cells: [...cells.values()], equations: [...equations.values()] };
}

function addPastCell(
  cells: Map<string, FamilyCell>,
  cell: OutcomeCell,
  variable: (id: string) => string,
  publication: EarlierPublication,
): void {
  const id = variable(cell.id);
  const known = cells.get(id);
  const isRead = isPublic(publication.published.get(cell.id));
  const within = publication.bands?.get(cell.id);
  const banded = within ? { within } : {};
  if (known) {
    cells.set(id, isRead ? published(known) : { ...known, ...banded });
    return;
  }
  const { outcomeOf, ...kept } = bare(cell);
  const past: FamilyCell = {
    ...kept,
    id,
    ...(outcomeOf === undefined ? {} : { outcomeOf: variable(outcomeOf) }),
    // A camera's band was judged with its release: the audit attacks it, and nothing is hidden for it.
    ...(cell.place.areaKind === "camera" ? { isProven: true, ...banded } : {}),
  };
  cells.set(id, isRead ? published(past) : { ...past, frozen: false, internal: true });
}

function published({ internal: _, ...cell }: FamilyCell): FamilyCell {
  return { ...cell, frozen: true };
}

/** The greater of two counts of one place is the lesser and the events between them. */
function addDifference(
  cells: Map<string, FamilyCell>,
  equations: Map<string, FamilyEquation>,
  now: string,
  before: string,
): void {
  const [a, b] = [present(cells.get(now)).count, present(cells.get(before)).count];
  const id = `${now}~${before}`;
  cells.set(id, { id, count: Math.abs(a - b), internal: true });
  const [total, part] = a > b ? [now, before] : [before, now];
  equations.set(id, { total, parts: [part, id] });
}

/** The tables that the release published, and the steps between them. */
export function readablePart({ family, published, bands }: EarlierPublication): OutcomeFamily {
  const tables = new Set(
    family.cells
      .filter(({ id }) => isPublic(published.get(id)) || bands?.has(id))
      .map(({ place }) => place.table),
  );
  return withoutTables(
    family,
    outcomeTables.filter((table) => !tables.has(table)),
  );
}

/** True of a count that everybody can read, a zero included. */
export function isPublic(cell: PublishedCell | undefined): boolean {
  return cell?.state === "published" || cell?.state === "zero";
}

function bare({ place: _, ...cell }: OutcomeCell): FamilyCell {
  return cell;
}
