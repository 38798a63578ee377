import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { costOfUse, type UseCost } from "#domain/indicator/cost-by-use.ts";
import { wordMoney, wordNumber, wordShare } from "#formats/wording/word-number.ts";
import type { PartOfCosts } from "./costs-page-props.ts";

/** The year's cost by what the cameras are declared to be for; those of two uses are a row of their own. */
export function UseTable({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.uses");
  const keys = useTranslations("costs.place.keyNames");
  const weights = useTranslations("costs.years.weight");
  const locale = useLocale();
  const { shown } = page;
  if (!shown?.byUse) return null;
  const { cost } = shown.year;
  const { byUse } = shown;
  const money = (cents: number) => wordMoney(locale, cents, cost.currency);
  const columns: Column<UseCost>[] = [
    { key: "use", label: t("use"), isHeading: true, cell: ({ use }) => t(`names.${use}`) },
    {
      key: "weight",
      label: weights(byUse.key),
      isNumber: true,
      cell: ({ time }) =>
        byUse.key === "camera-months"
          ? wordNumber(locale, time.cameraYears, 1)
          : wordNumber(locale, (byUse.key === "equal" ? time.cameras : time.hours) ?? 0),
    },
    {
      key: "direct",
      label: t("direct"),
      isNumber: true,
      cell: ({ directCents }) => (directCents === 0 ? t("noDirect") : money(directCents)),
    },
    {
      key: "shared",
      label: t("shared"),
      isNumber: true,
      cell: ({ sharedCents }) => money(sharedCents),
    },
    {
      key: "total",
      label: t("total"),
      isNumber: true,
      cell: ({ totalCents }) => (
        <>
          <strong>{money(totalCents)}</strong>
          {cost.grossCents > 0 && (
            <span className={text.caveat}>
              {wordShare(locale, totalCents / cost.grossCents, 1)}
            </span>
          )}
        </>
      ),
    },
  ];
  const between = (use: "traffic" | "public-space") => {
    const { low, high } = costOfUse(byUse, use);
    return t(`between.${use}`, {
      isExact: Math.round(low) === Math.round(high) ? "yes" : "no",
      low: money(low),
      high: money(high),
    });
  };
  return (
    <>
      <DataTable
        caption={
          <>
            {t("caption", { year: String(cost.year), key: keys(byUse.key) })}
            <SourceMark ids={cost.sourceIds} order={order} />
          </>
        }
        columns={columns}
        rows={byUse.uses}
        keyOf={({ use }) => use}
      />
      <p className={text.note}>
        {between("traffic")} {between("public-space")} {t("note")}{" "}
        {byUse.key !== page.view.key && t("keyRefused")}
      </p>
    </>
  );
}
