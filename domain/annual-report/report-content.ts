import canonicalize from "canonicalize";
import { z } from "zod";
import { opinions } from "#domain/evaluation/evaluation-content.ts";
import { followUpKinds } from "#domain/evaluation/recommendation-follow-up.ts";
import { measureKinds } from "#domain/measure/measure.ts";
import { present } from "#domain/presence/present.ts";
import { honestText } from "#domain/text/honest-text.ts";
import { sectionCodes } from "./report-sections.ts";

const line = (longest: number) => z.string().trim().max(longest);
const day = z.iso.date();
const period = z.object({ from: day, to: day });
const key = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120);

/**
 * A figure as the registry gave it at one release: number or silence, interval, unit, period, definition, completeness,
 * sources, page. It is worded in the reader's language and never read again, so that a later release cannot change what a
 * report said.
 */
export const reportFigureSchema = z.object({
  /** How a text refers to it: `{{figure:requested-2024}}`. */
  key,
  /** What it is: a word of the report, `stage.requested`, `indicator.relevance-rate`, `purpose.traffic-flow`. */
  name: line(120).min(1),
  /** What part of the city or of the system, in the words of the data: a district, a scope, a funder. */
  about: line(300).optional(),
  kind: z.enum(measureKinds),
  value: z.number().optional(),
  bound: z.enum(["lower", "upper", "open"]).optional(),
  interval: z
    .object({ low: z.number(), high: z.number(), level: z.number(), method: line(60) })
    .optional(),
  estimated: z.boolean().default(false),
  unit: line(80).min(1),
  period,
  /** What is counted, in the words of whoever counts it. */
  definition: line(1000).optional(),
  completeness: z.object({ counted: z.number(), expected: z.number(), of: line(40) }).optional(),
  /** Identifiers among the report's own sources. */
  sources: z.array(z.int()).max(200),
  /** Address of the page that shows it, without city. */
  page: line(300),
  release: z.int().min(1),
});
export type ReportFigure = z.infer<typeof reportFigureSchema>;

/** A thing of the year that is no figure: an opinion, a reply, a study, an order, a release. */
export const reportEntrySchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("opinion"),
    slug: line(80),
    title: line(200),
    version: z.int(),
    publishedOn: day,
    withdrawnOn: day.optional(),
    opinion: z.enum(opinions).optional(),
    votes: z
      .object({ for: z.int(), against: z.int(), abstain: z.int(), recusal: z.int() })
      .optional(),
  }),
  z.object({
    kind: z.literal("reply"),
    slug: line(80),
    title: line(200),
    publishedOn: day,
    repliedOn: day.optional(),
    /** From publication to reply, or to the day of the report. */
    days: z.int().min(0),
  }),
  z.object({
    kind: z.literal("recommendation"),
    slug: line(80),
    text: line(2000),
    owner: line(200),
    dueOn: day,
    state: z.enum(["waiting", "overdue", ...followUpKinds]),
  }),
  z.object({
    kind: z.literal("study"),
    title: z.object({ fr: line(300), en: line(300) }),
    page: line(300),
    verdict: z.enum(["refused", "fell", "rose", "no-difference"]),
    objective: line(1000).optional(),
  }),
  z.object({
    kind: z.enum(["order-granted", "order-expired"]),
    number: line(100),
    on: day,
    perimeter: line(300).optional(),
  }),
  z.object({
    kind: z.literal("release"),
    number: z.int(),
    on: day,
    note: line(5000),
  }),
  z.object({
    kind: z.literal("fact"),
    on: line(10),
    statement: z.object({ fr: line(2000), en: line(2000) }),
    sources: z.array(z.int()),
  }),
]);
export type ReportEntry = z.infer<typeof reportEntrySchema>;

/** What the registry cannot say, by name: the words are the interface's. */
export const unknownCodes = [
  "purposes",
  "necessity-review",
  "alternatives",
  "operators",
  "live-monitoring",
  "video-fines",
  "orders",
  "orders-of-cameras",
  "expiry-of-orders",
  "impact-assessment",
  "retention",
  "signs",
  "privacy-masks",
  "review-dates",
  "requests",
  "results-of-requests",
  "requesters",
  "sharing",
  "access-requests",
  "access-refused",
  "refusal-grounds",
  "ledger",
  "cost-nature",
  "cost-lines",
  "funding",
  "next-year-funding",
  "cameras-by-district",
  "inhabitants-of-districts",
  "priority-districts",
  "complaints",
  "complaint-details",
  "contact-point",
  "breaches",
  "access-log",
  "objective",
  "effect-studies",
  "effect-concluded",
  "indicator",
  "opinions",
  "reply",
  "installation-dates",
  "year-before",
] as const;

export const reportUnknownSchema = z.object({
  code: z.enum(unknownCodes),
  count: z.int().min(0).optional(),
  of: z.int().min(0).optional(),
  /** Codes or words of what is concerned, worded by the interface where it knows them. */
  names: z.array(line(300)).max(50).optional(),
});
export type ReportUnknown = z.infer<typeof reportUnknownSchema>;

/** A source as it was when the report was built. */
export const reportSourceSchema = z.object({
  id: z.int(),
  title: z.string(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  licence: z.string().nullable(),
  licenceUrl: z.string().nullable(),
  attribution: z.string().nullable(),
  publishedOn: z.string().nullable(),
  retrievedOn: z.string().nullable(),
  verification: z.string(),
});

/** What the registry says of a year, as of one release. */
export const reportFactsSchema = z.object({
  year: z.int(),
  release: z.int().min(1),
  /** The day whose state is told: the last of the year, or that of the report when the year is not over. */
  asOf: day,
  builtOn: day,
  sections: z
    .array(
      z.object({
        code: z.enum(sectionCodes),
        figures: z.array(reportFigureSchema).max(500),
        entries: z.array(reportEntrySchema).max(500),
        unknowns: z.array(reportUnknownSchema).max(100),
      }),
    )
    .length(sectionCodes.length),
  sources: z.array(reportSourceSchema).max(1000),
});
export type ReportFacts = z.infer<typeof reportFactsSchema>;
export type ReportSection = ReportFacts["sections"][number];
export type ReportPart = Omit<ReportSection, "code">;

/** The committee's own words: before everything, and under each part. Markdown. */
export const textCodes = ["introduction", ...sectionCodes] as const;
export type TextCode = (typeof textCodes)[number];
export const reportTextsSchema = z
  .partialRecord(z.enum(textCodes), honestText(100_000))
  .transform((texts) => withoutEmpty(texts))
  .meta({ id: "AnnualReportTexts" });
export type ReportTexts = Partial<Record<TextCode, string>>;

function withoutEmpty(texts: ReportTexts): ReportTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "")) as ReportTexts;
}

/** All that one version says, and that its hash is taken of. */
export type ReportContent = { texts: ReportTexts; facts: ReportFacts };

/** The bytes that the hash of a version is taken of: canonical JSON (RFC 8785), the same for whoever reads it. */
export function canonicalReport({ texts, facts }: ReportContent): string {
  return present(canonicalize({ texts, facts }));
}

export function figuresOf(facts: ReportFacts): ReportFigure[] {
  return facts.sections.flatMap(({ figures }) => figures);
}
