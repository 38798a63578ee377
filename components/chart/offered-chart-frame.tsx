import { useLocale, useTranslations } from "next-intl";
import { addressOf } from "#formats/addresses/address-of.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { OfferedChart } from "./offered-chart.ts";

type Props = {
  chart: OfferedChart;
  /** The page without language, and its choices: the files are read under it with the same choices. */
  page: { path: string; query: string };
  showsTable?: boolean | undefined;
  headingLevel?: 2 | 3 | undefined;
};

/** The page for the press with this chart chosen, at the release that is read. */
function builderOf({ spec }: OfferedChart, { path, query }: Props["page"]): string {
  const [, city = "", ...parts] = path.split("/").map(decodeURIComponent);
  const figure = [...parts.filter((part) => part !== "files"), spec.id].join("/");
  const release = new URLSearchParams(query).get("release");
  return `/press?${new URLSearchParams({ city, figure, ...(release ? { release } : {}) })}`;
}

/** A chart of a page with its definition and its files. */
export function OfferedChartFrame({ chart, page, showsTable, headingLevel }: Props) {
  const t = useTranslations("charts");
  const locale = useLocale();
  const query = page.query === "" ? "" : `?${page.query}`;
  const file = (extension: string) =>
    addressOf(locale, `${page.path}/${chart.spec.id}.${extension}${query}`);
  return (
    <ChartFrame
      spec={chart.spec}
      title={chart.title}
      subtitle={chart.subtitle}
      notes={chart.note}
      source={chart.source}
      tableWords={chart.tableWords}
      labels={{ table: t("table"), live: t("live", { title: chart.title }) }}
      links={[
        ...(chart.definition
          ? [{ label: t("definition"), href: addressOf(locale, chart.definition) }]
          : []),
        { label: t("csv"), href: file("csv"), isDownload: true },
        { label: t("svg"), href: file("svg"), isDownload: true },
        { label: t("png"), href: file("png"), isDownload: true },
        { label: t("embed"), href: addressOf(locale, builderOf(chart, page)) },
      ]}
      showsTable={showsTable}
      headingLevel={headingLevel}
    />
  );
}
