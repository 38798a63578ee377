import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import {
  type CorrectedCity,
  Corrections,
  type ShownCorrection,
} from "#components/correction/corrections.tsx";
import { useKnownWords } from "#components/figure/known-words.ts";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { type PrintedSource, SourceList } from "#components/source/footnotes.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import { TakeAway } from "#components/workbook/take-away.tsx";
import type {
  Contradiction,
  PublishedYearlyCost,
} from "#domain/indicator/published-yearly-cost.ts";
import type { AttemptedSeries } from "#domain/indicator/requests-per-published-camera.ts";
import { type FigureChartWords, figureCharts } from "./figure-charts.ts";
import { useFigureColumns } from "./figure-columns.tsx";
import { FigureTables } from "./figure-tables.tsx";
import { RebuiltCost } from "./rebuilt-cost.tsx";
import type { ShownFigure } from "./shown-figure.ts";

export type PublishedFiguresProps = {
  page: {
    city: CorrectedCity & { release: number };
    figures: readonly ShownFigure[];
    requestsPerCamera: AttemptedSeries<ShownFigure>;
    yearlyCosts: readonly PublishedYearlyCost<ShownFigure>[];
    contradictions: readonly Contradiction<ShownFigure>[];
    corrections: readonly ShownCorrection[];
    sources: readonly PrintedSource[];
  };
};

/** What has been said of the cameras: what contradicts itself, what may be computed from it, what may not. */
export function PublishedFiguresSheet({
  page,
  query,
  annotations,
}: PublishedFiguresProps & { query: string; annotations: ReactNode }) {
  const t = useTranslations("publishedFigures.page");
  const order = page.sources.map(({ id }) => id);
  const { figures, contradictions } = page;
  return (
    <Article
      kicker={page.city.name}
      title={
        contradictions.length > 0
          ? t("findingContradictions", { count: contradictions.length })
          : t("finding", { count: figures.length })
      }
      standfirst={<p>{t("standfirst")}</p>}
    >
      {contradictions.map((contradiction) => (
        <SideBySide key={contradiction.measure} contradiction={contradiction} order={order} />
      ))}
      {page.yearlyCosts.map((cost) => (
        <RebuiltCost key={cost.cameras.reference} cost={cost} order={order} />
      ))}
      <OverTime page={page} query={query} />
      <ArticleSection id="figures" title={t("all")} intro={t("allIntro")}>
        {figures.length === 0 ? (
          <p className={text.silence}>{t("none")}</p>
        ) : (
          <FigureTables
            figures={figures}
            requestsPerCamera={page.requestsPerCamera}
            order={order}
          />
        )}
      </ArticleSection>
      <TakeAway slug={page.city.slug} page="published-figures" query={query} />
      {annotations}
      <Corrections city={page.city} corrections={page.corrections} />
      {page.sources.length > 0 && (
        <ArticleSection id="sources" title={t("sources")}>
          <SourceList sources={page.sources} />
        </ArticleSection>
      )}
    </Article>
  );
}

/** Measures of which several figures were published, in order of time, each break of definition said. */
function OverTime({ page, query }: PublishedFiguresProps & { query: string }) {
  const t = useTranslations("publishedFigures");
  const words = {
    locale: useLocale(),
    t,
    charts: useTranslations("charts"),
    known: useKnownFigureWords(),
  };
  const charts = figureCharts(page, words);
  if (charts.length === 0) return null;
  return (
    <ArticleSection id="over-time" title={t("overTime.heading")} intro={t("overTime.intro")}>
      {charts.map((chart) => (
        <OfferedChartFrame
          key={chart.spec.id}
          chart={chart}
          page={{ path: `/${page.city.slug}/published-figures`, query }}
          headingLevel={3}
        />
      ))}
    </ArticleSection>
  );
}

function useKnownFigureWords(): FigureChartWords["known"] {
  const known = {
    measures: useKnownWords("measures"),
    scopes: useKnownWords("scopes"),
    definitions: useKnownWords("definitions"),
    qualifiers: useKnownWords("qualifiers"),
  };
  return (group, text) => known[group](text);
}

function SideBySide({
  contradiction,
  order,
}: {
  contradiction: Contradiction<ShownFigure>;
  order: readonly number[];
}) {
  const t = useTranslations("publishedFigures.page");
  const words = useKnownWords("measures");
  const { singleColumns } = useFigureColumns(order);
  const { measure, figures, scopesDiffer } = contradiction;
  const title = t("contradiction", { measure: words(measure).toLowerCase() });
  return (
    <ArticleSection
      id={`contradiction-${figures[0]?.reference}`}
      title={title}
      intro={t(scopesDiffer ? "scopesDiffer" : "sameScope")}
    >
      <DataTable
        caption={title}
        hidesCaption={true}
        columns={singleColumns}
        rows={figures.map((figure) => ({ figure, previous: undefined }))}
        keyOf={(row) => row.figure.reference}
      />
    </ArticleSection>
  );
}
