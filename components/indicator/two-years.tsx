import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { YearComparison } from "#domain/indicator/compare-years.ts";
import type { IndicatorPoint } from "#domain/indicator/compute-indicator.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import { shortPeriod, wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import styles from "./indicator-sheet.module.css";
import {
  type IndicatorWords,
  useIndicatorWords,
  wordInputValue,
  wordInterval,
  wordPoint,
} from "./indicator-words.ts";

type Props = { indicator: IndicatorDefinition; comparison: YearComparison };

/** Whether the latest year differs from the one before by more than chance, in a sentence; the numbers under it. */
export function TwoYears({ indicator, comparison }: Props) {
  const words = useIndicatorWords();
  const { t } = words;
  const { earlier, later, verdict, kind } = comparison;
  return (
    <>
      <p className={styles.reading}>
        {t(`compare.${verdict}`, {
          later: shortPeriod(later.period),
          earlier: shortPeriod(earlier.period),
        })}{" "}
        {t(`compare.${kind}`, wordComparison(words, comparison))}
      </p>
      <details>
        <summary>{t("compare.detail")}</summary>
        <DataTable
          caption={t("compare.caption")}
          columns={useColumns(indicator)}
          rows={[later, earlier]}
          keyOf={({ period }) => period.to}
        />
        <p className={text.note}>
          {t(`compare.how.${kind}`)} {wordTests(words, comparison)} {t("compare.caveat")}
        </p>
      </details>
    </>
  );
}

/** The ratio or the difference and its interval, in words. */
function wordComparison({ t, locale }: IndicatorWords, comparison: YearComparison) {
  const { kind, value, interval } = comparison;
  const word = (number: number) => {
    if (!Number.isFinite(number)) return t("compare.infinite");
    if (kind === "ratio") return wordNumber(locale, number, 2);
    const points = wordNumber(locale, Math.abs(number) * 100, 1);
    return number < 0 ? `−${points}` : `+${points}`;
  };
  return { value: word(value), low: word(interval.low), high: word(interval.high) };
}

function wordTests({ t, locale }: IndicatorWords, { conditional, eTest }: YearComparison): string {
  const word = (p: number) => (p < 0.001 ? t("compare.tiny") : wordNumber(locale, p, 3));
  return [
    conditional !== undefined && t("compare.conditional", { p: word(conditional) }),
    eTest !== undefined && t("compare.eTest", { p: word(eTest) }),
  ]
    .filter((sentence) => typeof sentence === "string")
    .join(" ");
}

function useColumns(indicator: IndicatorDefinition): Column<IndicatorPoint>[] {
  const words = useIndicatorWords();
  const { t, locale } = words;
  return [
    {
      key: "period",
      label: t("page.inputPeriod"),
      isHeading: true,
      cell: ({ period }) => wordPeriod(locale, period),
    },
    {
      key: "numerator",
      label: t(`inputs.${indicator.numerator}`),
      isNumber: true,
      cell: ({ numerator }) => wordInputValue(words, numerator),
    },
    {
      key: "denominator",
      label: t(`inputs.${indicator.denominator}`),
      isNumber: true,
      cell: ({ denominator }) => wordInputValue(words, denominator),
    },
    {
      key: "value",
      label: t(`items.${indicator.id}.unit`),
      isNumber: true,
      cell: (point) => (
        <>
          <strong>{wordPoint(words, indicator, point)}</strong>
          <span className={text.caveat}>{wordInterval(words, indicator, point.result)}</span>
        </>
      ),
    },
  ];
}
