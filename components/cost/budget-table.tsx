import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { BasisTotal, PlannedAndActual } from "#domain/cost/planned-and-actual.ts";
import { capitalise } from "#formats/wording/capitalise.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import type { PartOfCosts } from "./costs-page-props.ts";

/** What was planned or committed in the year shown, beside what was spent; no line is not zero. */
export function BudgetTable({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.budget");
  const spend = useTranslations("home.spend");
  const locale = useLocale();
  const { shown } = page;
  if (!shown) return null;
  const { cost } = shown.year;
  const money = (cents: number) => wordMoney(locale, cents, cost.currency);
  const columns: Column<PlannedAndActual>[] = [
    {
      key: "family",
      label: t("family"),
      isHeading: true,
      cell: ({ family, kind, sourceIds }) => (
        <>
          {capitalise(locale, spend(`family.${family}`))}
          <SourceMark ids={sourceIds} order={order} />
          <span className={text.caveat}>{t(`kind.${kind}`)}</span>
        </>
      ),
    },
    ...(["planned", "committed", "actual"] as const).map((basis) => ({
      key: basis,
      label: t(basis),
      isNumber: true,
      cell: (row: PlannedAndActual) => <Total total={row[basis]} money={money} />,
    })),
    {
      key: "difference",
      label: t("difference"),
      isNumber: true,
      cell: ({ planned, actual }) =>
        planned && actual && planned.silentLines + actual.silentLines === 0
          ? signed(money(Math.abs(actual.cents - planned.cents)), actual.cents - planned.cents)
          : "",
    },
  ];
  return (
    <DataTable
      caption={t("caption", { year: String(cost.year) })}
      columns={columns}
      rows={shown.budget.filter(({ planned, committed }) => planned || committed)}
      keyOf={({ kind, family }) => `${kind} ${family}`}
    />
  );
}

function signed(words: string, cents: number): string {
  if (cents === 0) return words;
  return cents > 0 ? `+\u2060${words}` : `\u2212\u2060${words}`;
}

function Total({
  total,
  money,
}: {
  total: BasisTotal | undefined;
  money: (cents: number) => string;
}) {
  const t = useTranslations("costs.budget");
  if (!total) return <span className={text.silence}>{t("noLine")}</span>;
  if (total.silentLines === total.lines) return <span className={text.silence}>{t("silent")}</span>;
  return (
    <>
      {money(total.cents)}
      {total.silentLines > 0 && <span className={text.caveat}>{t("atLeast")}</span>}
    </>
  );
}
