import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { InLanguage } from "#components/ui/in-language.tsx";
import text from "#components/ui/text.module.css";
import { type Benchmark, incomparabilities } from "#domain/indicator/benchmarks.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import { wordMoney, wordRatio, wordShare } from "#formats/wording/word-number.ts";
import { useIndicatorWords } from "./indicator-words.ts";

/** Numbers published elsewhere, each with its definition, and whether it may be compared. */
export function BenchmarkTable({
  benchmarks,
  indicator,
}: {
  benchmarks: readonly Benchmark[];
  indicator: IndicatorDefinition;
}) {
  const { t } = useIndicatorWords();
  return (
    <DataTable
      caption={t("page.benchmarksIntro")}
      hidesCaption={true}
      columns={useColumns(indicator)}
      rows={benchmarks}
      keyOf={({ id }) => id}
    />
  );
}

function useColumns(indicator: IndicatorDefinition): Column<Benchmark>[] {
  const { t, locale } = useIndicatorWords();
  const word = ({ unit }: Benchmark, value: number) => {
    if (unit === "share") return wordShare(locale, value);
    return unit === "EUR" ? wordMoney(locale, value * 100, "EUR") : wordRatio(locale, value);
  };
  return [
    {
      key: "place",
      label: t("page.place"),
      isHeading: true,
      cell: ({ place, period }) => (
        <>
          {place}
          <span className={text.caveat}>{period}</span>
        </>
      ),
    },
    {
      key: "value",
      label: t("page.elsewhere"),
      isNumber: true,
      cell: (benchmark) => (
        <>
          {word(benchmark, benchmark.value)}
          {benchmark.high !== undefined && ` – ${word(benchmark, benchmark.high)}`}
          {benchmark.computed && <span className={text.caveat}>{t("page.computed")}</span>}
        </>
      ),
    },
    { key: "counts", label: t("page.counts"), cell: ({ id }) => t(`benchmarks.${id}`) },
    {
      key: "comparable",
      label: t("page.comparable"),
      cell: (benchmark) => (
        <>
          {incomparabilities(indicator, benchmark).map((reason) => (
            <span key={reason} className={text.caveat}>
              {t(`incomparable.${reason}`)}
            </span>
          ))}
        </>
      ),
    },
    {
      key: "source",
      label: t("page.source"),
      cell: ({ source }) => (
        <a href={source.url} rel="noreferrer">
          <InLanguage language={source.language}>{source.title}</InLanguage>
        </a>
      ),
    },
  ];
}
