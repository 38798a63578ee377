import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import { Link } from "#components/ui/link.tsx";
import { TakeAway } from "#components/workbook/take-away.tsx";
import { ControlsPart } from "./controls-part.tsx";
import { DisplacementTable } from "./displacement-table.tsx";
import styles from "./effect.module.css";
import { studyCharts } from "./effect-charts.ts";
import type { EffectsPageProps, ShownStudy } from "./effect-props.ts";
import { filesOf } from "./effects-sheet.tsx";
import { PlantedTruth } from "./planted-truth.tsx";
import { StudyDesignPart } from "./study-design-part.tsx";
import { StudyFigures } from "./study-figures.tsx";
import { Refusals, Reservations } from "./study-reasons.tsx";
import { StudyQuestion, Verdict } from "./study-verdict.tsx";
import { UnknownEffect } from "./unknown-effect.tsx";
import { titleOf } from "./word-effect.ts";

type Props = EffectsPageProps & { shown: ShownStudy; query: string };

/** One study whole: reasons first, then its figures, its trends, what may have moved, and its design. */
export function StudySheet({ page, shown, query }: Props) {
  const t = useTranslations("effects");
  const locale = useLocale();
  const order = page.sources.map(({ id }) => id);
  const index = `/${page.city.slug}/effects`;
  return (
    <Article
      kicker={
        <>
          {page.city.name} ·{" "}
          <Link to={query === "" ? index : `${index}?${query}`}>{t("allStudies")}</Link> ·{" "}
          {titleOf(locale, shown.study)}
        </>
      }
      title={<Verdict shown={shown} />}
      standfirst={<p>{t(`meaning.${shown.verdict}`)}</p>}
    >
      <Refusals reasons={shown.reasons} />
      <StudyFigures shown={shown} studies={page.studies.length} />
      <StudyQuestion shown={shown} page={page} />
      <Reservations headingLevel={2} reasons={shown.reasons} />
      {shown.reasons.length === 0 && <p className={styles.prose}>{t("reasons.none")}</p>}
      <PlantedTruth shown={shown} />
      <ChartSections page={page} shown={shown} query={query} />
      <ArticleSection id="design" title={t("design.heading")} intro={t("design.intro")}>
        <StudyDesignPart shown={shown} page={page} order={order} />
      </ArticleSection>
      <ArticleSection id="comparable" title={t("comparable.heading")} intro={t("comparable.intro")}>
        <ControlsPart shown={shown} page={page} />
      </ArticleSection>
      <TakeAway slug={page.city.slug} page="effects" which={shown.study.reference} query={query} />
      <ArticleSection id="sources" title={t("sources")}>
        <SourceList sources={page.sources} />
      </ArticleSection>
    </Article>
  );
}

function ChartSections({ page, shown, query }: Props) {
  const t = useTranslations("effects");
  const charts = useTranslations("charts");
  const locale = useLocale();
  const { trend, effect, difference } = studyCharts(shown, page, { locale, effects: t, charts });
  const files = filesOf(page.city.slug, query);
  const ring =
    shown.study.ring.length === 0
      ? t("displacement.noRing")
      : shown.displacement?.quotient === undefined && t("displacement.unknown");
  return (
    <>
      <ArticleSection id="trend" title={t("trend.heading")} intro={t("trend.intro")}>
        <OfferedChartFrame chart={trend} page={files} headingLevel={3} />
      </ArticleSection>
      <ArticleSection id="effect" title={t("effect.heading")} intro={t("effect.intro")}>
        {effect ? (
          <OfferedChartFrame chart={effect} page={files} headingLevel={3} />
        ) : (
          <UnknownEffect shown={shown} />
        )}
      </ArticleSection>
      <ArticleSection
        id="displacement"
        title={t("displacement.heading")}
        intro={t("displacement.intro")}
      >
        {ring && <p className={styles.prose}>{ring}</p>}
        {difference && <OfferedChartFrame chart={difference} page={files} headingLevel={3} />}
        <DisplacementTable shown={shown} populationYear={page.populationYear} />
      </ArticleSection>
    </>
  );
}
