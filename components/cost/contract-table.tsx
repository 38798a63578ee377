import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { FoldedRows } from "#components/ui/folded-rows.tsx";
import text from "#components/ui/text.module.css";
import { wordDate } from "#formats/wording/word-date.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import type { PartOfCosts, ShownContract } from "./costs-page-props.ts";

/** Public contracts beside what the ledger says was spent under them. */
export function ContractTable({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.contracts");
  const locale = useLocale();
  const columns: Column<ShownContract>[] = [
    {
      key: "contract",
      label: t("contract"),
      isHeading: true,
      cell: ({ reference, title, url, sourceId }) => (
        <>
          {url ? (
            <a href={url} rel="noreferrer">
              {reference}
            </a>
          ) : (
            reference
          )}
          <SourceMark ids={[sourceId]} order={order} />
          <span className={text.caveat}>{title}</span>
        </>
      ),
    },
    {
      key: "notified",
      label: t("notified"),
      cell: ({ notifiedOn }) => wordDate(locale, notifiedOn),
    },
    {
      key: "holders",
      label: t("holders"),
      cell: ({ holders }) => holders.join(", ") || t("unsaid"),
    },
    {
      key: "amount",
      label: t("amount"),
      isNumber: true,
      cell: ({ amountCents, currency }) =>
        amountCents === null ? (
          <span className={text.silence}>{t("unsaid")}</span>
        ) : (
          wordMoney(locale, amountCents, currency)
        ),
    },
    {
      key: "spent",
      label: t("spent"),
      isNumber: true,
      cell: ({ spentCents, currency, lines }) =>
        spentCents === null ? (
          <span className={text.silence}>{t(lines === 0 ? "noLine" : "unsaid")}</span>
        ) : (
          <>
            {wordMoney(locale, spentCents, currency)}
            <span className={text.caveat}>{t("lines", { lines })}</span>
          </>
        ),
    },
  ];
  return (
    <FoldedRows
      rows={page.contracts}
      shown={3}
      more={t("earlier", { contracts: page.contracts.length - 3 })}
      table={(rows, isRest) => (
        <DataTable
          caption={t("caption")}
          hidesCaption={isRest}
          columns={columns}
          rows={rows}
          keyOf={({ reference }) => reference}
        />
      )}
    />
  );
}
