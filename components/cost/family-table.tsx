import { useLocale, useTranslations } from "next-intl";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { type MarkState, StatusMark } from "#components/ui/status-mark.tsx";
import text from "#components/ui/text.module.css";
import { type AllocationKey, costByUnitOfKey } from "#domain/cost/allocation-key.ts";
import type { FamilyCost, LineState } from "#domain/cost/family-costs.ts";
import { capitalise } from "#formats/wording/capitalise.ts";
import { wordMoney, wordShare } from "#formats/wording/word-number.ts";
import { BarCell } from "./bar-cell.tsx";
import type { CostOfYear } from "./costs-page-props.ts";

const states: readonly LineState[] = [
  "known",
  "estimated",
  "declared-zero",
  "not-broken-down",
  "not-communicated",
  "no-price-index",
];
const marks: Readonly<Record<LineState, MarkState>> = {
  known: "good",
  estimated: "warning",
  "declared-zero": "good",
  "not-broken-down": "bad",
  "not-communicated": "bad",
  "no-price-index": "bad",
};

type Row = FamilyCost & { gross: number; perUnit: number | undefined };

/** The ledger of one year by nature and family: what each weighs, and how complete it is. */
export function FamilyTable({
  year,
  allocation,
  order,
}: {
  year: CostOfYear;
  /** The key by which the joint part of each family is told by camera. */
  allocation: AllocationKey;
  order: readonly number[];
}) {
  const t = useTranslations("costs.families");
  const { cost } = year;
  const columns = useColumns(cost.currency, allocation, order);
  const rows = cost.families.map((family) => ({
    ...family,
    gross: cost.grossCents,
    perUnit: costByUnitOfKey(family.cents - family.directCents, allocation, year.service),
  }));
  return (
    <DataTable
      caption={t("caption", { year: String(cost.year) })}
      columns={columns}
      rows={rows}
      keyOf={({ nature, family }) => `${nature} ${family}`}
    />
  );
}

function useColumns(
  currency: string,
  allocation: AllocationKey,
  order: readonly number[],
): Column<Row>[] {
  const t = useTranslations("costs.families");
  const spend = useTranslations("home.spend");
  const locale = useLocale();
  return [
    {
      key: "family",
      label: t("family"),
      isHeading: true,
      cell: ({ family, sourceIds }) => (
        <>
          {capitalise(locale, spend(`family.${family}`))}
          <SourceMark ids={sourceIds} order={order} />
        </>
      ),
    },
    { key: "nature", label: t("nature"), cell: ({ nature }) => t(`natures.${nature}`) },
    {
      key: "amount",
      label: t("amount"),
      isNumber: true,
      cell: (row) => <Amount row={row} currency={currency} />,
    },
    {
      key: "perUnit",
      label: t(`perUnit.${allocation}`),
      isNumber: true,
      cell: ({ perUnit, cents, directCents }) => {
        if (perUnit === undefined || cents === 0) return "";
        return cents === directCents ? (
          <span className={text.silence}>{t("allDirect")}</span>
        ) : (
          wordMoney(locale, perUnit, currency, 2)
        );
      },
    },
    {
      key: "share",
      label: t("share"),
      isNumber: true,
      cell: ({ cents, gross }) => (gross > 0 && cents > 0 ? wordShare(locale, cents / gross) : ""),
    },
    {
      key: "bar",
      label: <span className="visually-hidden">{t("bar")}</span>,
      cell: (row) => (
        <BarCell parts={[Math.max(row.cents, 0)]} most={row.gross} isPartial={isSilent(row)} />
      ),
    },
    {
      key: "states",
      label: t("states"),
      cell: (row) => (
        <>
          {states.map((state) => {
            const lines = row.states[state];
            if (lines === undefined) return null;
            return (
              <span key={state} className={text.caveat}>
                <StatusMark state={marks[state]} />
                {t(`state.${state}`, { lines })}
              </span>
            );
          })}
        </>
      ),
    },
  ];
}

function isSilent({ states: found }: FamilyCost): boolean {
  return states.some((state) => marks[state] === "bad" && found[state] !== undefined);
}

function Amount({ row, currency }: { row: Row; currency: string }) {
  const t = useTranslations("costs.families");
  const locale = useLocale();
  const counted = (row.states.known ?? 0) + (row.states.estimated ?? 0);
  if (counted > 0) {
    const amount = wordMoney(locale, row.cents, currency);
    return isSilent(row) ? t("atLeast", { amount }) : <strong>{amount}</strong>;
  }
  const state = states.find((candidate) => row.states[candidate] !== undefined) ?? "known";
  return <span className={text.silence}>{t(`silence.${state}`)}</span>;
}
