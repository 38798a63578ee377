import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArticleSection } from "#components/layout/article.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { BudgetTable } from "./budget-table.tsx";
import { ContractTable } from "./contract-table.tsx";
import type { CostChart } from "./cost-charts.ts";
import type { LedgerPart } from "./cost-parts.ts";
import type { PartOfCosts } from "./costs-page-props.ts";
import { DecisionFigures } from "./decision-figures.tsx";
import { FamilyTable } from "./family-table.tsx";
import { GrantDecisions } from "./grant-decisions.tsx";
import { GrantTable } from "./grant-table.tsx";
import { HoursNote } from "./hours-note.tsx";
import { MissingList } from "./missing-list.tsx";
import { PaymentTable } from "./payment-table.tsx";
import { KeyTable, YearTable } from "./unit-costs.tsx";
import { UseTable } from "./use-table.tsx";

type Props = PartOfCosts & { chart: (id: CostChart) => ReactNode };

/** The year shown, from what it weighs to what it lacks. */
export function LedgerSections({ parts, ...props }: Props & { parts: readonly LedgerPart[] }) {
  return parts.map(({ id, title, intro }) => (
    <ArticleSection key={id} id={id} title={title} intro={intro}>
      <PartBody {...props} id={id} />
    </ArticleSection>
  ));
}

function PartBody({ id, page, order, chart }: Props & { id: LedgerPart["id"] }) {
  const t = useTranslations("costs");
  const { shown } = page;
  if (!shown) return null;
  switch (id) {
    case "full-cost":
      return chart("full-cost");
    case "families":
      return <FamilyTable year={shown.year} allocation={page.view.key} order={order} />;
    case "missing":
      return <MissingList page={page} />;
    case "unit":
      return (
        <>
          {chart("cost-per-camera-year")}
          <YearTable page={page} order={order} />
          <KeyTable page={page} order={order} />
          <HoursNote page={page} order={order} />
          <p className={text.note}>
            {t("keys.note")}{" "}
            {page.keysSaid.map(({ key, lines }) => (
              <span key={key}>{t("keys.said", { lines, key: t(`keys.names.${key}`) })} </span>
            ))}
            {page.keysSaid.length > 0 && t("keys.saidNote")}
          </p>
        </>
      );
    case "grants":
      return (
        <>
          {chart("gross-and-net")}
          {shown.year.cost.grants.length > 0 && <GrantTable year={shown.year} order={order} />}
          {page.grantDecisions.length > 0 && <GrantDecisions page={page} order={order} />}
        </>
      );
    case "sensitivity":
      return (
        <>
          {chart("useful-life")}
          {chart("cost-per-camera-by-life")}
        </>
      );
    case "uses":
      return <UseTable page={page} order={order} />;
    case "decision":
      return (
        <>
          <DecisionFigures page={page} />
          <p className={text.note}>
            {t("decision.note")} <Link to="/methodology#marginal-cost">{t("definition")}</Link>
          </p>
        </>
      );
    case "payments":
      return <PaymentTable page={page} order={order} />;
    case "budget":
      return <BudgetTable page={page} order={order} />;
    case "contracts":
      return <ContractTable page={page} order={order} />;
  }
}
