import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { ToVoteCard } from "#components/figure/to-vote-card.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { PageContents, type PagePart } from "#components/layout/page-contents.tsx";
import { RebuiltCost } from "#components/published-figure/rebuilt-cost.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import { Choices } from "#components/ui/choices.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";
import { addressOfView } from "./cost-address.ts";
import { type CostChart, costCharts } from "./cost-charts.ts";
import { CostControls } from "./cost-controls.tsx";
import { useLedgerParts } from "./cost-parts.ts";
import { isFullCost } from "./cost-words.ts";
import { CostsFigures, CostsFinding, CostsStandfirst } from "./costs-head.tsx";
import type { ShownCosts } from "./costs-page-props.ts";
import { LedgerSections } from "./ledger-sections.tsx";
import { PublishedAmounts } from "./published-amounts.tsx";
import { SetAsideNotice } from "./set-aside-notice.tsx";
import { SpendingSection } from "./spending-section.tsx";

type Props = {
  page: ShownCosts;
  /** The release asked for, as the address says it; empty for the latest. */
  release: string;
};

/** What the cameras cost: a year's full cost and what it leans on, or what is known where there is no ledger. */
export function CostsSheet({ page, release }: Props) {
  const t = useTranslations("costs");
  const charts = useTranslations("charts");
  const spend = useTranslations("home.spend");
  const locale = useLocale();
  const order = page.sources.map(({ id }) => id);
  const path = `/${page.city.slug}/costs`;
  const address = addressOf(locale, path);
  const query = addressOfView("", page.view, release).slice(1);
  const offered = costCharts(page, { locale, costs: t, charts, spend });
  const chart = (id: CostChart) => {
    const found = offered.find(({ spec }) => spec.id === id);
    return found ? (
      <OfferedChartFrame chart={found} page={{ path, query }} headingLevel={3} />
    ) : null;
  };
  const { shown } = page;
  const ledger = useLedgerParts(page);
  const parts: PagePart[] = [
    ...ledger,
    ...(page.spending.length > 0 ? [{ id: "spending", title: t("sections.spending") }] : []),
    { id: "take-away", title: t("takeAway.title") },
    ...(page.sources.length > 0 ? [{ id: "sources", title: t("sources") }] : []),
  ];
  return (
    <Article
      kicker={page.city.name}
      title={<CostsFinding page={page} />}
      standfirst={<CostsStandfirst page={page} />}
      aside={shown && <CostsFigures page={page} order={order} />}
    >
      {shown && (
        <>
          <Choices
            label={t("year")}
            choices={page.years.map(({ cost: { year } }) => ({
              key: String(year),
              label: String(year),
              to: addressOfView(address, { ...page.view, year }, release),
              isChosen: year === page.view.year,
            }))}
          />
          {isFullCost(page) && <CostControls page={page} release={release} />}
          <SetAsideNotice page={page} />
          <PageContents parts={parts} />
          <LedgerSections parts={ledger} page={page} order={order} chart={chart} />
        </>
      )}
      <SpendingSection page={page} order={order} chart={chart("spending")} />
      {page.published.map((cost) => (
        <RebuiltCost key={cost.cameras.reference} cost={cost} order={order} />
      ))}
      {!shown && <PublishedAmounts page={page} order={order} />}
      <ArticleSection id="take-away" title={t("takeAway.title")}>
        <p>
          <a href={`${addressOfView(`${address}.xlsx`, page.view, release)}`} download={true}>
            {t("takeAway.xlsx")}
          </a>
          {t("takeAway.text")}
        </p>
      </ArticleSection>
      <ToVoteCard slug={page.city.slug} />
      {page.sources.length > 0 && (
        <ArticleSection id="sources" title={t("sources")}>
          <SourceList sources={page.sources} />
        </ArticleSection>
      )}
    </Article>
  );
}
