import { type OfferedChart, tableWordsOf } from "#components/chart/offered-chart.ts";
import type { Measure } from "#domain/measure/measure.ts";
import type { RangeDots } from "#formats/chart/chart-spec.ts";
import { wordRatio } from "#formats/wording/word-number.ts";
import type { DistrictsPageProps, DistrictsWords, ShownDistrict } from "./districts-props.ts";

type Page = DistrictsPageProps["page"];
type Row = RangeDots["rows"][number];

/** Every chart of the page of all districts: what it shows and what its files hold. */
export function districtsCharts(page: Page, words: DistrictsWords): OfferedChart[] {
  if (page.districts.every(({ inService }) => inService === undefined)) return [];
  return [
    dotsChart("per-inhabitants", page, words, {
      definition: "/methodology#cameras-per-thousand-inhabitants",
      whole: numberIn(page.perThousandInhabitants),
      rowOf: (district) => measureRow(district.perThousandInhabitants, words),
    }),
    dotsChart("per-area", page, words, {
      whole: page.perKm2,
      rowOf: ({ perKm2 }) => areaRow(perKm2, words),
    }),
  ];
}

type Dots = {
  definition?: string;
  whole: number | undefined;
  rowOf: (district: ShownDistrict) => Omit<Row, "label">;
};

/** One dot per district, in the order of their names, against the whole city. */
function dotsChart(
  id: "per-inhabitants" | "per-area",
  { city, districts }: Page,
  { locale, t, charts }: DistrictsWords,
  { definition, whole, rowOf }: Dots,
): OfferedChart {
  const title = t(`${id}.title`, { city: city.name });
  return {
    spec: {
      form: "range-dots",
      id,
      name: title,
      description: t(`${id}.description`, { districts: districts.length }),
      axis: { locale, unit: "" },
      rows: districts.map((district) => ({ ...rowOf(district), label: district.name })),
      reference:
        whole === undefined
          ? undefined
          : {
              value: whole,
              words: t("whole", { city: city.name, rate: wordRatio(locale, whole) }),
            },
    },
    title,
    subtitle: t(`${id}.subtitle`),
    note: t(`${id}.note`),
    source: t("source", { city: city.name, release: String(city.release) }),
    tableWords: tableWordsOf(charts, t("district"), t(`${id}.unit`)),
    definition,
  };
}

function numberIn(measure: Measure): number | undefined {
  if (measure.kind === "known") return measure.value;
  return measure.kind === "zero" ? 0 : undefined;
}

function measureRow(
  measure: Measure,
  { locale, measure: words }: DistrictsWords,
): Omit<Row, "label"> {
  const value = numberIn(measure);
  if (value === undefined) return { words: words(`short.${measure.kind}`) };
  return { value, words: wordRatio(locale, value) };
}

function areaRow(value: number | undefined, { locale, t }: DistrictsWords): Omit<Row, "label"> {
  if (value === undefined) return { words: t("areaUnknown") };
  return { value, words: wordRatio(locale, value) };
}
