import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SourceMark } from "#components/source/footnotes.tsx";
import { Choices } from "#components/ui/choices.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { type AllocationKey, allocationKeys, plainestKey } from "#domain/cost/allocation-key.ts";
import type { CameraFullCost } from "#domain/indicator/camera-full-cost.ts";
import type { MissingNature } from "#domain/indicator/ledger-standing.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import { natureAmount } from "./cost-words.ts";

export type PlaceFullCost = CameraFullCost & { lacking: readonly MissingNature[] };

/** The full cost of a place where it may be called so: nothing that makes a full cost is missing, and it has a share. */
export function fullCostOf(
  cost: PlaceFullCost | undefined,
): (PlaceFullCost & { totalCents: number }) | undefined {
  if (cost?.totalCents === undefined || cost.lacking.length > 0) return undefined;
  return { ...cost, totalCents: cost.totalCents };
}

/** Lines without an amount, of the place or of all, make it a lower bound. */
export function isAtLeast({ ownIsPartial, year }: CameraFullCost): boolean {
  return (
    ownIsPartial || year.silences.some(({ kind }) => kind === "capital" || kind === "operating")
  );
}

type Props = {
  cost: PlaceFullCost & { totalCents: number };
  of: "camera" | "district";
  addresses: { own: string; costs: string; release: string };
  order: readonly number[];
};

/** A full annual cost and its parts, under the key that shares what is common; the other keys are a link away. */
export function PlaceFullCostParts({ cost, of, addresses, order }: Props) {
  const t = useTranslations("costs.place");
  const locale = useLocale();
  const { year, jointShares, key } = cost;
  const money = (cents: number) => wordMoney(locale, cents, year.currency);
  const rows: { name: string; words: ReactNode }[] = [
    // No line of its own, or only silent ones: a silence of the ledger, not an amount of zero.
    { name: t(`own.${of}`), words: cost.ownCents === 0 ? t("noOwn") : money(cost.ownCents) },
    ...(cost.districtShareCents
      ? [{ name: t("district"), words: money(cost.districtShareCents) }]
      : []),
    ...(["capital", "staff", "running"] as const).map((nature) => ({
      name: t(`joint.${nature}`),
      words:
        "silence" in natureAmount(year, nature) ? t("silence") : money(jointShares?.[nature] ?? 0),
    })),
    { name: t("total"), words: <strong>{money(cost.totalCents)}</strong> },
  ];
  const suffix = (chosen: AllocationKey, year_?: number) => {
    const query = new URLSearchParams();
    if (year_ !== undefined) query.set("year", String(year_));
    if (chosen !== plainestKey) query.set("key", chosen);
    if (addresses.release !== "") query.set("release", addresses.release);
    return query.size === 0 ? "" : `?${query}`;
  };
  return (
    <>
      <DataTable
        caption={
          <>
            {t(`caption.${of}`, { period: wordPeriod(locale, year.period) })}
            <SourceMark ids={year.sourceIds} order={order} />
          </>
        }
        columns={[
          { key: "part", label: t("part"), isHeading: true, cell: ({ name }) => name },
          {
            key: "amount",
            label: t("amount"),
            isNumber: true,
            cell: ({ words }) => words,
          },
        ]}
        rows={rows}
        keyOf={({ name }) => name}
      />
      <p className={text.note}>
        {isAtLeast(cost) && `${t("atLeast")} `}
        {t(`key.${key}`, {
          served: wordNumber(locale, cost.time.cameraYears, 2),
          all: wordNumber(locale, cost.all.cameraYears, 1),
          cameras: cost.time.cameras,
          allCameras: wordNumber(locale, cost.all.cameras),
          hours: wordNumber(locale, cost.time.hours ?? 0),
          allHours: wordNumber(locale, cost.all.hours ?? 0),
        })}{" "}
        {cost.askedKey !== key && `${t("keyRefused")} `}
        <a href={`${addresses.costs}${suffix(key, year.year)}`}>{t("page")}</a>
      </p>
      <Choices
        label={t("keys")}
        choices={allocationKeys.map((one) => ({
          key: one,
          label: t(`keyNames.${one}`),
          to: `${addresses.own}${suffix(one)}#cost`,
          isChosen: one === cost.askedKey,
        }))}
      />
    </>
  );
}
