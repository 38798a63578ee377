import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { RebuiltCost } from "#components/published-figure/rebuilt-cost.tsx";
import { SourceList, SourceMark } from "#components/source/footnotes.tsx";
import text from "#components/ui/text.module.css";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney } from "#formats/wording/word-number.ts";
import { costCharts } from "./cost-charts.ts";
import type { CostsPageProps } from "./costs-page-props.ts";
import { SpendTable } from "./spend-table.tsx";

type Props = CostsPageProps & {
  /** The page's choices, as its charts' files take them. */
  query: string;
};

/** What the cameras cost: what was paid, what is missing, what was published where nothing was paid in the open. */
export function CostsSheet({ page, query }: Props) {
  const t = useTranslations("costs");
  const charts = useTranslations("charts");
  const spend = useTranslations("home.spend");
  const locale = useLocale();
  const order = page.sources.map(({ id }) => id);
  const offered = costCharts({ page }, { locale, costs: t, charts });
  return (
    <Article
      kicker={page.city.name}
      title={<Finding page={page} />}
      standfirst={
        <p>
          {page.spending.length > 0
            ? t("spendingStandfirst")
            : t("noLedger.standfirst", { city: page.city.name })}
        </p>
      }
    >
      {page.spending.length > 0 && (
        <section>
          {offered.map((chart) => (
            <OfferedChartFrame
              key={chart.spec.id}
              chart={chart}
              page={{ path: `/${page.city.slug}/costs`, query }}
            />
          ))}
          <SpendTable
            caption={
              <>
                {spend("caption", {
                  vat: page.spending.at(-1)?.spend.vatIncluded ? "incl" : "excl",
                })}
                <SourceMark ids={page.spending.at(-1)?.spend.sourceIds ?? []} order={order} />
              </>
            }
            rows={page.spending.toReversed()}
          />
          <p className={text.note}>{spend("caveat")}</p>
        </section>
      )}
      {page.published.map((cost) => (
        <RebuiltCost key={cost.cameras.reference} cost={cost} order={order} />
      ))}
      {page.sources.length > 0 && (
        <ArticleSection id="sources" title={t("sources")}>
          <SourceList sources={page.sources} />
        </ArticleSection>
      )}
    </Article>
  );
}

function Finding({ page }: CostsPageProps) {
  const t = useTranslations("costs");
  const locale = useLocale();
  const latest = page.spending.at(-1);
  if (!latest) return t("noLedger.title");
  const { spend } = latest;
  return t("finding", {
    total: wordMoney(locale, spend.operatingCents + spend.capitalCents, spend.currency),
    period: wordPeriod(locale, spend.period),
    partial: spend.missing.length > 0 ? "yes" : "no",
  });
}
