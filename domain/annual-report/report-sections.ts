import type { ChecklistCode } from "#domain/evaluation/statutory-checklist.ts";

type Section = { code: string; checklist: readonly ChecklistCode[] };

/**
 * The parts of an annual report in their order, each with the items of the merged checklist that it answers. Every item is
 * in one part. Source: Oakland OMC 9.64.010 (annual report), Seattle SMC 14.18, Lyon's charter.
 */
export const reportSections = [
  {
    code: "uses",
    checklist: ["purpose-and-necessity", "alternatives-considered", "operators-and-training"],
  },
  {
    code: "law",
    checklist: [
      "authorisation-and-expiry",
      "impact-assessment",
      "retention",
      "signs",
      "privacy-masks",
      "end-or-review-date",
    ],
  },
  { code: "requests", checklist: ["requests-by-requester", "sharing-agreements"] },
  { code: "refusals", checklist: ["access-requests"] },
  { code: "costs", checklist: ["full-cost-and-funding"] },
  { code: "deployment", checklist: ["deployment-by-area", "equity-of-exposure"] },
  { code: "complaints", checklist: ["complaints", "contact-point"] },
  { code: "breaches", checklist: ["breaches", "access-log-audit"] },
  { code: "effectiveness", checklist: ["effectiveness-against-purpose"] },
  { code: "opinions", checklist: [] },
  { code: "replies", checklist: [] },
  { code: "changes", checklist: ["changes-since-last-year"] },
  { code: "not-known", checklist: [] },
] as const satisfies readonly Section[];

export type SectionCode = (typeof reportSections)[number]["code"];
export const sectionCodes = reportSections.map(({ code }) => code) as [
  SectionCode,
  ...SectionCode[],
];
