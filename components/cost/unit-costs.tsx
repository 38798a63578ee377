import { useLocale, useTranslations } from "next-intl";
import { MeasureText } from "#components/figure/measure-text.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { FoldedRows } from "#components/ui/folded-rows.tsx";
import text from "#components/ui/text.module.css";
import {
  type AllocationKey,
  allocationKeys,
  type ServiceTime,
  shareOfJointCost,
} from "#domain/cost/allocation-key.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import { isLowerBound } from "./cost-words.ts";
import type { CostOfYear, PartOfCosts } from "./costs-page-props.ts";

/** Every year of accounts: its cost, what divides it, and what that makes. */
export function YearTable({ page, order }: PartOfCosts) {
  const t = useTranslations("costs.years");
  const locale = useLocale();
  const columns: Column<CostOfYear>[] = [
    {
      key: "year",
      label: t("year"),
      isHeading: true,
      cell: ({ cost }) => (
        <>
          {String(cost.year)}
          <SourceMark ids={cost.sourceIds} order={order} />
        </>
      ),
    },
    {
      key: "total",
      label: t(`total.${page.view.grants}`),
      isNumber: true,
      cell: ({ cost, total }) => (
        <>
          <MeasureText measure={total} word={(cents) => wordMoney(locale, cents, cost.currency)} />
          {isLowerBound(cost) && <span className={text.caveat}>{t("atLeast")}</span>}
        </>
      ),
    },
    {
      key: "weight",
      label: t(`weight.${page.view.key}`),
      isNumber: true,
      cell: ({ service }) => <Weight allocation={page.view.key} service={service} />,
    },
    {
      key: "perCamera",
      label: t(`perUnit.${page.view.key}`),
      isNumber: true,
      cell: ({ cost, perUnit }) => (
        <MeasureText measure={perUnit} word={(cents) => wordMoney(locale, cents, cost.currency)} />
      ),
    },
    {
      key: "perInhabitant",
      label: t("perInhabitant"),
      isNumber: true,
      cell: ({ cost, perInhabitant, population }) => (
        <>
          <MeasureText
            measure={perInhabitant}
            word={(cents) => wordMoney(locale, cents, cost.currency, 2)}
          />
          {population && (
            <span className={text.caveat}>
              {t("population", { year: String(population.year) })}
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <FoldedRows
      rows={page.years.toReversed()}
      shown={4}
      more={t("earlier")}
      table={(rows, isRest) => (
        <DataTable
          caption={t("caption")}
          hidesCaption={isRest}
          columns={columns}
          rows={rows}
          keyOf={({ cost }) => String(cost.year)}
        />
      )}
    />
  );
}

/** What divides a year's cost under the key; hours that nobody counts are a silence. */
function Weight({ allocation, service }: { allocation: AllocationKey; service: ServiceTime }) {
  const t = useTranslations("costs.keys");
  const locale = useLocale();
  if (allocation === "camera-months") return wordNumber(locale, service.cameraYears, 1);
  if (allocation === "equal") return wordNumber(locale, service.cameras);
  if (service.hours !== null) return wordNumber(locale, service.hours);
  return <span className={text.silence}>{t("unknown")}</span>;
}

type KeyRow = {
  key: AllocationKey;
  isChosen: boolean;
  whole: number | undefined;
  half: number | undefined;
};

/** What of the joint cost one camera bears under each key: in service all year, and for half of it. */
export function KeyTable({ page }: PartOfCosts) {
  const t = useTranslations("costs.keys");
  const locale = useLocale();
  const { shown, view } = page;
  if (!shown) return null;
  const { cost } = shown.year;
  const share = (key: AllocationKey, cameraYears: number) =>
    shareOfJointCost(cost.jointCents, key, { cameraYears, cameras: 1, hours: null }, shown.service);
  const perHundredHours = shareOfJointCost(
    cost.jointCents,
    "hours",
    { cameraYears: 1, cameras: 1, hours: 100 },
    shown.service,
  );
  const rows: KeyRow[] = allocationKeys.map((key) => ({
    key,
    isChosen: key === view.key,
    whole: share(key, 1),
    half: share(key, 0.5),
  }));
  const silence = (key: AllocationKey) =>
    key !== "hours" ? "unknown" : shown.watched === undefined ? "noHours" : "noWholeHours";
  const money = (key: AllocationKey, cents: number | undefined) =>
    cents === undefined ? (
      <span className={text.silence}>{t(silence(key))}</span>
    ) : (
      wordMoney(locale, cents, cost.currency)
    );
  const columns: Column<KeyRow>[] = [
    {
      key: "key",
      label: t("key"),
      isHeading: true,
      cell: ({ key, isChosen }) => (
        <>
          {t(`names.${key}`)}
          {isChosen && <span className={text.caveat}>{t("chosen")}</span>}
        </>
      ),
    },
    {
      key: "whole",
      label: t("whole"),
      isNumber: true,
      cell: ({ key, whole }) =>
        key === "hours" && perHundredHours !== undefined
          ? t("perHundredHours", { amount: wordMoney(locale, perHundredHours, cost.currency) })
          : money(key, whole),
    },
    {
      key: "half",
      label: t("half"),
      isNumber: true,
      cell: ({ key, half }) =>
        key === "hours" && shown.service.hours !== null
          ? t("hoursCount", { hours: wordNumber(locale, shown.service.hours) })
          : money(key, half),
    },
  ];
  return (
    <DataTable
      caption={t("caption", {
        joint: wordMoney(locale, cost.jointCents, cost.currency),
        direct: wordMoney(locale, cost.directCents, cost.currency),
        year: String(cost.year),
      })}
      columns={columns}
      rows={rows}
      keyOf={({ key }) => key}
    />
  );
}
