import { useLocale, useTranslations } from "next-intl";
import { MeasureText } from "#components/figure/measure-text.tsx";
import { ArticleSection } from "#components/layout/article.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import { BarCell } from "./bar-cell.tsx";
import styles from "./city-home.module.css";
import type { PartProps, ShownYear } from "./city-home-props.ts";

/** Rows shown at once; the others are one gesture away. */
const shownRows = 5;

/** What was spent each year, and per camera in service that year; missing lines said, not counted as zero. */
export function CitySpend({ home, order }: PartProps) {
  const t = useTranslations("home.spend");
  const columns = useColumns(home.years);
  const years = home.years.toReversed();
  return (
    <ArticleSection id="spend" title={<Finding years={home.years} />} intro={t("intro")}>
      <DataTable
        caption={
          <>
            {t("caption", { vat: home.years.at(-1)?.spend.vatIncluded ? "incl" : "excl" })}
            <SourceMark ids={years[0]?.spend.sourceIds ?? []} order={order} />
          </>
        }
        columns={columns}
        rows={years.slice(0, shownRows)}
        keyOf={(row) => String(row.spend.year)}
      />
      {years.length > shownRows && (
        <details className={styles.older}>
          <summary>{t("older")}</summary>
          <DataTable
            caption={t("older")}
            hidesCaption={true}
            columns={columns}
            rows={years.slice(shownRows)}
            keyOf={(row) => String(row.spend.year)}
          />
        </details>
      )}
      <p className={styles.note}>{t("caveat")}</p>
    </ArticleSection>
  );
}

function Finding({ years }: { years: readonly ShownYear[] }) {
  const t = useTranslations("home.spend");
  const locale = useLocale();
  const latest = years.at(-1);
  if (!latest) return t("title");
  const { spend } = latest;
  return t("finding", {
    total: wordMoney(locale, spend.operatingCents + spend.capitalCents, spend.currency),
    period: wordPeriod(locale, spend.period),
    partial: spend.missing.length > 0 ? "yes" : "no",
  });
}

function useColumns(years: readonly ShownYear[]): Column<ShownYear>[] {
  const t = useTranslations("home.spend");
  const locale = useLocale();
  const total = ({ spend }: ShownYear) => spend.operatingCents + spend.capitalCents;
  const most = Math.max(...years.map(total));
  const money = (cents: number, row: ShownYear) => wordMoney(locale, cents, row.spend.currency);
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

function Missing({ row }: { row: ShownYear }) {
  const t = useTranslations("home.spend");
  const families = [...new Set(row.spend.missing.map((line) => line.family))];
  const notes = [
    families.length > 0 &&
      t("missingLines", { families: families.map((family) => t(`family.${family}`)).join(", ") }),
    row.cameraYears.undated > 0 && t("undated", { cameras: row.cameraYears.undated }),
    row.spend.estimated && t("estimated"),
  ].filter(Boolean);
  if (notes.length === 0) return t("complete");
  return <span className={families.length > 0 ? styles.signal : undefined}>{notes.join(" ")}</span>;
}
