import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import type { ProtectedAreas } from "#domain/indicator/protected-areas.ts";
import { wordCategory } from "./breakdown-words.ts";
import { CellText } from "./category-table.tsx";

type Row = ProtectedAreas["rows"][number];

/** Requests of the year by category and district: what may be read, what is kept back, and what that was held against. */
export function ProtectedAreasTable({ areas, slug }: { areas: ProtectedAreas; slug: string }) {
  const t = useTranslations("outcomes.areas");
  const locale = useLocale();
  const outcomes = useTranslations("outcomes");
  const columns: Column<Row>[] = [
    {
      key: "category",
      label: t("category"),
      isHeading: true,
      cell: (row) => wordCategory(row.category, locale, outcomes),
    },
    ...areas.districts.map(
      ({ code, name }, index): Column<Row> => ({
        key: code,
        label: name,
        isNumber: true,
        cell: ({ cells }) => <CellText cell={cells[index]} />,
      }),
    ),
  ];
  return (
    <>
      <DataTable
        caption={t("caption")}
        hidesCaption={true}
        columns={columns}
        rows={areas.rows}
        keyOf={(row) => row.category}
      />
      <p className={text.note}>
        <strong>{t("verdict", { cells: areas.cells, withheld: areas.withheld })}</strong>{" "}
        {t("attack")} <Link to="/methodology#small-numbers">{t("how")}</Link> ·{" "}
        <Link to={`/${slug}/data`}>{t("data")}</Link>
      </p>
    </>
  );
}
