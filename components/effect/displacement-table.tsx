import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { RelativeEffectSize } from "#domain/effect/relative-effect-size.ts";
import type { DisplacementQuotient } from "#domain/effect/weighted-displacement-quotient.ts";
import { differenceValues } from "./difference-chart.ts";
import type { ShownStudy } from "./effect-props.ts";
import { countValues, effectValues, leanedWord, wordEffect } from "./word-effect.ts";

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
  return <DataTable caption={t("table")} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}

function useRows(
  { displacement, rateDifference, leaned }: ShownStudy,
  year: number | undefined,
): Row[] {
  const t = useTranslations("effects.displacement");
  const effects = useTranslations("effects.effect");
  const locale = useLocale();
  const quotientRows = useQuotientRows();
  const ring = displacement?.ringEffect;
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
    ...(displacement?.quotient ? quotientRows(displacement.quotient) : []),
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
  ];
}

/** The quotient is read only where the scheme did better than its control; the total is then read with it. */
function useQuotientRows(): (quotient: DisplacementQuotient) => Row[] {
  const t = useTranslations("effects.displacement");
  const locale = useLocale();
  return (quotient) => {
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

function ringReading({ interval }: RelativeEffectSize): "fell" | "rose" | "none" {
  if (interval.low > 1) return "fell";
  return interval.high < 1 ? "rose" : "none";
}
