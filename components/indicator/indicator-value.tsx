import { SilenceText } from "#components/figure/measure-text.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import type { IndicatorPoint } from "#domain/indicator/compute-indicator.ts";
import { monthsOfYear } from "#domain/indicator/counted-series.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import { isSilence } from "#domain/measure/described-measure.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import {
  type IndicatorWords,
  useIndicatorWords,
  wordIndicatorValue,
  wordInterval,
  wordPoint,
} from "./indicator-words.ts";

type Props = { indicator: IndicatorDefinition; point: IndicatorPoint | undefined };

/** The value of an indicator, or the silence or refusal in its place. */
export function IndicatorValue({ indicator, point }: Props) {
  const words = useIndicatorWords();
  const kind = point?.result?.kind;
  if (kind && isSilence(kind)) return <SilenceText kind={kind} />;
  if (!point?.result) {
    return <span className={text.silence}>{wordPoint(words, indicator, point)}</span>;
  }
  return <>{wordPoint(words, indicator, point)}</>;
}

/** Everything that a value must not be read without, a sentence each; `isBrief` where the page of the indicator explains. */
export function caveatsOf(
  words: IndicatorWords,
  indicator: IndicatorDefinition,
  point: IndicatorPoint | undefined,
  isBrief = false,
): string[] {
  const { t, locale } = words;
  const result = point?.result;
  if (!point || result?.kind !== "known") return [];
  const word = (value: number) => wordIndicatorValue(words, indicator, value, result.unit);
  const { bounds, unknown, months } = point;
  const { completeness } = result;
  return [
    wordInterval(words, indicator, result),
    bounds &&
      t("value.bounds", {
        low: word(bounds.low),
        high: word(bounds.high),
        count: wordNumber(locale, unknown),
      }),
    months !== undefined && t("value.months", { months }),
    completeness &&
      completeness.of !== monthsOfYear &&
      completeness.counted < completeness.expected &&
      t("value.partial", {
        counted: wordNumber(locale, completeness.counted),
        expected: wordNumber(locale, completeness.expected),
      }),
    result.estimated && t(isBrief ? "value.estimate" : "value.estimated"),
  ].filter((sentence) => typeof sentence === "string");
}

/** Value, interval, bounds, completeness and sources, for a cell of a table. */
export function IndicatorCell({ indicator, point, order }: Props & { order: readonly number[] }) {
  const words = useIndicatorWords();
  const hasNumber = point?.result && !isSilence(point.result.kind);
  const ids = point ? [...point.numerator.sources, ...point.denominator.sources] : [];
  return (
    <>
      {hasNumber ? (
        <strong>
          <IndicatorValue indicator={indicator} point={point} />
        </strong>
      ) : (
        <IndicatorValue indicator={indicator} point={point} />
      )}
      {hasNumber && <SourceMark ids={ids} order={order} />}
      {caveatsOf(words, indicator, point, true).map((caveat) => (
        <span key={caveat} className={text.caveat}>
          {caveat}
        </span>
      ))}
    </>
  );
}
