import { knownText } from "#components/exhibit/exhibit-words.ts";
import type { PublishedFiguresProps } from "#components/published-figure/published-figures-sheet.tsx";
import type { ShownFigure } from "#components/published-figure/shown-figure.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { shortPeriod } from "#formats/wording/word-date.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import { type BookWords, bookHeadings, type SourceOrder, sourcesIn } from "./fact-table.ts";

type Page = PublishedFiguresProps["page"];

/** What published figures say against one another, the divisions that are refused, and the cost rebuilt from them. */
export function publishedTables(page: Page, words: BookWords): PageTable[] {
  const order = page.sources.map(({ id }) => id);
  return [
    ...(page.contradictions.length > 0 ? [contradictionTable(page, order, words)] : []),
    ...(page.requestsPerCamera.attempts.length > 0 ? [divisionTable(page, order, words)] : []),
    ...(page.yearlyCosts.length > 0 ? [rebuiltTable(page, order, words)] : []),
  ];
}

const periodOf = ({ period, periodText }: ShownFigure): string | null =>
  period ? shortPeriod(period) : periodText;

function contradictionTable(
  { contradictions }: Page,
  order: SourceOrder,
  words: BookWords,
): PageTable {
  const { t } = words;
  return {
    title: t("pageWorkbook.titles.contradictions"),
    notes: [],
    headings: bookHeadings(t, "contradictions", [
      ...["measure", "period", "value", "unit", "scope", "reading", "source"],
    ]),
    rows: contradictions.flatMap(({ measure, figures, scopesDiffer }) =>
      figures.map((figure): WorkbookCell[] => [
        knownText(words, "measures", measure),
        periodOf(figure),
        cellOf(figure.value),
        figure.unit,
        figure.scope && knownText(words, "scopes", figure.scope),
        t(`publishedFigures.page.${scopesDiffer ? "scopesDiffer" : "sameScope"}`),
        sourcesIn(order, [figure.sourceId]),
      ]),
    ),
  };
}

function divisionTable(
  { requestsPerCamera }: Page,
  order: SourceOrder,
  words: BookWords,
): PageTable {
  const { t, locale } = words;
  const { attempts, breaks } = requestsPerCamera;
  return {
    title: t("publishedFigures.refused.title"),
    notes: breaks.map((reason) => t(`publishedFigures.refused.breaks.${reason}`)),
    headings: bookHeadings(t, "divisions", [
      ...[
        "measure",
        "requests",
        "requestsPeriod",
        "cameras",
        "camerasPeriod",
        "verdict",
        "quotient",
      ],
      "sources",
    ]),
    rows: attempts.map(({ requests, cameras, quotient, refusals }): WorkbookCell[] => [
      knownText(words, "measures", requests.measure),
      cellOf(requests.value),
      periodOf(requests),
      cellOf(cameras.value),
      periodOf(cameras),
      refusals.map((refusal) => t(`publishedFigures.refused.reasons.${refusal}`)).join("; ") ||
        t("pageWorkbook.divisions.allowed"),
      // What is refused is no number of the workbook: it is told as the words that it would be.
      refusals.length === 0
        ? cellOf(quotient)
        : t("pageWorkbook.divisions.refusedQuotient", {
            quotient: wordNumber(locale, quotient, 1),
          }),
      sourcesIn(order, [requests.sourceId, cameras.sourceId]),
    ]),
  };
}

function rebuiltTable({ yearlyCosts }: Page, order: SourceOrder, words: BookWords): PageTable {
  const { t } = words;
  return {
    title: t("pageWorkbook.titles.rebuilt"),
    notes: [t("publishedFigures.page.rebuilt.caveat")],
    headings: bookHeadings(t, "rebuilt", ["period", "term", "value", "unit", "source"]),
    rows: yearlyCosts.flatMap((cost): WorkbookCell[][] => {
      const period = shortPeriod(cost.period);
      const term = (figure: ShownFigure): WorkbookCell[] => [
        period,
        knownText(words, "measures", figure.measure),
        cellOf(figure.value),
        figure.unit,
        sourcesIn(order, [figure.sourceId]),
      ];
      const all = [...cost.components, cost.cameras].map(({ sourceId }) => sourceId);
      const computed = (name: string, value: WorkbookCell, unit: string): WorkbookCell[] => [
        period,
        t(`pageWorkbook.rebuilt.${name}`),
        value,
        unit,
        sourcesIn(order, all),
      ];
      return [
        ...cost.components.map(term),
        term(cost.cameras),
        computed("total", { value: cost.total, as: "money" }, `${cost.currency}/year`),
        computed(
          "perCameraYear",
          { value: cost.perCameraYear, as: "money" },
          `${cost.currency}/camera-year`,
        ),
        ...(cost.staffShare === undefined
          ? []
          : [computed("staffShare", { value: cost.staffShare, as: "share" }, "")]),
      ];
    }),
  };
}
