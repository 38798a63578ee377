import { useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { CorrectionsTable, type ShownCorrection } from "./corrections-table.tsx";

export type { ShownCorrection };

export type CorrectedCity = {
  slug: string;
  name: string;
  country: string;
  timezone: string;
  currency: string;
};

type Props = { city: CorrectedCity; corrections: readonly ShownCorrection[] };

/** The part of a register's page that says what was corrected; nothing where nothing was. */
export function Corrections({ city, corrections }: Props) {
  const t = useTranslations("corrections");
  if (corrections.length === 0) return null;
  return (
    <ArticleSection id="corrections" title={t("title")} intro={t("intro")}>
      <CorrectionsTable city={city} corrections={corrections} caption={t("title")} />
    </ArticleSection>
  );
}
