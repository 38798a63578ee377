import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { type PrintedSource, SourceList } from "#components/source/footnotes.tsx";
import { Choices } from "#components/ui/choices.tsx";
import text from "#components/ui/text.module.css";
import { TakeAway } from "#components/workbook/take-away.tsx";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { Funnel } from "#domain/indicator/outcome-funnel.ts";
import type { CountOfYear } from "#domain/indicator/outcome-series.ts";
import type { ProtectedAreas } from "#domain/indicator/protected-areas.ts";
import { headlineReview } from "#domain/indicator/protected-reviews.ts";
import { type Utilisation, useNames } from "#domain/indicator/utilisation.ts";
import type { FunnelName } from "#domain/outcome/funnel-stages.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import type { Breakdown } from "./breakdown-charts.ts";
import { BreakdownSections } from "./breakdown-section.tsx";
import { FunnelTable } from "./funnel-table.tsx";
import styles from "./outcome.module.css";
import { type OutcomeCharts, outcomeCharts } from "./outcome-charts.ts";
import { ProtectedAreasTable } from "./protected-areas-table.tsx";
import { ReviewSeries } from "./review-series.tsx";
import { knownResults } from "./review-words.ts";
import { useOutcomeWords } from "./use-outcome-words.ts";
import { UtilisationTable } from "./utilisation-table.tsx";

export type OutcomesSheetProps = {
  page: {
    city: { slug: string; name: string; country: string; release: number; latestRelease: number };
    years: readonly number[];
    year: number | undefined;
    funnels: readonly Funnel[];
    reviews: readonly FootageReview[];
    series: readonly CountOfYear[];
    utilisation: readonly Utilisation[];
    areas: ProtectedAreas | undefined;
    breakdown: Breakdown;
    sources: readonly PrintedSource[];
  };
  /** The page's choices, as its charts' files take them. */
  query: string;
  /** Address of this page for another year. */
  addressOfYear: (year: number) => string;
};

const sections = ["footage-review", "live-monitoring", "video-fines", "rights"] as const;

/** What the images and the operators brought: two funnels, fines apart, rights, and how much the cameras are used. */
export function OutcomesSheet({ page, query, addressOfYear }: OutcomesSheetProps) {
  const t = useTranslations("outcomes");
  const order = page.sources.map(({ id }) => id);
  const charts = outcomeCharts(page, useOutcomeWords());
  if (page.year === undefined)
    return (
      <Article kicker={page.city.name} title={t("nothing.title")} standfirst={t("nothing.text")} />
    );
  return (
    <Article
      kicker={page.city.name}
      title={<Finding page={page} />}
      standfirst={<p>{t("standfirst")}</p>}
    >
      <Choices
        label={t("year")}
        choices={page.years.map((year) => ({
          key: String(year),
          label: String(year),
          to: addressOfYear(year),
          isChosen: year === page.year,
        }))}
      />
      {sections.map((name) => (
        <FunnelSection
          key={name}
          name={name}
          page={page}
          charts={charts}
          query={query}
          order={order}
        />
      ))}
      <BreakdownSections
        city={page.city}
        year={page.year}
        breakdown={page.breakdown}
        files={{ path: `/${page.city.slug}/outcomes`, query }}
        order={order}
      />
      {page.areas && (
        <ArticleSection
          id="areas"
          title={t("areas.title", { year: String(page.year) })}
          intro={t("areas.intro")}
        >
          <ProtectedAreasTable areas={page.areas} slug={page.city.slug} />
        </ArticleSection>
      )}
      {page.utilisation.length > 0 && (
        <ArticleSection
          id="utilisation"
          title={t("utilisation.title")}
          intro={t("utilisation.intro")}
        >
          <Uses page={page} charts={charts} query={query} order={order} />
        </ArticleSection>
      )}
      <TakeAway slug={page.city.slug} page="outcomes" query={query} />
      <ArticleSection id="sources" title={t("sources")}>
        <SourceList sources={page.sources} />
      </ArticleSection>
    </Article>
  );
}

type SectionProps = Pick<OutcomesSheetProps, "page" | "query"> & {
  name: FunnelName;
  charts: OutcomeCharts;
  /** Numbering of the page's sources. */
  order: readonly number[];
};

/** One funnel in each of its scopes, drawn and in full; the requests of every year under the first. */
function FunnelSection({ name, page, charts, query, order }: SectionProps) {
  const t = useTranslations("outcomes");
  const funnels = page.funnels
    .map((funnel, index) => ({ funnel, chart: charts.funnels[index] }))
    .filter(({ funnel }) => funnel.name === name);
  if (funnels.length === 0) return null;
  const files = { path: `/${page.city.slug}/outcomes`, query };
  return (
    <ArticleSection
      id={name}
      title={t(`funnels.${name}.title`, { year: String(page.year) })}
      intro={t(`funnels.${name}.intro`)}
    >
      {funnels.map(({ funnel, chart }) => (
        <Fragment key={funnel.scope}>
          {chart && <OfferedChartFrame chart={chart} page={files} headingLevel={3} />}
          <FunnelTable funnel={funnel} order={order} country={page.city.country} />
        </Fragment>
      ))}
      <p className={text.note}>{t(`funnels.${name}.caveat`)}</p>
      {name === "footage-review" && page.reviews.length > 0 && (
        <div className={styles.everyYear}>
          {[charts.requests, charts.rates].map(
            (chart) =>
              chart && (
                <OfferedChartFrame
                  key={chart.spec.id}
                  chart={chart}
                  page={files}
                  headingLevel={3}
                />
              ),
          )}
          <ReviewSeries reviews={page.reviews} order={order} />
        </div>
      )}
    </ArticleSection>
  );
}

/** Each use that is counted: drawn where several years are, and in full. */
function Uses({ page, charts, query, order }: Omit<SectionProps, "name">) {
  const files = { path: `/${page.city.slug}/outcomes`, query };
  return useNames.map((use) => {
    const rows = page.utilisation.filter((row) => row.use === use);
    const drawn = charts.uses.find((one) => one.use === use);
    return (
      <Fragment key={use}>
        {drawn && <OfferedChartFrame chart={drawn.chart} page={files} headingLevel={3} />}
        {rows.length > 0 && <UtilisationTable use={use} rows={rows} order={order} />}
      </Fragment>
    );
  });
}

/** The share of requests that found something, or how many requests there were, or that nobody counts. */
function Finding({ page }: { page: OutcomesSheetProps["page"] }) {
  const t = useTranslations("outcomes.finding");
  const locale = useLocale();
  const review =
    page.reviews.find(({ year }) => year === page.year) ?? headlineReview(page.reviews);
  if (!review) return t("none", { year: String(page.year) });
  const period = wordPeriod(locale, review.period);
  const requested = wordNumber(locale, review.requested);
  if (!review.rate) return t("requested", { requested, period });
  const share = wordShare(locale, review.rate.value, 0);
  if (!review.unknown) return t("relevant", { share, requested, period });
  const known = wordNumber(locale, knownResults(review));
  return t("relevantOfKnown", { share, known, period, unknown: review.unknown });
}
