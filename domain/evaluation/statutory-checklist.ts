/**
 * What a committee checks of any system of cameras: the duties of the law and of the best ordinances, merged. Data, so that
 * a form, a page and a report ask the same questions in the same order.
 * Source: CSI L251-1 to L255-1; Oakland OMC 9.64.010; Seattle SMC 14.18; UK Surveillance Camera Code; Lyon's charter.
 */
export const checklistItems = [
  { code: "purpose-and-necessity", reference: "CSI L251-2" },
  { code: "alternatives-considered", reference: "CCOPS" },
  { code: "authorisation-and-expiry", reference: "CSI L252-1, L252-4" },
  { code: "impact-assessment", reference: "CSI R252-3; RGPD art. 35" },
  { code: "retention", reference: "CSI L252-5" },
  { code: "signs", reference: "CSI R253-6" },
  { code: "privacy-masks", reference: "CSI L251-3" },
  { code: "operators-and-training", reference: "CSI R253-3" },
  { code: "access-log-audit", reference: "CSI R253-5" },
  { code: "requests-by-requester", reference: "OMC 9.64.010" },
  { code: "sharing-agreements", reference: "OMC 9.64.010 B" },
  { code: "complaints", reference: "OMC 9.64.010 E" },
  { code: "access-requests", reference: "CSI R253-6" },
  { code: "breaches", reference: "OMC 9.64.010 G" },
  { code: "full-cost-and-funding", reference: "OMC 9.64.010" },
  { code: "deployment-by-area", reference: "OMC 9.64.010 D" },
  { code: "effectiveness-against-purpose", reference: "OMC 9.64.010 H" },
  { code: "equity-of-exposure", reference: "SMC 14.18" },
  { code: "changes-since-last-year", reference: "SMC 14.18" },
  { code: "contact-point", reference: "UK Code 3" },
  { code: "end-or-review-date", reference: "UK Code 2" },
] as const;

export type ChecklistCode = (typeof checklistItems)[number]["code"];
export const checklistCodes = checklistItems.map(({ code }) => code) as [
  ChecklistCode,
  ...ChecklistCode[],
];

/** "not-known" is what the committee could not find out: it is said, never left out. */
export const checklistAnswers = ["yes", "partly", "no", "not-known", "not-applicable"] as const;
export type ChecklistAnswer = (typeof checklistAnswers)[number];
