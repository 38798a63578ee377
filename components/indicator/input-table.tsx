import { useKnownWords } from "#components/figure/known-words.ts";
import { SilenceText } from "#components/figure/measure-text.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { IndicatorPoint, IndicatorSeries } from "#domain/indicator/compute-indicator.ts";
import type { InputStanding } from "#domain/indicator/input-standing.ts";
import { type DescribedMeasure, isSilence } from "#domain/measure/described-measure.ts";
import { capitalise } from "#formats/wording/capitalise.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { useIndicatorWords, wordInputValue } from "./indicator-words.ts";
import { wordSilences } from "./standing-text.tsx";

type Props = {
  standings: readonly InputStanding[];
  series: readonly IndicatorSeries[];
  point: IndicatorPoint | undefined;
  order: readonly number[];
};

type Row = {
  side: "numerator" | "denominator";
  standing: InputStanding;
  measure: DescribedMeasure | undefined;
  wording: string | undefined;
};

/** The two inputs of an indicator, each with its value, period, definition, scope, sources and silences. */
export function InputTable({ standings, series, point, order }: Props) {
  const { t } = useIndicatorWords();
  const shown = series.find(({ points }) => point !== undefined && points.includes(point));
  const rows = (["numerator", "denominator"] as const).flatMap((side, index): Row[] => {
    const standing = standings[index];
    if (!standing) return [];
    return [{ side, standing, measure: point?.[side], wording: shown?.[side].wording }];
  });
  return (
    <DataTable
      caption={t("page.inputsIntro")}
      columns={useColumns(order)}
      rows={rows}
      keyOf={({ side }) => side}
    />
  );
}

function useColumns(order: readonly number[]): Column<Row>[] {
  const words = useIndicatorWords();
  const { t, locale } = words;
  return [
    {
      key: "input",
      label: t("page.input"),
      isHeading: true,
      cell: ({ side, standing }) => (
        <>
          {capitalise(locale, t(`inputs.${standing.input}`))}
          <span className={text.caveat}>{t(`page.${side}`)}</span>
        </>
      ),
    },
    {
      key: "value",
      label: t("page.inputValue"),
      isNumber: true,
      cell: ({ measure }) => <InputValue measure={measure} order={order} />,
    },
    {
      key: "period",
      label: t("page.inputPeriod"),
      cell: ({ measure }) => (measure ? wordPeriod(locale, measure.period) : null),
    },
    { key: "says", label: t("page.inputSays"), cell: (row) => <Counted {...row} /> },
    {
      key: "known",
      label: t("page.inputKnown"),
      cell: ({ standing }) => <KnownYears standing={standing} />,
    },
    {
      key: "silences",
      label: t("page.inputSilences"),
      cell: ({ standing }) => {
        if (standing.silences.length > 0) return wordSilences(words, standing);
        return standing.state === "absent" ? null : t("page.noSilence");
      },
    },
  ];
}

function InputValue({
  measure,
  order,
}: {
  measure: DescribedMeasure | undefined;
  order: readonly number[];
}) {
  const words = useIndicatorWords();
  if (!measure) return <span className={text.silence}>{words.t("value.absent")}</span>;
  if (isSilence(measure.kind)) return <SilenceText kind={measure.kind} />;
  return (
    <>
      <strong>{wordInputValue(words, measure)}</strong>
      <SourceMark ids={measure.sources} order={order} />
    </>
  );
}

/** In the producer's words and with its scope, or how Contrechamp computes it. */
function Counted({ measure, wording }: Row) {
  const { t } = useIndicatorWords();
  const scopes = useKnownWords("scopes");
  if (!measure) return null;
  const isCost = measure.definition === "yearly-spend" || measure.definition === "full-annual-cost";
  const said = isCost ? t(`page.costs.${measure.definition}`) : wording;
  return (
    <>
      {said ?? t("page.computedInput")}
      <span className={text.caveat}>
        {measure.scope === null
          ? t("page.noScope")
          : t("page.scope", { scope: scopes(measure.scope) })}
      </span>
    </>
  );
}

function KnownYears({ standing }: { standing: InputStanding }) {
  const { t } = useIndicatorWords();
  if (standing.state === "absent") {
    return <span className={text.silence}>{t("value.absent")}</span>;
  }
  if (!standing.known) return standing.state === "known" ? t("standing.computed") : null;
  const { from, to } = standing.known;
  return t("standing.known", { from: from === to ? "same" : String(from), to: String(to) });
}
