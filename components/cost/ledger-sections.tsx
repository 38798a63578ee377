import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArticleSection } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { BudgetTable } from "./budget-table.tsx";
import { ContractTable } from "./contract-table.tsx";
import type { CostChart } from "./cost-charts.ts";
import { isFullCost } from "./cost-words.ts";
import type { PartOfCosts } from "./costs-page-props.ts";
import { DecisionFigures } from "./decision-figures.tsx";
import { FamilyTable } from "./family-table.tsx";
import { GrantTable } from "./grant-table.tsx";
import { MissingList } from "./missing-list.tsx";
import { KeyTable, YearTable } from "./unit-costs.tsx";

type Props = PartOfCosts & { chart: (id: CostChart) => ReactNode };

function Missing({ page }: { page: PartOfCosts["page"] }) {
  const t = useTranslations("costs.sections");
  return (
    <ArticleSection id="missing" title={t("missing")} intro={t("missingIntro")}>
      <MissingList page={page} />
    </ArticleSection>
  );
}

/** The year shown, from what it weighs to what it lacks. */
export function LedgerSections({ page, order, chart }: Props) {
  const t = useTranslations("costs");
  const { shown } = page;
  if (!shown) return null;
  const { cost } = shown.year;
  const year = String(cost.year);
  if (!isFullCost(page)) return <Missing page={page} />;
  return (
    <>
      <ArticleSection id="full-cost" title={t("sections.years")} intro={t("sections.yearsIntro")}>
        {chart("full-cost")}
      </ArticleSection>
      <ArticleSection
        id="families"
        title={t("sections.families", { year })}
        intro={t("sections.familiesIntro")}
      >
        <FamilyTable year={shown.year} order={order} />
      </ArticleSection>
      <Missing page={page} />
      <ArticleSection id="unit" title={t("sections.unit")} intro={t("sections.unitIntro")}>
        {chart("cost-per-camera-year")}
        <YearTable page={page} order={order} />
        <KeyTable page={page} order={order} />
        <p className={text.note}>{t("keys.note")}</p>
      </ArticleSection>
      {cost.grants.length > 0 && (
        <ArticleSection id="grants" title={t("sections.grants")} intro={t("sections.grantsIntro")}>
          {chart("gross-and-net")}
          <GrantTable year={shown.year} order={order} />
        </ArticleSection>
      )}
      <ArticleSection
        id="sensitivity"
        title={t("sections.sensitivity")}
        intro={t("sections.sensitivityIntro")}
      >
        {chart("useful-life")}
      </ArticleSection>
      <ArticleSection
        id="decision"
        title={t("sections.decision")}
        intro={t("sections.decisionIntro")}
      >
        <DecisionFigures page={page} />
        <p className={text.note}>
          {t("decision.note")} <Link to="/methodology#marginal-cost">{t("definition")}</Link>
        </p>
      </ArticleSection>
      {shown.budget.some(({ planned, committed }) => planned || committed) && (
        <ArticleSection
          id="budget"
          title={t("sections.budget", { year })}
          intro={t("sections.budgetIntro")}
        >
          <BudgetTable page={page} order={order} />
        </ArticleSection>
      )}
      {page.contracts.length > 0 && (
        <ArticleSection
          id="contracts"
          title={t("sections.contracts")}
          intro={t("sections.contractsIntro")}
        >
          <ContractTable page={page} order={order} />
        </ArticleSection>
      )}
    </>
  );
}
