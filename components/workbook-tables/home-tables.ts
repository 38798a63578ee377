import type { CityHomeProps } from "#components/city/city-home-props.ts";
import { wordBlank } from "#components/city/word-blank.ts";
import { wordsOf } from "#components/exhibit/offered-exhibit.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { numberOf } from "#domain/measure/described-measure.ts";
import { shortPeriod } from "#formats/wording/word-date.ts";
import { wordMoney, wordNumber, wordRatio, wordShare } from "#formats/wording/word-number.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import { type BookWords, type Fact, factTable, moneyCell, shareCell } from "./fact-table.ts";
import { figureTable } from "./page-tables.ts";

type Home = CityHomeProps["home"];

/** The first page of a city: its figures, what is missing, its districts, what was published of it. */
export function homeTables(home: Home, words: BookWords): PageTable[] {
  const { locale, t } = words;
  const order = home.sources.map(({ id }) => id);
  const blanks = {
    locale,
    blanks: wordsOf(words, "home.blanks"),
    families: wordsOf(words, "home.spend.family"),
  };
  return [
    factTable(
      [...cameraFacts(home, words), ...costFacts(home, words), ...requestFacts(home, words)],
      { title: t("home.figures.title"), order },
      words,
    ),
    {
      title: t("home.blanks.title"),
      notes: [t("home.blanks.asked")],
      headings: [t("home.blanks.title")],
      rows: home.blanks.map((blank): WorkbookCell[] => [wordBlank(blank, blanks)]),
    },
    ...(home.districts.length > 0 ? [districtTable(home, words)] : []),
    ...(home.figures.length > 0
      ? [
          figureTable(home.figures, order, {
            locale,
            t: wordsOf(words, "publishedFigures"),
            pageBook: wordsOf(words, "pageWorkbook"),
          }),
        ]
      : []),
  ];
}

/** Where no list was published, what was announced stands alone: nothing is counted from it. */
function cameraFacts(home: Home, { locale, t }: BookWords): Fact[] {
  const { cameras, announced, population, perThousandInhabitants } = home;
  const said: Fact[] = announced
    ? [
        {
          name: t("home.figures.announced"),
          value: announced.value,
          words: wordNumber(locale, announced.value),
          period: announced.period ? shortPeriod(announced.period) : undefined,
          sourceIds: [announced.sourceId],
        },
      ]
    : [];
  if (cameras.registered === 0) {
    const nothing = { name: t("home.figures.cameras"), words: t("home.figures.notPublished") };
    return said.length > 0 ? said : [nothing];
  }
  const count = (name: string, value: number): Fact => ({
    name: t(`pageWorkbook.home.${name}`),
    value,
    words: wordNumber(locale, value),
  });
  const rate = numberOf(perThousandInhabitants);
  return [
    ...said,
    count("registered", cameras.registered),
    count("inService", cameras.inService),
    count("enforcement", cameras.enforcement),
    count("expired", cameras.expired),
    count("withoutKnownOrder", cameras.withoutKnownOrder),
    {
      name: t("district.perThousand"),
      value: rate,
      words: rate === undefined ? t("home.figures.noPopulation") : wordRatio(locale, rate),
      period: population && String(population.year),
      sourceIds: population ? [population.sourceId] : [],
    },
  ];
}

function costFacts({ fullCost, years }: Home, { locale, t }: BookWords): Fact[] {
  const latest = years.at(-1);
  const isFull = fullCost !== undefined && fullCost.lacking.length === 0;
  const name = t(isFull ? "costs.home.label" : "home.figures.cost");
  const found = isFull
    ? { ...fullCost, about: fullCost.cost }
    : latest && { ...latest, about: latest.spend };
  if (!found) return [{ name, words: t("home.figures.notPublished") }];
  const { perCameraYear, about } = found;
  const cents = numberOf(perCameraYear);
  return [
    {
      name,
      value: cents === undefined ? undefined : moneyCell(cents),
      words:
        cents === undefined
          ? t(`measure.short.${perCameraYear.kind}`)
          : wordMoney(locale, cents, about.currency),
      period: shortPeriod(about.period),
      sourceIds: about.sourceIds,
    },
  ];
}

function requestFacts({ reviews }: Home, { locale, t }: BookWords): Fact[] {
  const [review] = reviews;
  if (!review) return [];
  const about = { period: shortPeriod(review.period), sourceIds: review.sourceIds };
  const { rate } = review;
  return [
    {
      name: t("outcomes.reviews.requested"),
      value: review.requested,
      words: wordNumber(locale, review.requested),
      ...about,
    },
    {
      name: t("home.figures.relevant"),
      value: rate && shareCell(rate.value),
      words: rate
        ? `${wordShare(locale, rate.value)} (${wordShare(locale, rate.low)} – ${wordShare(locale, rate.high)})`
        : t("home.figures.resultUnknown"),
      ...about,
    },
  ];
}

function districtTable(home: Home, { t }: BookWords): PageTable {
  return {
    title: t("home.districts.title"),
    notes: [],
    headings: ["code", "name", "inService"].map((name) => t(`pageWorkbook.districts.${name}`)),
    rows: home.districts.map(({ code, name, cameras, inService }): WorkbookCell[] => [
      code,
      name,
      // None linked to any district: how many stand there is not known.
      cellOf(
        home.districts.some((one) => one.cameras > 0) || cameras > 0
          ? inService
          : t("pageWorkbook.unknown"),
      ),
    ]),
  };
}
