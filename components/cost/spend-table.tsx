import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MeasureText } from "#components/figure/measure-text.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { CameraYears } from "#domain/indicator/camera-years.ts";
import type { YearlySpend } from "#domain/indicator/yearly-spend.ts";
import type { Measure } from "#domain/measure/measure.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import { BarCell } from "./bar-cell.tsx";

export type SpentYear = { spend: YearlySpend; cameraYears: CameraYears; perCameraYear: Measure };

/** What was paid each year, over the cameras in service that year, with what is missing. */
export function SpendTable({
  caption,
  hidesCaption,
  rows,
}: {
  caption: ReactNode;
  hidesCaption?: boolean;
  rows: readonly SpentYear[];
}) {
  return (
    <DataTable
      caption={caption}
      {...(hidesCaption ? { hidesCaption } : {})}
      columns={useColumns(rows)}
      rows={rows}
      keyOf={(row) => String(row.spend.year)}
    />
  );
}

function useColumns(years: readonly SpentYear[]): Column<SpentYear>[] {
  const t = useTranslations("home.spend");
  const locale = useLocale();
  const total = ({ spend }: SpentYear) => spend.operatingCents + spend.capitalCents;
  const most = Math.max(0, ...years.map(total));
  const money = (cents: number, row: SpentYear) => wordMoney(locale, cents, row.spend.currency);
  return [
    {
      key: "year",
      label: t("year"),
      isHeading: true,
      cell: (row) => wordPeriod(locale, row.spend.period),
    },
    {
      key: "operating",
      label: t("operating"),
      isNumber: true,
      cell: (row) => money(row.spend.operatingCents, row),
    },
    {
      key: "capital",
      label: t("capital"),
      isNumber: true,
      cell: (row) => money(row.spend.capitalCents, row),
    },
    {
      key: "total",
      label: t("total"),
      cell: (row) => (
        <BarCell
          parts={[row.spend.operatingCents, row.spend.capitalCents]}
          most={most}
          isPartial={row.spend.missing.length > 0}
        />
      ),
    },
    {
      key: "cameraYears",
      label: t("cameraYears"),
      isNumber: true,
      cell: (row) => wordNumber(locale, row.cameraYears.value),
    },
    {
      key: "perCamera",
      label: t("perCamera"),
      isNumber: true,
      cell: (row) => (
        <strong>
          <MeasureText measure={row.perCameraYear} word={(cents) => money(cents, row)} />
        </strong>
      ),
    },
    { key: "missing", label: t("missing"), cell: (row) => <Missing row={row} /> },
  ];
}

function Missing({ row }: { row: SpentYear }) {
  const t = useTranslations("home.spend");
  const families = [...new Set(row.spend.missing.map((line) => line.family))];
  const notes = [
    families.length > 0 &&
      t("missingLines", { families: families.map((family) => t(`family.${family}`)).join(", ") }),
    row.cameraYears.undated > 0 && t("undated", { cameras: row.cameraYears.undated }),
    row.spend.estimated && t("estimated"),
  ].filter(Boolean);
  if (notes.length === 0) return t("complete");
  return <span className={families.length > 0 ? text.signal : undefined}>{notes.join(" ")}</span>;
}
