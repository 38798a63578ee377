import { useLocale, useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { addressOf, pathOf } from "#formats/addresses/address-of.ts";

type Props = {
  slug: string;
  /** The page after the city, as its workbook is named. */
  page: string;
  /** The indicator, district, study or camera, where the page is of one. */
  which?: string;
  /** The page's own choices: the workbook holds what the reader has before the eyes. */
  query: string;
};

/** The whole page as a workbook. */
export function TakeAway({ slug, page, which, query }: Props) {
  const t = useTranslations("pageWorkbook");
  const parts = which === undefined ? [`${page}.xlsx`] : [page, `${which}.xlsx`];
  const address = addressOf(useLocale(), pathOf(slug, "workbooks", ...parts));
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
