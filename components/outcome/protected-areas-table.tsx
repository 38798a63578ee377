import { useLocale, useTranslations } from "next-intl";
import { SilenceText } from "#components/figure/measure-text.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import type { PublishedCell } from "#domain/disclosure/cell-state.ts";
import type { ProtectedAreas } from "#domain/indicator/protected-areas.ts";
import { capitalise } from "#formats/wording/capitalise.ts";
import { wordNumber } from "#formats/wording/word-number.ts";

type Row = ProtectedAreas["rows"][number];

/** Requests of the year by category and district: what may be read, what is kept back, and what that was held against. */
export function ProtectedAreasTable({ areas, slug }: { areas: ProtectedAreas; slug: string }) {
  const t = useTranslations("outcomes.areas");
  const locale = useLocale();
  const category = (name: string) =>
    t.has(`categories.${name}`) ? t(`categories.${name}`) : capitalise(locale, name);
  const columns: Column<Row>[] = [
    {
      key: "category",
      label: t("category"),
      isHeading: true,
      cell: (row) => category(row.category),
    },
    ...areas.districts.map(
      ({ code, name }, index): Column<Row> => ({
        key: code,
        label: name,
        isNumber: true,
        cell: ({ cells }) => <Cell cell={cells[index]} />,
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

function Cell({ cell }: { cell: PublishedCell | undefined }) {
  const t = useTranslations("outcomes.areas");
  const locale = useLocale();
  if (!cell) return null;
  if (cell.state === "published") return wordNumber(locale, cell.count);
  // Nobody wrote a line about it: that is no zero, and no refusal to say either.
  if (cell.state === "not-available") return <span className={text.silence}>{t("absent")}</span>;
  return <SilenceText kind={cell.state} />;
}
