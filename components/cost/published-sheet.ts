import { knownWordsOf } from "#components/figure/known-words.ts";
import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import type { PublishedYearlyCost } from "#domain/indicator/published-yearly-cost.ts";
import { wordPeriod } from "#formats/wording/word-date.ts";
import type { WorkbookCell, WorkbookSheet } from "#formats/workbook/write-workbook.ts";
import type { ShownCosts } from "./costs-page-props.ts";
import { headings } from "./workbook-sheets.ts";
import type { WorkbookWords } from "./workbook-words.ts";

const columns = [
  "measure",
  "value",
  "unit",
  "period",
  "scope",
  "definition",
  "qualifier",
  "source",
] as const;

/** Yearly costs put together from what has been published, each with its components, and what else was published. */
export function publishedSheet(page: ShownCosts, words: WorkbookWords): WorkbookSheet[] {
  const rebuilt = page.published.flatMap(({ components, cameras }) => [...components, cameras]);
  const references = new Set(rebuilt.map(({ reference }) => reference));
  const others =
    page.years.length === 0
      ? page.figures.filter(({ reference }) => !references.has(reference))
      : [];
  if (page.published.length + others.length === 0) return [];
  return [
    {
      name: words.book("sheets.published"),
      widths: [36, 16, 24, 24, 30, 60, 24, 10],
      stickyRows: 1,
      rows: [
        headings(words.book, "published", columns),
        ...page.published.flatMap((cost) => rebuiltRows(cost, page, words)),
        ...others.map((figure) => figureRow(figure, page, words)),
      ],
    },
  ];
}

/** What is added up, its sum, what divides it, and what that makes. */
function rebuiltRows(
  cost: PublishedYearlyCost<ShownFigure>,
  page: ShownCosts,
  words: WorkbookWords,
): WorkbookCell[][] {
  const { book, locale } = words;
  const { currency, staffShare } = cost;
  const computed = (name: string, value: WorkbookCell, unit: string): WorkbookCell[] => [
    { text: book(`published.${name}`), look: "strong" },
    value,
    unit,
    wordPeriod(locale, cost.period),
  ];
  return [
    ...cost.components.map((figure) => figureRow(figure, page, words)),
    computed("total", { value: rounded(cost.total), as: "money" }, `${currency}/year`),
    figureRow(cost.cameras, page, words),
    computed(
      "perCamera",
      { value: rounded(cost.perCameraYear), as: "money" },
      `${currency}/camera/year`,
    ),
    ...(staffShare === undefined
      ? []
      : [computed("staffShare", { value: rounded(staffShare * 100), as: "number" }, "%")]),
    [book("published.caveat")],
    [],
  ];
}

function figureRow(
  figure: ShownFigure,
  { sources }: ShownCosts,
  { published, locale }: WorkbookWords,
): WorkbookCell[] {
  const said = (group: keyof typeof published, text: string | null) =>
    text === null ? null : knownWordsOf(published[group])(text);
  const { period, periodText } = figure;
  return [
    said("measures", figure.measure),
    { value: figure.value, as: "number" },
    figure.unit,
    period ? wordPeriod(locale, period) : periodText,
    said("scopes", figure.scope),
    said("definitions", figure.definition),
    said("qualifiers", figure.qualifier),
    { value: sources.findIndex(({ id }) => id === figure.sourceId) + 1, as: "number" },
  ];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
