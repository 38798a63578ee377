import { useTranslations } from "next-intl";
import { useKnownWords } from "#components/figure/known-words.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import type { AttemptedSeries } from "#domain/indicator/requests-per-published-camera.ts";
import { type PlacedFigure, useFigureColumns } from "./figure-columns.tsx";
import { RefusedDivision } from "./refused-division.tsx";
import type { ShownFigure } from "./shown-figure.ts";

type Props = {
  figures: readonly ShownFigure[];
  requestsPerCamera: AttemptedSeries<ShownFigure>;
  /** Numbering of the page's sources. */
  order: readonly number[];
};

/** What institutions, courts, researchers and the press have said, as they said it: side by side, never chained. */
export function FigureTables({ figures, requestsPerCamera, order }: Props) {
  const t = useTranslations("publishedFigures");
  const words = useKnownWords("measures");
  const { seriesColumns, singleColumns } = useFigureColumns(order);
  const { series, singles } = arrange(figures);
  return (
    <>
      {series.map(({ measure, rows }) => (
        <DataTable
          key={measure}
          caption={<strong>{words(measure)}</strong>}
          columns={seriesColumns}
          rows={rows}
          keyOf={(row) => row.figure.reference}
        />
      ))}
      <RefusedDivision series={requestsPerCamera} />
      {singles.length > 0 && (
        <DataTable
          caption={<strong>{t(series.length > 0 ? "others" : "single")}</strong>}
          columns={singleColumns}
          rows={singles}
          keyOf={(row) => row.figure.reference}
        />
      )}
    </>
  );
}

/** Measures said more than once make a series; the others are listed together. */
function arrange(figures: readonly ShownFigure[]) {
  const groups = new Map<string, ShownFigure[]>();
  for (const figure of figures) {
    groups.set(figure.measure, [...(groups.get(figure.measure) ?? []), figure]);
  }
  const placed = [...groups].map(([measure, group]) => ({
    measure,
    rows: group.map((figure, i): PlacedFigure => ({ figure, previous: group[i - 1] })),
  }));
  return {
    series: placed.filter((group) => group.rows.length > 1),
    singles: placed.filter((group) => group.rows.length === 1).flatMap((group) => group.rows),
  };
}
