import type {
  ReportFacts,
  ReportFigure,
  ReportTexts,
} from "#domain/annual-report/report-content.ts";
import type { FieldConflict } from "#domain/evaluation/merge-drafts.ts";

/** What the pages of annual reports are fed with. Named here because components know no use-case. */
export type ReportCity = {
  slug: string;
  name: string;
  timezone: string;
  fictional: boolean;
  latestRelease: number;
};

export type ShownReport = {
  number: number;
  texts: ReportTexts;
  facts: ReportFacts;
  reason: string | null;
  publishedAt: Date | null;
  contentHash: string | null;
  logSize: number | null;
  logRoot: string | null;
};

export type ReportProps = {
  page: {
    city: ReportCity;
    year: number;
    shown: ShownReport;
    before: ShownReport | undefined;
    versions: readonly {
      number: number;
      publishedAt: Date | null;
      reason: string | null;
      contentHash: string | null;
    }[];
    isLatest: boolean;
    since: ReadonlyMap<string, ReportFigure | null>;
  };
};

export type ReportDeskProps = {
  page: {
    city: ReportCity;
    year: number;
    deeds: readonly string[];
    draft: (ShownReport & { saves: number; dataRelease: number }) | undefined;
    published: { number: number } | undefined;
    lastSave: { number: number; at: Date; name: string } | undefined;
    missing: readonly string[];
    aside: { conflicts: readonly FieldConflict[]; merged: ReportTexts } | undefined;
  };
  newKey: () => string;
  notice?: string | undefined;
  problem?: string | undefined;
};

export type ListedReport = { year: number; publishedOn: string; version: number };

export function reportPath(citySlug: string, year: number): string {
  return `/${citySlug}/committee/annual-report/${year}`;
}

export function reportDeskPath(citySlug: string, year: number): string {
  return `/${citySlug}/committee/annual-report-desk/${year}`;
}

/** Address that a deed's form is sent to. */
export function reportDeedAddress(citySlug: string, year: number, deed: string): string {
  return `/api/committee/${citySlug}/annual-reports/${year}/${deed}`;
}
