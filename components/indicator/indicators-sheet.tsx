import { ToVoteCard } from "#components/figure/to-vote-card.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { type PrintedSource, SourceList } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { TakeAway } from "#components/workbook/take-away.tsx";
import type { IndicatorPoint } from "#domain/indicator/compute-indicator.ts";
import {
  type IndicatorDefinition,
  indicatorFamilies,
} from "#domain/indicator/indicator-definition.ts";
import type { InputStanding } from "#domain/indicator/input-standing.ts";
import { isSilence } from "#domain/measure/described-measure.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import styles from "./indicator-sheet.module.css";
import { IndicatorCell } from "./indicator-value.tsx";
import { useIndicatorWords } from "./indicator-words.ts";
import { StandingText } from "./standing-text.tsx";

type Row = {
  indicator: IndicatorDefinition;
  point: IndicatorPoint | undefined;
  standings: readonly InputStanding[];
};

export type IndicatorsSheetProps = {
  page: {
    city: { slug: string; name: string };
    rows: readonly Row[];
    sources: readonly PrintedSource[];
  };
  addresses: { indicator: (id: string) => string };
  /** The release asked for, as an address says it; empty for the latest. */
  query: string;
};

/** Every indicator with its latest value, by family; none is ranked, and what is missing is named. */
export function IndicatorsSheet({ page, addresses, query }: IndicatorsSheetProps) {
  const { t } = useIndicatorWords();
  const order = page.sources.map(({ id }) => id);
  const known = page.rows.filter(
    ({ point }) => point?.result && !isSilence(point.result.kind),
  ).length;
  const columns = useColumns(order, addresses.indicator);
  return (
    <Article
      kicker={page.city.name}
      title={t("index.title", { known, all: page.rows.length })}
      standfirst={<p>{t("index.standfirst")}</p>}
    >
      {indicatorFamilies.map((family) => (
        <ArticleSection key={family} id={family} title={t(`families.${family}`)}>
          <div className={styles.family}>
            <DataTable
              caption={t("index.caption")}
              hidesCaption={true}
              columns={columns}
              rows={page.rows.filter(({ indicator }) => indicator.family === family)}
              keyOf={({ indicator }) => indicator.id}
            />
          </div>
        </ArticleSection>
      ))}
      <TakeAway slug={page.city.slug} page="indicators" query={query} />
      <ToVoteCard slug={page.city.slug} />
      {page.sources.length > 0 && (
        <ArticleSection id="sources" title={t("page.sources")}>
          <SourceList sources={page.sources} />
        </ArticleSection>
      )}
    </Article>
  );
}

function useColumns(order: readonly number[], addressOf: (id: string) => string): Column<Row>[] {
  const { t, locale } = useIndicatorWords();
  return [
    {
      key: "indicator",
      label: t("index.indicator"),
      isHeading: true,
      cell: ({ indicator }) => (
        <>
          <a href={addressOf(indicator.id)}>{t(`items.${indicator.id}.name`)}</a>
          <span className={text.caveat}>{t(`items.${indicator.id}.formula`)}</span>
        </>
      ),
    },
    {
      key: "value",
      label: t("index.value"),
      isNumber: true,
      cell: ({ indicator, point }) => (
        <IndicatorCell indicator={indicator} point={point} order={order} />
      ),
    },
    {
      key: "period",
      label: t("index.period"),
      cell: ({ point }) => (point ? wordPeriod(locale, point.period) : null),
    },
    {
      key: "inputs",
      label: t("index.inputs"),
      cell: ({ standings }) => <StandingText standings={standings} />,
    },
  ];
}
