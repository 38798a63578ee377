import { type BeforeAfter, requireCounts } from "./controlled-counts.ts";

export type DisplacementCounts = {
  readonly response: BeforeAfter;
  readonly buffer: BeforeAfter;
  readonly control: BeforeAfter;
};

/** How the quotient reads, once the scheme itself did better than its control. */
export type DisplacementReading =
  | "diffusion-larger-than-effect"
  | "diffusion"
  | "no-change"
  | "displacement-smaller-than-effect"
  | "displacement-cancels-effect";

export type DisplacementQuotient =
  | { readonly kind: "undefined"; readonly reason: "zero-in-control" | "zero-in-response" }
  | (DisplacementFigures & { readonly kind: "not-interpretable"; readonly reason: "no-success" })
  | (DisplacementFigures & {
      readonly kind: "interpretable";
      readonly quotient: number;
      readonly reading: DisplacementReading;
    });

type DisplacementFigures = {
  /** Gross effect: events before less events after, in the response area. */
  readonly grossEffect: number;
  /** Net effect: change of the response area's share of the control area; positive when it fell. */
  readonly netEffect: number;
  /** Below 0: the response area did better than its control. */
  readonly success: number;
  /** Below 0: the buffer did better than its control. */
  readonly bufferEffect: number;
  /** Events avoided in response and buffer together, against the control's change. */
  readonly totalNetEffect: number;
};

/**
 * Weighted displacement quotient: did crime move to the ring around the scheme, or did the ring gain too?
 *
 * Unit: none; the total net effect is in events. Formula, with R response, D buffer, C control, b/a before/after:
 * WDQ = (Da/Ca − Db/Cb) / (Ra/Ca − Rb/Cb); net effect Rb/Cb − Ra/Ca; TNE = Rb·Ca/Cb − Ra + Db·Ca/Cb − Da.
 * Interpreted only when success (Ra/Ca − Rb/Cb) is below 0: without an effect there is nothing to displace.
 * Undefined when the control area, or the response area before, counts no event. It carries no sampling error: the
 * weighted displacement difference is to be read beside it.
 * Source: Bowers & Johnson 2003; POP Guide, appendix B.
 */
export function weightedDisplacementQuotient(counts: DisplacementCounts): DisplacementQuotient {
  requireCounts("The response area", counts.response);
  requireCounts("The buffer", counts.buffer);
  requireCounts("The control area", counts.control);
  const { response, buffer, control } = counts;
  if (control.before === 0 || control.after === 0) {
    return { kind: "undefined", reason: "zero-in-control" };
  }
  if (response.before === 0) return { kind: "undefined", reason: "zero-in-response" };

  const change = (area: BeforeAfter) => area.after / control.after - area.before / control.before;
  const avoided = (area: BeforeAfter) =>
    (area.before * control.after) / control.before - area.after;
  const success = change(response);
  const figures = {
    grossEffect: response.before - response.after,
    netEffect: 0 - success,
    success,
    bufferEffect: change(buffer),
    totalNetEffect: avoided(response) + avoided(buffer),
  };
  if (success >= 0) return { kind: "not-interpretable", reason: "no-success", ...figures };
  const quotient = figures.bufferEffect / success;
  return { kind: "interpretable", quotient, reading: readingOf(quotient), ...figures };
}

function readingOf(quotient: number): DisplacementReading {
  if (quotient > 1) return "diffusion-larger-than-effect";
  if (quotient > 0) return "diffusion";
  if (quotient === 0) return "no-change";
  return quotient > -1 ? "displacement-smaller-than-effect" : "displacement-cancels-effect";
}
