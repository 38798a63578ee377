import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { useKnownWords } from "#components/figure/known-words.ts";
import { SilenceText } from "#components/figure/measure-text.tsx";
import { ArticleSection } from "#components/layout/article.tsx";
import { requestsChart } from "#components/outcome/review-charts.ts";
import { wordUnknownResults } from "#components/outcome/review-words.ts";
import { useOutcomeWords } from "#components/outcome/use-outcome-words.ts";
import { SourceMark } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import { headlineReview } from "#domain/indicator/protected-reviews.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import styles from "./city-home.module.css";
import type { ChartedPartProps } from "./city-home-props.ts";
import { RangeCell } from "./range-cell.tsx";

/** Rows shown at once; the others are one gesture away. */
const shownRows = 5;

/** Requests for recorded footage, and the share that found something, with its interval. */
export function CityReviews({ home, order, query }: ChartedPartProps) {
  const t = useTranslations("home.reviews");
  const words = useKnownWords("scopes");
  const locale = useLocale();
  const columns = useColumns(scaleOf(home.reviews));
  const chart = requestsChart(home.reviews, home.city, useOutcomeWords());
  const latest = headlineReview(home.reviews);
  if (!latest) return null;
  const scopes = new Set(home.reviews.map((review) => review.scope));
  return (
    <ArticleSection
      id="reviews"
      title={
        latest.rate
          ? t("finding", {
              share: wordShare(locale, latest.rate.value, 0),
              period: wordPeriod(locale, latest.period),
            })
          : t("title")
      }
      intro={t("intro")}
    >
      {chart && (
        <OfferedChartFrame
          chart={chart}
          page={{ path: `/${home.city.slug}/outcomes`, query }}
          headingLevel={3}
        />
      )}
      <DataTable
        caption={
          <>
            {t("caption", { wording: latest.wording, scope: words(latest.scope) })}
            <SourceMark ids={latest.sourceIds} order={order} />
          </>
        }
        columns={columns}
        rows={home.reviews.slice(0, shownRows)}
        keyOf={(row) => `${row.year} ${row.scope}`}
      />
      {home.reviews.length > shownRows && (
        <details className={styles.older}>
          <summary>{t("older")}</summary>
          <DataTable
            caption={t("older")}
            hidesCaption={true}
            columns={columns}
            rows={home.reviews.slice(shownRows)}
            keyOf={(row) => `${row.year} ${row.scope}`}
          />
        </details>
      )}
      <p className={styles.note}>
        {t("caveat")} {scopes.size > 1 && t("scopes")}
      </p>
    </ArticleSection>
  );
}

/** The common scale ends at the next five per cent above the highest bound. */
function scaleOf(reviews: readonly FootageReview[]): number {
  const highest = Math.max(0.05, ...reviews.map((review) => review.rate?.high ?? 0));
  return Math.min(1, Math.ceil(highest * 20) / 20);
}

function useColumns(scaleTo: number): Column<FootageReview>[] {
  const t = useTranslations("home.reviews");
  const reviews = useTranslations("outcomes.reviews");
  const locale = useLocale();
  const silenceOf = ({ relevantIsWithheld }: FootageReview) =>
    relevantIsWithheld ? (
      <SilenceText kind="withheld" />
    ) : (
      <span className={styles.silence}>{t("unknown")}</span>
    );
  return [
    {
      key: "year",
      label: t("year"),
      isHeading: true,
      cell: (row) => (
        <>
          {wordPeriod(locale, row.period)}
          {row.months !== undefined && row.months < 12 && (
            <span className={styles.caveat}>{t("months", { months: row.months })}</span>
          )}
        </>
      ),
    },
    {
      key: "requested",
      label: t("requested"),
      isNumber: true,
      cell: (row) => wordNumber(locale, row.requested),
    },
    {
      key: "relevant",
      label: t("relevant"),
      isNumber: true,
      cell: (row) =>
        row.relevant === undefined ? silenceOf(row) : wordNumber(locale, row.relevant),
    },
    {
      key: "share",
      label: t("share"),
      isNumber: true,
      cell: (row) =>
        row.rate ? (
          <>
            <strong>{wordShare(locale, row.rate.value)}</strong>
            {row.bounds && (
              <span className={styles.caveat}>
                {wordUnknownResults(row, locale, (values) => reviews("bounds", values))}
              </span>
            )}
          </>
        ) : (
          silenceOf(row)
        ),
    },
    {
      key: "interval",
      label: t("interval", { end: wordShare(locale, scaleTo, 0) }),
      cell: (row) =>
        row.rate ? (
          <RangeCell
            low={row.rate.low}
            value={row.rate.value}
            high={row.rate.high}
            scaleTo={scaleTo}
            words={t("range", {
              low: wordShare(locale, row.rate.low),
              high: wordShare(locale, row.rate.high),
            })}
          />
        ) : (
          silenceOf(row)
        ),
    },
  ];
}
