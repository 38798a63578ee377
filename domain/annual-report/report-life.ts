import { figuresReferredTo } from "#domain/evaluation/evaluation-content.ts";
import { figuresOf, type ReportContent } from "./report-content.ts";

/** Where a report stands: a draft or none, over a public version or none. */
export type ReportStanding = { readonly draft: boolean; readonly published: boolean };

export const reportSteps = ["edit", "publish", "revise", "abandon"] as const;
export type ReportStep = (typeof reportSteps)[number];

/**
 * Whether a step can be taken: a draft is edited and published; a public report is revised, when it is not being revised; a
 * revision may be given up, the first draft may not: without it there would be no report.
 */
export function canTakeStep(step: ReportStep, { draft, published }: ReportStanding): boolean {
  switch (step) {
    case "edit":
    case "publish":
      return draft;
    case "revise":
      return published && !draft;
    case "abandon":
      return published && draft;
  }
}

/** The first year a report may be about, and the last: that of the day. */
export function isReportedYear(year: number, today: string): boolean {
  return Number.isInteger(year) && year >= 1990 && year <= Number(today.slice(0, 4));
}

/** Figures that a text puts in and that the report does not have: they keep it from being published. */
export function missingFigures({ texts, facts }: ReportContent): string[] {
  const known = new Set(figuresOf(facts).map(({ key }) => key));
  const asked = Object.values(texts).flatMap((text) => figuresReferredTo(text));
  return [...new Set(asked)].filter((key) => !known.has(key));
}
