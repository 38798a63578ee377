import { useLocale, useTranslations } from "next-intl";
import { OfferedChartFrame } from "#components/chart/offered-chart-frame.tsx";
import { MeasureText } from "#components/figure/measure-text.tsx";
import { Article, ArticleSection } from "#components/layout/article.tsx";
import { SourceList } from "#components/source/footnotes.tsx";
import { type Column, DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import text from "#components/ui/text.module.css";
import { TakeAway } from "#components/workbook/take-away.tsx";
import { pathOf } from "#formats/addresses/address-of.ts";
import { wordNumber, wordRatio } from "#formats/wording/word-number.ts";
import styles from "./district-sheet.module.css";
import { districtsCharts } from "./districts-charts.ts";
import type { DistrictsPageProps, ShownDistrict } from "./districts-props.ts";

type Props = DistrictsPageProps & {
  /** The page's choices, as its charts' files take them. */
  query: string;
};

/** The districts side by side, in the order of their names: how many cameras for how many people and how much ground. */
export function DistrictsSheet({ page, query }: Props) {
  const t = useTranslations("districtsPage");
  const charts = useTranslations("charts");
  const measure = useTranslations("measure");
  const locale = useLocale();
  const offered = districtsCharts(page, { locale, t, measure, charts });
  const columns = useColumns(page, query);
  return (
    <Article
      kicker={page.city.name}
      title={<Finding page={page} />}
      standfirst={<p>{t(page.districts.length === 0 ? "nothing" : "standfirst")}</p>}
    >
      {offered.map((chart) => (
        <section key={chart.spec.id} aria-label={chart.title} className={styles.drawn}>
          <OfferedChartFrame
            chart={chart}
            page={{ path: `/${page.city.slug}/districts/files`, query }}
          />
        </section>
      ))}
      {page.districts.length > 0 && (
        <ArticleSection id="districts" title={t("table.title")} intro={t("table.intro")}>
          <DataTable
            caption={t("table.caption")}
            hidesCaption={true}
            columns={columns}
            rows={page.districts}
            keyOf={({ code }) => code}
          />
          <p>
            <Link to={pathOf(page.city.slug, "indicators")}>{t("indicators")}</Link>
          </p>
          {page.elsewhere > 0 && (
            <p className={text.note}>{t("elsewhere", { cameras: page.elsewhere })}</p>
          )}
        </ArticleSection>
      )}
      <TakeAway slug={page.city.slug} page="districts" query={query} />
      {page.sources.length > 0 && (
        <ArticleSection id="sources" title={t("sources")}>
          <SourceList sources={page.sources} />
        </ArticleSection>
      )}
    </Article>
  );
}

function Finding({ page }: DistrictsPageProps) {
  const t = useTranslations("districtsPage");
  const locale = useLocale();
  const { districts, inService } = page;
  if (districts.every((district) => district.inService === undefined))
    return t("unplaced", { districts: districts.length });
  return t("finding", {
    districts: districts.length,
    count: inService,
    cameras: wordNumber(locale, inService),
  });
}

function useColumns({ city }: DistrictsPageProps["page"], query: string): Column<ShownDistrict>[] {
  const t = useTranslations("districtsPage.table");
  const locale = useLocale();
  const unknown = <span className={text.silence}>{t("unknown")}</span>;
  const number = (value: number | undefined, word: (value: number) => string) =>
    value === undefined ? unknown : word(value);
  const asOf = query === "" ? "" : `?${query}`;
  return [
    {
      key: "district",
      label: t("district"),
      isHeading: true,
      cell: ({ code, name }) => (
        <Link to={`${pathOf(city.slug, "districts", code)}${asOf}`}>{name}</Link>
      ),
    },
    {
      key: "cameras",
      label: t("cameras"),
      isNumber: true,
      cell: ({ inService }) => number(inService, (value) => wordNumber(locale, value)),
    },
    {
      key: "inhabitants",
      label: t("inhabitants"),
      isNumber: true,
      cell: ({ population }) =>
        population ? (
          <>
            {wordNumber(locale, population.inhabitants)}
            <span className={text.caveat}>{population.year}</span>
          </>
        ) : (
          unknown
        ),
    },
    {
      key: "perThousand",
      label: t("perThousand"),
      isNumber: true,
      cell: ({ perThousandInhabitants }) => (
        <MeasureText measure={perThousandInhabitants} word={(value) => wordRatio(locale, value)} />
      ),
    },
    {
      key: "area",
      label: t("area"),
      isNumber: true,
      cell: ({ areaM2 }) =>
        number(areaM2 ?? undefined, (value) => wordNumber(locale, value / 1e6, 2)),
    },
    {
      key: "perKm2",
      label: t("perKm2"),
      isNumber: true,
      cell: ({ perKm2 }) => number(perKm2, (value) => wordRatio(locale, value)),
    },
  ];
}
