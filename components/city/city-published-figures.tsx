import { useTranslations } from "next-intl";
import { ArticleSection } from "#components/layout/article.tsx";
import { FigureTables } from "#components/published-figure/figure-tables.tsx";
import type { PartProps } from "./city-home-props.ts";

/** What has been said of the city's cameras, on its first page. */
export function CityPublishedFigures({ home, order }: PartProps) {
  const t = useTranslations("publishedFigures");
  return (
    <ArticleSection id="published-figures" title={t("title")} intro={t("intro")}>
      <FigureTables
        figures={home.figures}
        requestsPerCamera={home.requestsPerCamera}
        order={order}
      />
    </ArticleSection>
  );
}
