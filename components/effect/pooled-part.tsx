import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { ArticleSection } from "#components/layout/article.tsx";
import { poolStudies } from "#domain/effect/pool-studies.ts";
import styles from "./effect.module.css";
import type { EffectsPageProps } from "./effect-props.ts";
import { pooledChart } from "./pooled-chart.ts";
import { titleOf } from "./word-effect.ts";

type Props = EffectsPageProps & { files: { path: string; query: string } };

/** What studies of the same outcome say together, or why they are not put together. */
export function PooledPart({ page, files }: Props) {
  const t = useTranslations("effects");
  const charts = useTranslations("charts");
  const locale = useLocale();
  if (page.studies.length < 2) return null;
  const groups = poolStudies(page.studies);
  return (
    <ArticleSection id="pooled" title={t("pooled.heading")} intro={t("pooled.intro")}>
      {groups.length === 0 && <p className={styles.prose}>{t("pooled.different")}</p>}
      {groups.map((group) => {
        const chart = pooledChart(group, page.city, { locale, effects: t, charts });
        const { result, studies } = group;
        const key = studies.map((shown) => shown.key).join(" ");
        if (chart) {
          return <OfferedChartFrame key={key} chart={chart} page={files} headingLevel={3} />;
        }
        if (result.kind === "pooled") return null;
        const names = new Intl.ListFormat(locale).format(
          result.studies.map(({ study }) => titleOf(locale, study)),
        );
        return (
          <p key={key} className={styles.prose}>
            {t(`pooled.${result.kind}`, { names, count: result.studies.length })}
          </p>
        );
      })}
    </ArticleSection>
  );
}
