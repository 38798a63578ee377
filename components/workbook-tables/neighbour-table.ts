import type { VoteCardProps } from "#components/vote-card/vote-card-props.ts";
import { cellOf, type PageTable } from "#components/workbook/page-workbook.ts";
import { wordNumber } from "#formats/wording/word-number.ts";
import type { WorkbookCell } from "#formats/workbook/write-workbook.ts";
import { type BookWords, bookHeadings } from "./fact-table.ts";

type Page = VoteCardProps["page"];

/** The cameras nearest to a place, each with how much it is asked for and watched. */
export function neighbourTable(
  { neighbours, neighboursWithin }: Page,
  { locale, t }: BookWords,
): PageTable {
  return {
    title: t("voteCard.neighbours.title"),
    notes: [
      t("voteCard.neighbours.nearest", {
        within: wordNumber(locale, neighboursWithin),
        most: wordNumber(locale, neighbours.length),
      }),
    ],
    headings: bookHeadings(t, "neighbours", [
      ...["camera", "label", "metres", "requests", "year", "alerts", "alertsYear", "hours"],
      "hoursYear",
    ]),
    rows: neighbours.map(({ camera, metres, requests, alerts, watched }): WorkbookCell[] => [
      camera.reference,
      camera.label,
      cellOf(Math.round(metres / 10) * 10),
      ...bandCells(requests, locale, t),
      ...bandCells(alerts, locale, t),
      cellOf(watched?.hours ?? t("voteCard.neighbours.unknown")),
      watched ? { value: watched.year, as: "year" } : null,
    ]),
  };
}

/** A band is no number: it is told in words, then its year. */
function bandCells(
  found: Page["neighbours"][number]["requests"],
  locale: string,
  t: BookWords["t"],
): WorkbookCell[] {
  if (!found) return [t("voteCard.neighbours.unknown"), null];
  const { from, to } = found.band;
  const band = t("pageWorkbook.neighbours.band", {
    from: wordNumber(locale, from),
    to: to === undefined ? "more" : wordNumber(locale, to),
  });
  return [band, { value: found.year, as: "year" }];
}
