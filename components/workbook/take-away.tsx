import { useLocale, useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { addressOf } from "#formats/addresses/address-of.ts";

type Props = {
  slug: string;
  page:
    | "outcomes"
    | "indicators"
    | "effects"
    | "published-figures"
    | "authorisations"
    | "districts";
  /** The page's own choices: the workbook holds what the reader has before the eyes. */
  query: string;
};

/** The whole page as a workbook. */
export function TakeAway({ slug, page, query }: Props) {
  const t = useTranslations("pageWorkbook");
  const address = addressOf(useLocale(), `/${slug}/workbooks/${page}.xlsx`);
  return (
    <ArticleSection id="take-away" title={t("title")}>
      <p>
        <a href={query === "" ? address : `${address}?${query}`} download={true}>
          {t("link")}
        </a>
        {t("text")}
      </p>
    </ArticleSection>
  );
}
