import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import { Link } from "#components/ui/link.tsx";
import { TakeAway } from "#components/workbook/take-away.tsx";
import { pathOf } from "#formats/addresses/address-of.ts";
import styles from "./effect.module.css";
import { overviewChart } from "./effect-chart.ts";
import { studyCharts } from "./effect-charts.ts";
import type { EffectsPageProps, ShownStudy } from "./effect-props.ts";
import { EvidenceRules } from "./evidence-rules.tsx";
import { PlantedTruth } from "./planted-truth.tsx";
import { PooledPart } from "./pooled-part.tsx";
import { Refusals, Reservations } from "./study-reasons.tsx";
import { StudyQuestion, Verdict } from "./study-verdict.tsx";
import { UnknownEffect } from "./unknown-effect.tsx";
import { titleOf } from "./word-effect.ts";

type Props = EffectsPageProps & {
  /** The page's choices, as its charts' files take them. */
  query: string;
};

/** Every declared study: what it asked, whether it may conclude, and its two first charts. */
export function EffectsSheet({ page, query }: Props) {
  const t = useTranslations("effects");
  const charts = useTranslations("charts");
  const locale = useLocale();
  if (page.studies.length === 0) return <NothingDeclared page={page} />;
  const overview = overviewChart(page.studies, page.city, { locale, effects: t, charts });
  return (
    <Article
      kicker={page.city.name}
      title={t("finding", {
        count: page.studies.length,
        concluded: page.studies.filter(({ verdict }) => verdict !== "refused").length,
      })}
      standfirst={<p>{t("standfirst")}</p>}
    >
      {overview && page.studies.length > 1 && (
        <section className={styles.figures}>
          <OfferedChartFrame chart={overview} page={filesOf(page.city.slug, query)} />
        </section>
      )}
      <PooledPart page={page} files={filesOf(page.city.slug, query)} />
      {page.studies.map((shown) => (
        <StudySection key={shown.key} shown={shown} page={page} query={query} />
      ))}
      <ArticleSection id="rules" title={t("reasons.all")} intro={t("reasons.allIntro")}>
        <EvidenceRules />
      </ArticleSection>
      <TakeAway slug={page.city.slug} page="effects" query={query} />
      <ArticleSection id="sources" title={t("sources")}>
        <SourceList sources={page.sources} />
      </ArticleSection>
    </Article>
  );
}

/** Where the files of all charts on effects are read. */
export function filesOf(slug: string, query: string): { path: string; query: string } {
  return { path: `/${slug}/effects/files`, query };
}

function StudySection({ shown, page, query }: Props & { shown: ShownStudy }) {
  const t = useTranslations("effects");
  const charts = useTranslations("charts");
  const locale = useLocale();
  const { trend, effect } = studyCharts(shown, page, { locale, effects: t, charts });
  const files = filesOf(page.city.slug, query);
  const address = pathOf(page.city.slug, "effects", shown.study.reference);
  return (
    <ArticleSection id={shown.key} title={titleOf(locale, shown.study)}>
      <p className={styles.verdict}>
        <Verdict shown={shown} />
      </p>
      <p className={styles.prose}>{t(`meaning.${shown.verdict}`)}</p>
      <Refusals reasons={shown.reasons} />
      <Reservations headingLevel={3} reasons={shown.reasons} />
      <StudyQuestion shown={shown} page={page} />
      <OfferedChartFrame chart={trend} page={files} headingLevel={3} />
      {effect ? (
        <OfferedChartFrame chart={effect} page={files} headingLevel={3} />
      ) : (
        <UnknownEffect shown={shown} />
      )}
      <PlantedTruth shown={shown} />
      <p className={styles.more}>
        <Link to={query === "" ? address : `${address}?${query}`}>{t("readStudy")}</Link>
      </p>
    </ArticleSection>
  );
}

/** No study is no news about the cameras; what one would take is said in full. */
function NothingDeclared({ page }: EffectsPageProps) {
  const t = useTranslations("effects");
  return (
    <Article
      kicker={page.city.name}
      title={t("nothing.title")}
      standfirst={<p>{t("nothing.text", { city: page.city.name })}</p>}
    >
      <ArticleSection id="rules" title={t("nothing.needed")} intro={t("nothing.neededIntro")}>
        <EvidenceRules />
      </ArticleSection>
    </Article>
  );
}
