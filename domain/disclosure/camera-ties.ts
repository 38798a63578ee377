import { present } from "#domain/presence/present.ts";
import { camerasByDistrict, heldTogether } from "./camera-tables.ts";
import type { FamilyCell, FamilyEquation } from "./linked-family.ts";
import { cellId, type OutcomeCell } from "./outcome-family.ts";

/** Where the cameras of one count meet the totals of another. */
type Meeting = {
  readonly cameras: readonly OutcomeCell[];
  readonly districts: ReadonlyMap<string, string>;
  /** The total of a district or of the city, by its identity in a family of its own. */
  readonly totalOf: (id: string) => FamilyCell | undefined;
  /** Identity of a camera among all cells. */
  readonly nameOf: (id: string) => string;
};

/** What ties the cameras of one count to the districts and the city of another, with what none of them counts. */
export function cameraTies(meeting: Meeting): { rests: FamilyCell[]; equations: FamilyEquation[] } {
  const { cameras, districts, totalOf, nameOf } = meeting;
  const [first] = cameras;
  if (first === undefined) return { rests: [], equations: [] };
  const totalIn = (areaKind: "city" | "district", areaCode: string | null) =>
    totalOf(cellId({ ...first.place, areaKind, areaCode }));
  const groups = [...camerasByDistrict(cameras, districts)].map(([district, held]) => ({
    total: district === undefined ? undefined : totalIn("district", district),
    held,
  }));
  const ties = [...groups, { total: totalIn("city", null), held: cameras }].flatMap(
    ({ total, held }) =>
      total === undefined
        ? []
        : heldTogether(total.count, held).map((group) => tieOf(total, group, nameOf)),
  );
  return { rests: ties.flatMap(({ rest }) => rest), equations: ties.map((tie) => tie.equation) };
}

function tieOf(total: FamilyCell, group: readonly OutcomeCell[], nameOf: Meeting["nameOf"]) {
  const parts = group.map(({ id }) => nameOf(id));
  const count = group.reduce((left, camera) => left - camera.count, total.count);
  const id = `${total.id} less ${group.length} from ${present(parts[0])}`;
  const rest = count > 0 ? [{ id, count, internal: true, mayBeZero: true }] : [];
  const all = [...parts, ...rest.map((cell) => cell.id)];
  return { rest, equation: { total: total.id, parts: all } };
}
