import { useLocale, useTranslations } from "next-intl";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { type PrintedSource, SourceList } from "#components/source/footnotes.tsx";
import { Choices } from "#components/ui/choices.tsx";
import text from "#components/ui/text.module.css";
import type { FootageReview } from "#domain/indicator/footage-review.ts";
import type { Funnel } from "#domain/indicator/outcome-funnel.ts";
import type { CountOfYear } from "#domain/indicator/outcome-series.ts";
import type { Utilisation } from "#domain/indicator/utilisation.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordNumber, wordShare } from "#formats/wording/word-number.ts";
import { FunnelTable } from "./funnel-table.tsx";
import { ReviewSeries } from "./review-series.tsx";
import { UtilisationTable } from "./utilisation-table.tsx";

export type OutcomesSheetProps = {
  page: {
    city: { slug: string; name: string; release: number; latestRelease: number };
    years: readonly number[];
    year: number | undefined;
    funnels: readonly Funnel[];
    reviews: readonly FootageReview[];
    series: readonly CountOfYear[];
    utilisation: readonly Utilisation[];
    sources: readonly PrintedSource[];
  };
  /** Address of this page for another year. */
  addressOfYear: (year: number) => string;
};

const sections = ["footage-review", "live-monitoring", "video-fines", "rights"] as const;

/** What the images and the operators brought: two funnels, fines apart, rights, and how much the cameras are used. */
export function OutcomesSheet({ page, addressOfYear }: OutcomesSheetProps) {
  const t = useTranslations("outcomes");
  const order = page.sources.map(({ id }) => id);
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
      {sections.flatMap((name) => {
        const funnels = page.funnels.filter((funnel) => funnel.name === name);
        if (funnels.length === 0) return [];
        return [
          <ArticleSection
            key={name}
            id={name}
            title={t(`funnels.${name}.title`, { year: String(page.year) })}
            intro={t(`funnels.${name}.intro`)}
          >
            {funnels.map((funnel) => (
              <FunnelTable key={funnel.scope} funnel={funnel} order={order} />
            ))}
            {name === "footage-review" && page.reviews.length > 0 && (
              <ReviewSeries reviews={page.reviews} order={order} />
            )}
            <p className={text.note}>{t(`funnels.${name}.caveat`)}</p>
          </ArticleSection>,
        ];
      })}
      {page.utilisation.length > 0 && (
        <ArticleSection
          id="utilisation"
          title={t("utilisation.title")}
          intro={t("utilisation.intro")}
        >
          <UtilisationTable rows={page.utilisation} order={order} />
        </ArticleSection>
      )}
      <ArticleSection id="sources" title={t("sources")}>
        <SourceList sources={page.sources} />
      </ArticleSection>
    </Article>
  );
}

/** The share of requests that found something, or how many requests there were, or that nobody counts. */
function Finding({ page }: { page: OutcomesSheetProps["page"] }) {
  const t = useTranslations("outcomes.finding");
  const locale = useLocale();
  const review = page.reviews.find(({ year }) => year === page.year) ?? page.reviews[0];
  if (!review) return t("none", { year: String(page.year) });
  const period = wordPeriod(locale, review.period);
  const requested = wordNumber(locale, review.requested);
  if (!review.rate) return t("requested", { requested, period });
  return t("relevant", { share: wordShare(locale, review.rate.value, 0), requested, period });
}
