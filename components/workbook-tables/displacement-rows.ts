import type { ShownStudy } from "#components/effect/effect-props.ts";
import { leanedWord, ringReading, titleOf } from "#components/effect/word-effect.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import type { StudyDisplacement } from "#domain/effect/study-displacement.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import { type BookWords, bookHeadings } from "./fact-table.ts";

type Estimate = { interval: { low: number; high: number } };

/** What may have moved, each measure with its number, or why it has none. `year`: of the inhabitants. */
export function displacementTable(
  studies: readonly ShownStudy[],
  year: number | undefined,
  words: BookWords,
): PageTable {
  const { locale, t } = words;
  return {
    title: t("effects.displacement.table"),
    notes: [t("effects.displacement.intro")],
    headings: bookHeadings(t, "displacement", [
      ...["study", "measure", "value", "low", "high", "reading"],
    ]),
    rows: studies.flatMap((shown) =>
      rowsOf(shown, year, words).map((row): WorkbookCell[] => [
        titleOf(locale, shown.study),
        ...row,
      ]),
    ),
  };
}

/** Ring, quotient, total net effect, weighted difference and rates. */
function rowsOf(
  { displacement, rateDifference, leaned }: ShownStudy,
  year: number | undefined,
  { t, locale }: BookWords,
): WorkbookCell[][] {
  const own = (key: string, values?: Record<string, string | number>) =>
    t(`effects.displacement.${key}`, values);
  if (!displacement) return [[own("quotient"), null, null, null, own("unknown")]];
  const { ringEffect, quotient, difference, hasRings } = displacement;
  return [
    ...(ringEffect
      ? [
          bounded(
            own("ring"),
            ringEffect,
            ringEffect.ratio,
            own(`ringReading.${ringReading(ringEffect)}`),
          ),
        ]
      : []),
    ...quotientRows(quotient, own),
    bounded(
      own("subtitle"),
      difference,
      difference.difference,
      own(`title.${hasRings ? "rings" : "alone"}`, {
        difference: wordNumber(locale, difference.difference),
      }),
    ),
    ...(rateDifference
      ? [
          bounded(
            own("rate"),
            rateDifference,
            rateDifference.difference,
            own("rateReading", { year: String(year ?? ""), rule: leanedWord({ leaned }) }),
          ),
        ]
      : []),
  ];
}

/** The quotient is read only where the scheme did better than its control. */
function quotientRows(
  quotient: StudyDisplacement["quotient"],
  own: (key: string) => string,
): WorkbookCell[][] {
  if (!quotient) return [];
  const isRead = quotient.kind === "interpretable";
  const reading = own(`readings.${isRead ? quotient.reading : quotient.reason}`);
  const value = isRead ? cellOf(quotient.quotient) : own("quotientNone");
  const row: WorkbookCell[] = [own("quotient"), value, null, null, reading];
  if (quotient.kind === "undefined") return [row];
  const total = own(`totalReading.${quotient.totalNetEffect >= 0 ? "fewer" : "more"}`);
  const net = cellOf(quotient.totalNetEffect);
  return [row, [own("total"), net, null, null, `${total} · ${own("noError")}`]];
}

function bounded(
  name: string,
  { interval }: Estimate,
  value: number,
  reading: string,
): WorkbookCell[] {
  return [name, cellOf(value), cellOf(interval.low), cellOf(interval.high), reading];
}
