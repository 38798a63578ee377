import { cameraChartWords, chartWords } from "#app/_charts/outcome-chart-words.ts";
import { cameraCharts } from "#components/district/camera-charts.ts";
import { districtCharts } from "#components/district/district-charts.ts";
import { studyCharts } from "#components/effect/effect-charts.ts";
import { titleOf } from "#components/effect/word-effect.ts";
import { knownText } from "#components/exhibit/exhibit-words.ts";
import { wordsOf } from "#components/exhibit/offered-exhibit.ts";
import { indicatorCharts } from "#components/indicator/indicator-charts.ts";
import { chartTables } from "#components/workbook/page-workbook.ts";
import { cameraTables } from "#components/workbook-tables/camera-tables.ts";
import { districtTables } from "#components/workbook-tables/district-tables.ts";
import { homeTables } from "#components/workbook-tables/home-tables.ts";
import { indicatorTables } from "#components/workbook-tables/indicator-tables.ts";
import { studyTables } from "#components/workbook-tables/study-tables.ts";
import { voteCardTables } from "#components/workbook-tables/vote-card-tables.ts";
import { getCameraPage } from "#use-cases/camera/get-camera-page.ts";
import { getCityHome } from "#use-cases/city/get-city-home.ts";
import { getDistrictPage } from "#use-cases/district/get-district-page.ts";
import { getEffectsPage } from "#use-cases/effect/get-effects-page.ts";
import { getIndicatorPage } from "#use-cases/indicator/get-indicator-page.ts";
import { getVoteCard } from "#use-cases/indicator/get-vote-card.ts";
import { bookWords, type Made } from "./page-workbooks.ts";

export type AskedPlace = {
  locale: string;
  city: string;
  /** The indicator, the district, the study or the camera. */
  which: string;
  release: number | undefined;
};
type Maker = (asked: AskedPlace) => Promise<Made | undefined>;

/** Pages of one indicator, district, study or camera, by the part of the address that they stand under. */
export const placeWorkbooks: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ["indicators", indicator],
  ["districts", district],
  ["effects", study],
  ["cameras", camera],
]);

async function indicator({ locale, city, which, release }: AskedPlace): Promise<Made | undefined> {
  const page = await getIndicatorPage(city, which, new Date(), release);
  if (!page) return undefined;
  const words = await bookWords(locale);
  const { t } = words;
  const charts = indicatorCharts(page, {
    locale,
    t: wordsOf(words, "indicators"),
    charts: wordsOf(words, "charts"),
    scopes: (scope) => knownText(words, "scopes", scope),
  });
  const name = t(`indicators.items.${page.indicator.id}.name`);
  return {
    city: page.city,
    title: t("indicators.metaTitleOne", { name, city: page.city.name }),
    standfirst: t(`indicators.items.${page.indicator.id}.definition`),
    tables: [...indicatorTables(page, words), ...chartTables(charts)],
    sources: page.sources,
  };
}

async function district({ locale, city, which, release }: AskedPlace): Promise<Made | undefined> {
  const page = await getDistrictPage(city, which, new Date(), release);
  if (!page) return undefined;
  const words = await bookWords(locale);
  const charts = Object.values({
    ...cameraCharts(page, await cameraChartWords(locale)),
    ...districtCharts(page, await chartWords(locale)),
  });
  const named = { district: page.district.name, city: page.city.name };
  const sources = [...page.sources.values()];
  return {
    city: page.city,
    title: words.t("district.title", named),
    standfirst: words.t("district.description", named),
    tables: [
      ...districtTables({ ...page, order: sources.map(({ id }) => id) }, words),
      ...chartTables(charts.filter((chart) => chart !== undefined)),
    ],
    sources,
  };
}

/** All studies are read together, since each is one comparison among those looked at; one is taken. */
async function study({ locale, city, which, release }: AskedPlace): Promise<Made | undefined> {
  const page = await getEffectsPage(city, release);
  const shown = page?.studies.find((one) => one.study.reference === which);
  if (!page || !shown) return undefined;
  const words = await bookWords(locale);
  const own = { locale, effects: wordsOf(words, "effects"), charts: wordsOf(words, "charts") };
  const charts = Object.values(studyCharts(shown, page, own));
  const title = titleOf(locale, shown.study);
  return {
    city: page.city,
    title,
    standfirst: words.t("effects.studyMetaDescription", { title }),
    tables: [
      ...studyTables([shown], page, words),
      ...chartTables(charts.filter((chart) => chart !== undefined)),
    ],
    sources: page.sources,
  };
}

async function camera({ locale, city, which, release }: AskedPlace): Promise<Made | undefined> {
  const page = await getCameraPage(city, which, new Date(), release);
  if (!page || "movedTo" in page) return undefined;
  const words = await bookWords(locale);
  const named = { reference: page.camera.reference, city: page.city.name };
  const sources = [...page.sources.values()];
  return {
    city: page.city,
    title: words.t("camera.title", named),
    standfirst: words.t("camera.description", named),
    tables: cameraTables({ ...page, order: sources.map(({ id }) => id) }, words),
    sources,
  };
}

/** The first page of a city. */
export async function homeWorkbook(
  locale: string,
  slug: string,
  release: number | undefined,
): Promise<Made | undefined> {
  const home = await getCityHome(slug, new Date(), release);
  if (!home) return undefined;
  const words = await bookWords(locale);
  return {
    city: home.city,
    title: home.city.name,
    standfirst: words.t("home.metaDescription", { city: home.city.name }),
    tables: homeTables(home, words),
    sources: home.sources,
  };
}

/** The card of a proposed camera, from what was entered in its form. */
export async function voteCardWorkbook(
  locale: string,
  slug: string,
  entered: Readonly<Record<string, string>>,
  release: number | undefined,
): Promise<Made | undefined> {
  const page = await getVoteCard(slug, entered, new Date(), release);
  if (!page) return undefined;
  const words = await bookWords(locale);
  return {
    city: page.city,
    title: words.t("voteCard.metaTitle", { city: page.city.name }),
    standfirst: words.t("voteCard.standfirst"),
    tables: voteCardTables(page, words),
    sources: page.sources,
  };
}
