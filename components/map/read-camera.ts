import type { ColumnarPoints } from "#formats/point-columns/point-columns.ts";

/** What the drawn columns say of one camera, in the words of their dictionaries. */
export type DrawnCamera = Readonly<Record<string, string>>;

export function readCamera(points: ColumnarPoints, row: number): DrawnCamera {
  return Object.fromEntries(
    points.columns.flatMap((column) =>
      column.kind === "codes"
        ? [[column.name, column.dictionary?.[column.values[row] as number] ?? ""]]
        : [],
    ),
  );
}

/** A camera as a line of the list. */
export type CameraRow = {
  reference: string;
  place: string;
  /** "" when unknown. */
  installed: string;
  status: string;
  type: string;
  authorisation: string;
  cost: string;
  outcome: string;
  precision: string;
};

type Properties = Readonly<Record<string, unknown>>;

/** Joins what the API says of a camera (place, date) with what the map draws (law, cost, requests). */
export function toCameraRow(
  reference: string,
  properties: Properties,
  drawn: DrawnCamera | null,
): CameraRow {
  const text = (...names: string[]) =>
    names.map((name) => properties[name]).find((value) => typeof value === "string" && value) ?? "";
  const known = { ...unknownCamera, ...drawn };
  const year = known.year === "0" ? "" : known.year;
  return {
    reference,
    place: String(text("label", "address")),
    installed: String(text("installed_on", "commissioned_on") || year),
    status: String(text("status") || known.status),
    type: String(text("type") || known.type),
    authorisation: known.authorisation,
    cost: known.cost,
    outcome: known.outcome,
    precision: String(text("published_precision") || known.precision),
  };
}

const unknownCamera = {
  year: "0",
  status: "unknown",
  type: "unknown",
  authorisation: "unknown",
  cost: "unknown",
  outcome: "not-communicated",
  precision: "exact",
};
