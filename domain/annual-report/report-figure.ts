import type { Measure } from "#domain/measure/measure.ts";
import type { ReportFigure } from "./report-content.ts";

export type FigureContext = {
  name: string;
  about?: string | undefined;
  definition?: string | undefined;
  page: string;
  release: number;
};

/** A measure as a report keeps it; its key is given once all of them are known. */
export function reportFigure(measure: Measure, context: FigureContext): ReportFigure {
  const { name, about, definition, page, release } = context;
  const { kind, unit, period, sources, completeness } = measure;
  return {
    key: keyOf([name, about ?? "", period.to.slice(0, 4)]),
    name,
    ...(about === undefined ? {} : { about }),
    kind,
    ...(measure.kind === "known" ? { value: measure.value } : {}),
    ...(measure.kind === "known" && measure.bound ? { bound: measure.bound } : {}),
    ...(measure.kind === "known" && measure.interval ? { interval: measure.interval } : {}),
    estimated: measure.kind === "known" && measure.estimated,
    unit,
    period,
    ...(definition === undefined ? {} : { definition }),
    ...(completeness ? { completeness } : {}),
    sources: [...sources],
    page,
    release,
  };
}

/** Keys of which none is given twice: the second of one name bears a number. */
export function withOwnKeys<Figure extends { key: string }>(figures: readonly Figure[]): Figure[] {
  const given = new Set<string>();
  return figures.map((figure) => {
    let key = figure.key;
    for (let place = 2; given.has(key); place += 1) key = `${figure.key}-${place}`;
    given.add(key);
    return { ...figure, key };
  });
}

const longestKey = 100;

function keyOf(parts: readonly string[]): string {
  const [name = "", about = "", year = ""] = parts.map((part) =>
    part
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[^a-z0-9]+/g, "-"),
  );
  const words = `${name}-${about}`.slice(0, longestKey);
  return `${words}-${year}`.replace(/-+/g, "-").replace(/^-|-$/g, "");
}
