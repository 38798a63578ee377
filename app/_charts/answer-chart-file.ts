import { getTranslations } from "next-intl/server";
import type { OfferedChart } from "#components/chart/offered-chart.ts";
import { readEnvironment } from "#environment";
import { addressOf } from "#formats/addresses/address-of.ts";
import { chartCsv } from "#formats/chart/chart-csv.ts";
import { chartPicture } from "#formats/chart/chart-picture.ts";
import { chartPng } from "#formats/chart/chart-png.ts";
import { wordInstant } from "#formats/wording/word-date.ts";
import { answerFile, nothingThere } from "./answer-file.ts";

type Page = {
  locale: string;
  /** Path of the page without language: "/ville-temoin/costs". */
  path: string;
  city: { slug: string; timezone: string; release: number; publishedAt: Date | null };
  charts: readonly OfferedChart[];
};

const fileShape = /^([a-z0-9-]{1,80})\.(csv|svg|png)$/;
const look = { width: 800, height: 450, scheme: "light" } as const;

/** One of a page's charts as numbers or as a picture that stands alone: "full-cost.csv", "full-cost.png". */
export async function answerChartFile(file: string, page: Page): Promise<Response> {
  const [, name, extension] = fileShape.exec(file) ?? [];
  const chart = page.charts.find(({ spec }) => spec.id === name);
  if (!chart) return nothingThere();
  const filename = `${page.city.slug}-${file}`;
  if (extension === "csv") {
    const body = chartCsv(chart.spec, chart.tableWords);
    return answerFile(body, { type: "text/csv; charset=utf-8", filename, isDownload: true });
  }
  const { svg } = chartPicture(chart.spec, await pictureWords(chart, page), look);
  return extension === "svg"
    ? answerFile(svg, { type: "image/svg+xml; charset=utf-8", filename })
    : answerFile(new Uint8Array(await chartPng(svg)), { type: "image/png", filename });
}

async function pictureWords(chart: OfferedChart, { locale, path, city }: Page) {
  const t = await getTranslations({ locale, namespace: "charts" });
  const { title, subtitle, note, source } = chart;
  const date = city.publishedAt ? wordInstant(locale, city.publishedAt, city.timezone) : "";
  const { publicOrigin } = readEnvironment();
  const host = publicOrigin ? new URL(publicOrigin).host : "";
  return {
    title,
    subtitle,
    note,
    source,
    date: t("release", { release: city.release, date }),
    address: `${host}${addressOf(locale, path)}`,
  };
}
