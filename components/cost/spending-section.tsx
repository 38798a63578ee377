import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArticleSection } from "#components/layout/article.tsx";
import { SourceMark } from "#components/source/footnotes.tsx";
import { FoldedRows } from "#components/ui/folded-rows.tsx";
import text from "#components/ui/text.module.css";
import type { PartOfCosts } from "./costs-page-props.ts";
import { SpendTable } from "./spend-table.tsx";

/** What was paid, year by year: the accounts before anything is written off. */
export function SpendingSection({ page, order, chart }: PartOfCosts & { chart: ReactNode }) {
  const t = useTranslations("costs.sections");
  const spend = useTranslations("home.spend");
  const latest = page.spending.at(-1)?.spend;
  if (!latest) return null;
  return (
    <ArticleSection id="spending" title={t("spending")} intro={t("spendingIntro")}>
      {chart}
      <FoldedRows
        rows={page.spending.toReversed()}
        shown={4}
        more={spend("older")}
        table={(rows, isRest) => (
          <SpendTable
            caption={
              <>
                {spend("caption", { vat: latest.vatIncluded ? "incl" : "excl" })}
                <SourceMark ids={latest.sourceIds} order={order} />
              </>
            }
            hidesCaption={isRest}
            rows={rows}
          />
        )}
      />
      <p className={text.note}>{spend("caveat")}</p>
    </ArticleSection>
  );
}
