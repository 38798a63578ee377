import { useLocale, useTranslations } from "next-intl";
import { keyOfKnownText, useKnownWords } from "#components/figure/known-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import type { Column } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { comparisonRefusalsOf } from "#domain/indicator/requests-per-published-camera.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber } from "#formats/wording/word-number.ts";
import type { ShownFigure } from "./shown-figure.ts";

/** A published number and the one said before it of the same measure. */
export type PlacedFigure = { figure: ShownFigure; previous: ShownFigure | undefined };

/** Columns of a series of one measure, and of numbers that stand alone. */
export function useFigureColumns(order: readonly number[]) {
  const t = useTranslations("publishedFigures");
  const locale = useLocale();
  const measures = useKnownWords("measures");
  const period: Column<PlacedFigure> = {
    key: "period",
    label: t("period"),
    cell: ({ figure }) =>
      figure.period ? wordPeriod(locale, figure.period) : (figure.periodText ?? t("noPeriod")),
  };
  const value: Column<PlacedFigure> = {
    key: "value",
    label: t("value"),
    isNumber: true,
    cell: ({ figure }) => <FigureValue figure={figure} order={order} />,
  };
  const counts: Column<PlacedFigure> = {
    key: "counts",
    label: t("counts"),
    cell: ({ figure }) => <Counted figure={figure} />,
  };
  const compared: Column<PlacedFigure> = {
    key: "compared",
    label: t("compared"),
    cell: (row) => <Compared {...row} />,
  };
  const measure: Column<PlacedFigure> = {
    key: "measure",
    label: t("measure"),
    isHeading: true,
    cell: ({ figure }) => measures(figure.measure),
  };
  return {
    seriesColumns: [{ ...period, isHeading: true }, value, counts, compared],
    singleColumns: [measure, period, value, counts],
  };
}

/** Said before the number, and not a remark about it. */
const leading: readonly string[] = ["more-than", "nearly", "about"];

export function FigureValue({ figure, order }: { figure: ShownFigure; order: readonly number[] }) {
  const t = useTranslations("publishedFigures");
  const qualifiers = useKnownWords("qualifiers");
  const locale = useLocale();
  const money = /^([A-Z]{3})(\/year)?( excl\. VAT)?$/.exec(figure.unit);
  const words = money?.[1]
    ? wordMoney(locale, figure.value * 100, money[1])
    : wordNumber(locale, figure.value, 2);
  const unit = [money?.[3] && t("exclVat"), money?.[2] && t("perYear")].filter(Boolean).join(" ");
  const { qualifier } = figure;
  const leads = qualifier !== null && leading.includes(keyOfKnownText(qualifier));
  return (
    <>
      {leads && `${qualifiers(qualifier)} `}
      <strong className={text.whole}>{unit === "" ? words : `${words} ${unit}`}</strong>
      <SourceMark ids={[figure.sourceId]} order={order} />
      {qualifier && !leads && <span className={text.caveat}>{qualifiers(qualifier)}</span>}
    </>
  );
}

function Counted({ figure }: { figure: ShownFigure }) {
  const t = useTranslations("publishedFigures");
  const definitions = useKnownWords("definitions");
  const scopes = useKnownWords("scopes");
  return (
    <>
      {figure.definition ? definitions(figure.definition) : t("noDefinition")}
      {figure.scope && (
        <span className={text.caveat}>{t("scope", { scope: scopes(figure.scope) })}</span>
      )}
    </>
  );
}

function Compared({ figure, previous }: PlacedFigure) {
  const t = useTranslations("publishedFigures");
  if (!previous) return <span className={text.caveat}>{t("first")}</span>;
  const [refusal] = comparisonRefusalsOf(previous, figure);
  if (!refusal) return t("comparable");
  return (
    <span className={refusal === "scope-differs" ? text.signal : text.silence}>
      {t(`comparison.${refusal}`)}
    </span>
  );
}
