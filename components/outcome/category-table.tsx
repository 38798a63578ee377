import { useLocale, useTranslations } from "next-intl";
import { SilenceText } from "#components/figure/measure-text.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import type { CategoryCounts } from "#domain/indicator/protected-categories.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import { wordCategory, wordResult } from "./breakdown-words.ts";

type Row = CategoryCounts["rows"][number];

/** What became of the requests of each category; nothing where results are not published by category. */
export function CategoryTable({
  counts,
  order,
}: {
  counts: CategoryCounts;
  /** Numbering of the page's sources. */
  order: readonly number[];
}) {
  const outcomes = useTranslations("outcomes");
  const locale = useLocale();
  if (counts.results.length === 0) return null;
  const columns: Column<Row>[] = [
    {
      key: "category",
      label: outcomes("areas.category"),
      isHeading: true,
      cell: ({ category }) => wordCategory(category, locale, outcomes),
    },
    {
      key: "count",
      label: outcomes("reviews.requested"),
      isNumber: true,
      cell: ({ count }) => <CellText cell={count} />,
    },
    ...counts.results.map(
      (result, index): Column<Row> => ({
        key: result,
        label: wordResult(result, locale, outcomes),
        isNumber: true,
        cell: ({ results }) => <CellText cell={results[index]} />,
      }),
    ),
  ];
  return (
    <DataTable
      caption={
        <>
          {outcomes("breakdown.caption", { year: String(counts.year) })}
          <SourceMark ids={counts.sourceIds} order={order} />
        </>
      }
      columns={columns}
      rows={counts.rows}
      keyOf={({ category }) => category}
    />
  );
}

/** A published cell: its number, or the word of its silence. */
export function CellText({ cell }: { cell: PublishedCell | undefined }) {
  const t = useTranslations("outcomes.areas");
  const locale = useLocale();
  if (!cell) return null;
  if (cell.state === "published") return wordNumber(locale, cell.count);
  // Nobody wrote a line about it: that is no zero, and no refusal to say either.
  if (cell.state === "not-available") return <span className={text.silence}>{t("absent")}</span>;
  return <SilenceText kind={cell.state} />;
}
