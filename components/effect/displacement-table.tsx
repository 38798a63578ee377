import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { yearsOfPhase } from "#domain/effect/study-years.ts";
import type { DisplacementQuotient } from "#domain/effect/weighted-displacement-quotient.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import { differenceValues } from "./difference-chart.ts";
import styles from "./effect.module.css";
import type { ShownStudy } from "./effect-props.ts";
import {
  countValues,
  effectValues,
  leanedWord,
  ringReading,
  wordDifference,
  wordEffect,
} from "./word-effect.ts";

type Row = { key: string; measure: string; result: string; isSilent?: boolean; reading: string };
type Props = { shown: ShownStudy; populationYear: number | undefined };

/** What moved, read each way, in words beside the number. */
export function DisplacementTable({ shown, populationYear }: Props) {
  const t = useTranslations("effects.displacement");
  const rows = useRows(shown, populationYear);
  const columns: Column<Row>[] = [
    { key: "measure", label: t("measure"), isHeading: true, cell: ({ measure }) => measure },
    {
      key: "result",
      label: t("result"),
      isNumber: true,
      cell: ({ result, isSilent }) =>
        isSilent ? <span className={text.silence}>{result}</span> : <strong>{result}</strong>,
    },
    { key: "reading", label: t("reading"), cell: ({ reading }) => reading },
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <DataTable caption={t("table")} columns={columns} rows={rows} keyOf={({ key }) => key} />
      {shown.displacement?.quotient && <p className={styles.prose}>{t("letters")}</p>}
    </>
  );
}

function useRows(
  { displacement, rateDifference, leaned, years, counts, harm, study }: ShownStudy,
  year: number | undefined,
): Row[] {
  const t = useTranslations("effects.displacement");
  const effects = useTranslations("effects.effect");
  const locale = useLocale();
  const quotientRows = useQuotientRows();
  const ring = displacement?.ringEffect;
  const harmRow = useHarmRow();
  return [
    ...(ring
      ? [
          {
            key: "ring",
            measure: t("ring"),
            result: effects("value", effectValues(locale, ring)),
            reading: t(`ringReading.${ringReading(ring)}`),
          },
        ]
      : []),
    ...(displacement?.quotient
      ? quotientRows(displacement.quotient, yearlyFall(counts, years))
      : []),
    ...(rateDifference
      ? [
          {
            key: "rate",
            measure: t("rate"),
            result: t("rateValue", differenceValues(locale, rateDifference, 2)),
            reading: t("rateReading", { year: String(year ?? ""), rule: leanedWord({ leaned }) }),
          },
        ]
      : []),
    ...(harm ? [harmRow(harm, study.harmSource ?? "")] : []),
  ];
}

/**
 * Every figure that the quotient is made of, then the quotient, which is read only where the scheme did better than its
 * control, then the total.
 */
function useQuotientRows(): (quotient: DisplacementQuotient, yearly: YearlyFall) => Row[] {
  const t = useTranslations("effects.displacement");
  const locale = useLocale();
  const parts = usePartRows();
  return (quotient, yearly) => {
    const isRead = quotient.kind === "interpretable";
    const reading = isRead ? quotient.reading : quotient.reason;
    const row: Row = {
      key: "quotient",
      measure: t("quotient"),
      result: isRead ? wordEffect(locale, quotient.quotient) : t("quotientNone"),
      isSilent: !isRead,
      reading: isRead ? `${t(`readings.${reading}`)} · ${t("noError")}` : t(`readings.${reading}`),
    };
    if (quotient.kind === "undefined") return [row];
    const total = Math.round(Math.abs(quotient.totalNetEffect));
    const isFewer = quotient.totalNetEffect >= 0;
    return [
      ...parts(quotient, yearly),
      row,
      {
        key: "total",
        measure: t("total"),
        result: t("totalValue", countValues(locale, total)),
        reading: `${t(`totalReading.${isFewer ? "fewer" : "more"}`)} · ${t("noError")}`,
      },
    ];
  };
}

/** Fall of the equipped districts in events a year, told where the two periods differ in length. */
type YearlyFall = number | undefined;

function yearlyFall(counts: ShownStudy["counts"], years: ShownStudy["years"]): YearlyFall {
  const [before, after] = [yearsOfPhase(years, "before"), yearsOfPhase(years, "after")];
  if (!counts || before === after) return undefined;
  return counts.treated.before / before - counts.treated.after / after;
}

type Figured = Exclude<DisplacementQuotient, { kind: "undefined" }>;

/** Gross and net effect, success and buffer, each with its formula in words. */
function usePartRows(): (quotient: Figured, yearly: YearlyFall) => Row[] {
  const t = useTranslations("effects.displacement");
  const locale = useLocale();
  return ({ grossEffect, netEffect, success, bufferEffect }, yearly) => {
    const share = (value: number) => wordDifference(locale, value, 3);
    const gross = {
      lengths: yearly === undefined ? "same" : "differ",
      perYear: yearly === undefined ? "" : wordDifference(locale, yearly),
    };
    return [
      {
        key: "gross",
        measure: t("gross"),
        result: wordDifference(locale, grossEffect),
        reading: t("grossReading", gross),
      },
      { key: "net", measure: t("net"), result: share(netEffect), reading: t("netReading") },
      {
        key: "success",
        measure: t("success"),
        result: share(success),
        reading: t("successReading"),
      },
      {
        key: "buffer",
        measure: t("buffer"),
        result: share(bufferEffect),
        reading: t("bufferReading"),
      },
    ];
  };
}

/** Each offence counted for its harm: the weights and the index they are of stand beside the result. */
function useHarmRow(): (harm: NonNullable<ShownStudy["harm"]>, source: string) => Row {
  const t = useTranslations("effects.displacement");
  const locale = useLocale();
  return ({ difference, weights, silent }, source) => {
    const list = (parts: readonly string[]) => new Intl.ListFormat(locale).format(parts);
    return {
      key: "harm",
      measure: t("harm"),
      result: difference ? t("harmValue", differenceValues(locale, difference)) : t("harmNone"),
      isSilent: !difference,
      reading: difference
        ? t("harmReading", {
            weights: list(
              weights.map(({ category, harm }) => `${category} ${wordNumber(locale, harm, 1)}`),
            ),
            source,
          })
        : t("harmSilent", { categories: list(silent) }),
    };
  };
}
