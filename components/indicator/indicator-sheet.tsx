import { useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { useKnownWords } from "#components/figure/known-words.ts";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { TakeAway } from "#components/workbook/take-away.tsx";
import { isSilence } from "#domain/measure/described-measure.ts";
import { capitalise } from "#formats/wording/capitalise.ts";
import { wordDate, wordPeriod } from "#formats/wording/word-date.ts";
import { BenchmarkTable } from "./benchmark-table.tsx";
import { HowComputed } from "./how-computed.tsx";
import { indicatorCharts } from "./indicator-charts.ts";
import styles from "./indicator-sheet.module.css";
import type { IndicatorSheetProps } from "./indicator-sheet-props.ts";
import { caveatsOf, IndicatorValue } from "./indicator-value.tsx";
import { type IndicatorWords, useIndicatorWords, wordPoint } from "./indicator-words.ts";
import { InputTable } from "./input-table.tsx";
import { PublishedCounterpart } from "./published-counterpart.tsx";
import { StandingText } from "./standing-text.tsx";
import { TwoYears } from "./two-years.tsx";

/** One indicator: its value with what it must not be read without, how it is made, from what, its history and its limits. */
export function IndicatorSheet({ page, addresses, query, annotations }: IndicatorSheetProps) {
  const words = useIndicatorWords();
  const { t } = words;
  const order = page.sources.map(({ id }) => id);
  const { indicator, benchmarks } = page;
  return (
    <Article
      kicker={
        <>
          {page.city.name} · <a href={addresses.index}>{t("kicker")}</a>
        </>
      }
      title={findingOf(words, page)}
      standfirst={<Standfirst page={page} />}
      aside={<BigValue page={page} />}
    >
      <HowComputed indicator={indicator} methodology={addresses.methodology} />
      <ArticleSection id="inputs" title={t("page.inputs")}>
        <InputTable
          standings={page.standings}
          series={page.series}
          point={page.point}
          order={order}
        />
      </ArticleSection>
      <PublishedCounterpart published={page.published} order={order} />
      <Charts page={page} query={query} />
      {benchmarks.length > 0 && (
        <ArticleSection
          id="elsewhere"
          title={t("page.benchmarks")}
          intro={t("page.benchmarksIntro")}
        >
          <BenchmarkTable benchmarks={benchmarks} indicator={indicator} />
        </ArticleSection>
      )}
      <TakeAway slug={page.city.slug} page="indicators" which={page.indicator.id} query={query} />
      {annotations}
      {page.sources.length > 0 && (
        <ArticleSection id="sources" title={t("page.sources")}>
          <SourceList sources={page.sources} />
        </ArticleSection>
      )}
      <p className={`${text.note} ${styles.all}`}>
        <a href={addresses.index}>{t("page.all")}</a>
      </p>
    </Article>
  );
}

type PageProps = Pick<IndicatorSheetProps, "page">;

/** The finding in words, or that there is none. */
function findingOf(
  words: IndicatorWords,
  { indicator, point }: IndicatorSheetProps["page"],
): string {
  const { t } = words;
  const name = t(`items.${indicator.id}.name`);
  if (!point?.result || isSilence(point.result.kind)) return t("page.silent", { name });
  return t(`items.${indicator.id}.finding`, { value: wordPoint(words, indicator, point) });
}

function Standfirst({ page }: PageProps) {
  const { t } = useIndicatorWords();
  const { indicator, point } = page;
  const isKnown = point?.result && !isSilence(point.result.kind);
  return (
    <>
      <p>{t(`items.${indicator.id}.definition`)}</p>
      {!isKnown && (
        <p>
          {point && point.refusals.length > 0
            ? t("page.refusedText", {
                reasons: point.refusals.map((refusal) => t(`refusals.${refusal}`)).join(", "),
              })
            : t("page.silentText")}
        </p>
      )}
    </>
  );
}

/** The value in large, with its period, interval and limits right under it. */
function BigValue({ page }: PageProps) {
  const words = useIndicatorWords();
  const { t, locale } = words;
  const { indicator, point } = page;
  const isKnown = point?.result && !isSilence(point.result.kind);
  const isDay = point?.period.from === point?.period.to;
  return (
    <dl className={styles.big}>
      <dt>
        {capitalise(locale, t(`items.${indicator.id}.unit`))}
        {point && " · "}
        {point &&
          (isDay
            ? t("page.asOf", { day: wordDate(locale, point.period.to) })
            : wordPeriod(locale, point.period))}
      </dt>
      <dd>
        <span className={isKnown ? styles.value : styles.silence}>
          <IndicatorValue indicator={indicator} point={point} />
        </span>
        {caveatsOf(words, indicator, point).map((caveat) => (
          <span key={caveat} className={text.caveat}>
            {caveat}
          </span>
        ))}
        {!isKnown && <StandingText standings={page.standings} />}
        {!isKnown && <SeePublished published={page.published} />}
      </dd>
    </dl>
  );
}

/** Where a city says nothing of its own, what was published of it and when. */
function SeePublished({ published }: Pick<PageProps["page"], "published">) {
  const { t, locale } = useIndicatorWords();
  const figures = [
    ...(published.requestsPerCamera?.attempts ?? []).map(({ requests }) => requests),
    ...published.yearlyCosts.map(({ cameras }) => cameras),
    ...published.cameras,
  ];
  const latest = figures
    .flatMap(({ period }) => period ?? [])
    .sort((a, b) => a.to.localeCompare(b.to))
    .at(-1);
  if (!latest) return null;
  return (
    <span className={text.caveat}>
      <a href="#published">{t("page.seePublished", { period: wordPeriod(locale, latest) })}</a>
    </span>
  );
}

function Charts({ page, query }: Pick<IndicatorSheetProps, "page" | "query">) {
  const words = useIndicatorWords();
  const charts = useTranslations("charts");
  const scopes = useKnownWords("scopes");
  const { t } = words;
  const { indicator, city } = page;
  const offered = indicatorCharts(page, { ...words, charts, scopes });
  const chart = (id: string) => {
    const found = offered.find(({ spec }) => spec.id === id);
    const path = `/${city.slug}/indicators/${indicator.id}`;
    return found && <OfferedChartFrame chart={found} page={{ path, query }} headingLevel={3} />;
  };
  const isComputed = page.series.length > 0;
  return (
    <>
      {isComputed && (
        <ArticleSection id="history" title={t("page.history")} intro={t("page.historyIntro")}>
          {chart("history") ?? <p className={text.silence}>{t("page.oneValue")}</p>}
        </ArticleSection>
      )}
      {page.comparison && (
        <ArticleSection id="years" title={t("compare.title")} intro={t("compare.intro")}>
          <TwoYears indicator={indicator} comparison={page.comparison} />
        </ArticleSection>
      )}
      {isComputed && (
        <ArticleSection
          id="districts"
          title={t("page.district")}
          intro={indicator.byDistrict ? t("page.districtIntro") : t("page.notByDistrict")}
        >
          {indicator.byDistrict &&
            (chart("districts") ?? <p className={text.silence}>{t("page.noFunnel")}</p>)}
        </ArticleSection>
      )}
    </>
  );
}
