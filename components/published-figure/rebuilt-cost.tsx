import { useLocale, useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import text from "#components/ui/text.module.css";
import type { PublishedYearlyCost } from "#domain/indicator/published-yearly-cost.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber, wordShare } from "#formats/wording/word-number.ts";
import { useFigureColumns } from "./figure-columns.tsx";
import type { ShownFigure } from "./shown-figure.ts";

/** A yearly cost put together from published numbers: what is added up, what divides, and why it is a minimum. */
export function RebuiltCost({
  cost,
  order,
}: {
  cost: PublishedYearlyCost<ShownFigure>;
  order: readonly number[];
}) {
  const t = useTranslations("publishedFigures.page.rebuilt");
  const locale = useLocale();
  const { singleColumns } = useFigureColumns(order);
  const money = (amount: number) => wordMoney(locale, amount * 100, cost.currency);
  const period = wordPeriod(locale, cost.period);
  const title = t("title", { amount: money(cost.perCameraYear), period });
  return (
    <ArticleSection
      id={`cost-${cost.cameras.reference}`}
      title={title}
      intro={t("intro", {
        total: money(cost.total),
        cameras: wordNumber(locale, cost.cameras.value),
        count: cost.components.length,
      })}
    >
      <DataTable
        caption={t("components")}
        columns={singleColumns}
        rows={[...cost.components, cost.cameras].map((figure) => ({ figure, previous: undefined }))}
        keyOf={(row) => row.figure.reference}
      />
      <p className={text.note}>
        {cost.staffShare !== undefined && t("staff", { share: wordShare(locale, cost.staffShare) })}{" "}
        {t("caveat")}
      </p>
    </ArticleSection>
  );
}
