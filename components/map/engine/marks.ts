import { inServiceStatuses } from "#domain/camera/camera-vocabulary.ts";
import { costBands, costPerOutcomeBands } from "#domain/dataset/map-vocabulary.ts";

/** A shape for each state, so that no reader needs the colour. Order is the code of a mark. */
export const markShapes = [
  "service",
  "planned",
  "removed",
  "impaired",
  "expired",
  "gap",
  "unknown",
] as const;
export type MarkShape = (typeof markShapes)[number];

export const colourModes = ["status", "age", "cost", "costPerOutcome"] as const;
export type ColourMode = (typeof colourModes)[number];

/** Classes of the sequential colours; class 0 is the unknown. */
export const rampClasses = 5;

type Column = {
  name: string;
  values: ArrayLike<number | string>;
  dictionary?: readonly string[] | undefined;
};

/** What a camera looks like. "expired" and "gap" say something of a camera in service; the law says nothing of others. */
export function shapeOf(status: string, authorisation: string): MarkShape {
  if ((inServiceStatuses as readonly string[]).includes(status)) {
    if (authorisation === "expired") return "expired";
    if (authorisation === "none-known" || authorisation === "not-yet") return "gap";
    return status === "in-service" ? "service" : "impaired";
  }
  if (["removed", "replaced", "moved", "refused"].includes(status)) return "removed";
  if (status === "suspended") return "impaired";
  return status === "unknown" ? "unknown" : "planned";
}

/** Shape and colour class of every row, as `shape × 8 + class`. */
export function markCodes(
  columns: readonly Column[],
  count: number,
  mode: ColourMode,
): { marks: Uint8Array; alerts: Uint8Array } {
  const status = find(columns, "status");
  const authorisation = find(columns, "authorisation");
  const coloured = find(columns, colouredColumn[mode]);
  const classes = (coloured?.dictionary ?? []).map((name) => classOf(mode, name));
  const shapes = (status?.dictionary ?? ["unknown"]).map((state) =>
    (authorisation?.dictionary ?? [""]).map((legal) => markShapes.indexOf(shapeOf(state, legal))),
  );
  const marks = new Uint8Array(count);
  const alerts = new Uint8Array(count);
  const expired = markShapes.indexOf("expired");
  for (let row = 0; row < count; row++) {
    const state = shapes[Number(status?.values[row] ?? 0)] ?? [];
    const shape = state[Number(authorisation?.values[row] ?? 0)] ?? markShapes.length - 1;
    const colour = coloured ? (classes[Number(coloured.values[row])] ?? 0) : 0;
    marks[row] = shape * 8 + colour;
    if (shape === expired) alerts[row] = 1;
  }
  return { marks, alerts };
}

const colouredColumn: Record<ColourMode, string> = {
  status: "",
  age: "year",
  cost: "cost",
  costPerOutcome: "costPerOutcome",
};

/** First installation years of the classes of age, oldest first. */
export const ageClasses = [0, 2005, 2011, 2016, 2021] as const;

/** Class 1 to 5 of a value, 0 when it is unknown. Bands are classes already: the first is the unknown. */
export function classOf(mode: ColourMode, value: string): number {
  if (mode !== "age") return mode === "status" ? 0 : bandClasses[mode].indexOf(value);
  const year = Number(value);
  if (!year) return 0;
  // The oldest are the darkest.
  return rampClasses - ageClasses.findLastIndex((from) => year >= from);
}

export const bandClasses: Record<"cost" | "costPerOutcome", readonly string[]> = {
  cost: costBands,
  costPerOutcome: costPerOutcomeBands,
};

function find(columns: readonly Column[], name: string): Column | undefined {
  return columns.find((column) => column.name === name);
}
