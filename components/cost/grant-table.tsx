import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { GrantShare } from "#domain/cost/full-cost.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import type { CostOfYear } from "./costs-page-props.ts";

type Row =
  | { kind: "grant"; grant: GrantShare }
  | { kind: "sum"; name: "gross" | "deducted" | "net"; cents: number };

/** From gross to net: each grant with its funder, what was received and what it takes off this year. */
export function GrantTable({ year, order }: { year: CostOfYear; order: readonly number[] }) {
  const t = useTranslations("costs.grants");
  const { cost } = year;
  const rows: Row[] = [
    { kind: "sum", name: "gross", cents: cost.grossCents },
    ...cost.grants.map((grant) => ({ kind: "grant" as const, grant })),
    { kind: "sum", name: "deducted", cents: -cost.grantCents },
    { kind: "sum", name: "net", cents: cost.netCents },
  ];
  return (
    <DataTable
      caption={t("caption", { year: String(cost.year) })}
      columns={useColumns(cost.currency, order)}
      rows={rows}
      keyOf={(row) =>
        row.kind === "sum"
          ? row.name
          : `${row.grant.funder} ${row.grant.label} ${row.grant.receivedIn} ${row.grant.receivedCents}`
      }
    />
  );
}

function useColumns(currency: string, order: readonly number[]): Column<Row>[] {
  const t = useTranslations("costs.grants");
  const locale = useLocale();
  const money = (cents: number) => wordMoney(locale, cents, currency);
  return [
    {
      key: "funder",
      label: t("funder"),
      isHeading: true,
      cell: (row) =>
        row.kind === "sum" ? (
          t(row.name)
        ) : (
          <>
            {row.grant.funder ?? t("noFunder")}
            <SourceMark ids={row.grant.sourceIds} order={order} />
            {row.grant.label && <span className={text.caveat}>{row.grant.label}</span>}
          </>
        ),
    },
    {
      key: "receivedIn",
      label: t("receivedIn"),
      cell: (row) => (row.kind === "sum" ? "" : String(row.grant.receivedIn)),
    },
    {
      key: "received",
      label: t("received"),
      isNumber: true,
      cell: (row) => {
        if (row.kind === "sum") return "";
        const { receivedCents, status } = row.grant;
        if (status === "declared-zero" || receivedCents === null)
          return <span className={text.silence}>{t(`status.${status}`)}</span>;
        return money(receivedCents);
      },
    },
    {
      key: "weight",
      label: t("weight"),
      isNumber: true,
      cell: (row) => {
        if (row.kind === "sum") return <strong>{money(row.cents)}</strong>;
        return row.grant.cents === undefined ? (
          <span className={text.silence}>{t("unknown")}</span>
        ) : (
          money(row.grant.cents === 0 ? 0 : -row.grant.cents)
        );
      },
    },
  ];
}
