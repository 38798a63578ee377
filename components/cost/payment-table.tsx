import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { FoldedRows } from "#components/ui/folded-rows.tsx";
import text from "#components/ui/text.module.css";
import { wordMoney } from "#formats/wording/word-number.ts";
import type { PartOfCosts, ShownPayment } from "./costs-page-props.ts";

/** Who was paid in the year shown, and for which function of the budget, as recorded. */
export function PaymentTable({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.payments");
  const locale = useLocale();
  const { shown, payments } = page;
  if (!shown) return null;
  const { cost } = shown.year;
  const columns: Column<ShownPayment>[] = [
    {
      key: "payee",
      label: t("payee"),
      isHeading: true,
      cell: ({ payee, siret, sourceIds }) => (
        <>
          {payee ?? t("unsaid")}
          <SourceMark ids={sourceIds} order={order} />
          {siret && <span className={text.caveat}>{t("siret", { siret })}</span>}
        </>
      ),
    },
    {
      key: "function",
      label: t("function"),
      cell: ({ functionCode }) =>
        functionCode ?? <span className={text.silence}>{t("unsaid")}</span>,
    },
    {
      key: "amount",
      label: t("amount"),
      isNumber: true,
      cell: ({ cents, lines }) => (
        <>
          {cents === null ? (
            <span className={text.silence}>{t("silent")}</span>
          ) : (
            wordMoney(locale, cents, cost.currency)
          )}
          <span className={text.caveat}>{t("lines", { lines })}</span>
        </>
      ),
    },
  ];
  return (
    <FoldedRows
      rows={payments}
      shown={5}
      more={t("more", { payments: payments.length - 5 })}
      table={(rows, isRest) => (
        <DataTable
          caption={t("caption", { year: String(cost.year) })}
          hidesCaption={isRest}
          columns={columns}
          rows={rows}
          keyOf={({ payee, siret, functionCode }) => `${payee} ${siret} ${functionCode}`}
        />
      )}
    />
  );
}
