import { useTranslations } from "next-intl";
import { reportPath } from "#components/annual-report/report-props.ts";
import { ToVoteCard } from "#components/figure/to-vote-card.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import { Link } from "#components/ui/link.tsx";
import { TakeAway } from "#components/workbook/take-away.tsx";
import { CityAuthorisations } from "./city-authorisations.tsx";
import { CityBlanks } from "./city-blanks.tsx";
import { CityDistricts } from "./city-districts.tsx";
import { CityFigures } from "./city-figures.tsx";
import styles from "./city-home.module.css";
import type { CityHomeProps } from "./city-home-props.ts";
import { CityInstitutions } from "./city-institutions.tsx";
import { CityOpinions } from "./city-opinions.tsx";
import { CityPublishedFigures } from "./city-published-figures.tsx";
import { CityReleases } from "./city-releases.tsx";
import { CityReviews } from "./city-reviews.tsx";
import { CitySearch } from "./city-search.tsx";
import { CitySpend } from "./city-spend.tsx";
import { CityStandfirst, CityTitle } from "./city-title.tsx";

/** The first page of a city: the finding, its figures, what is missing, then everything known, with its sources. */
export function CityHome({ home }: CityHomeProps) {
  const t = useTranslations("home");
  const report = useTranslations("annualReport");
  const order = home.sources.map((source) => source.id);
  const { release, isNamed } = home.city;
  const part = { home, order };
  const charted = { ...part, query: isNamed ? `release=${release}` : "" };
  return (
    <Article
      title={<CityTitle home={home} />}
      standfirst={<CityStandfirst {...part} />}
      aside={<CitySearch slug={home.city.slug} hasCameras={home.cameras.registered > 0} />}
    >
      <CityFigures {...part} />
      <div className={styles.opening}>
        <CityDistricts home={home} />
        <CityBlanks blanks={home.blanks} />
      </div>
      {home.authorisations.length > 0 && <CityAuthorisations {...part} />}
      {home.years.length > 0 && <CitySpend {...charted} />}
      {home.reviews.length > 0 && <CityReviews {...charted} />}
      {home.figures.length > 0 && <CityPublishedFigures {...part} />}
      <div className={styles.toVote}>
        <ToVoteCard slug={home.city.slug} />
      </div>
      {home.latestReport !== undefined && (
        <p className={styles.report}>
          <Link to={reportPath(home.city.slug, home.latestReport)}>
            {report("title", { year: String(home.latestReport) })}
          </Link>{" "}
          {report("list.intro")}
        </p>
      )}
      {home.opinions.length > 0 && <CityOpinions home={home} />}
      <div className={styles.closing}>
        {home.institutions.length > 0 && <CityInstitutions {...part} />}
        <CityReleases home={home} />
      </div>
      <TakeAway slug={home.city.slug} page="home" query={charted.query} />
      {home.sources.length > 0 && (
        <ArticleSection id="sources" title={t("sources.title")} intro={t("sources.intro")}>
          <SourceList sources={home.sources} />
        </ArticleSection>
      )}
    </Article>
  );
}
