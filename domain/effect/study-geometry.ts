import { bufferMetres } from "#domain/indicator/comparison-area.ts";
import { areasTouch } from "#domain/territory/areas-touch.ts";
import type { AreaGeometry } from "#domain/territory/territory-records.ts";
import type { EffectStudy } from "./effect-study.ts";

export type StudyGeometry = {
  /** Districts of the ring that come near no treated one, and of the controls' ring that come near no control. */
  readonly apart: readonly string[];
  /** Controls, and districts of their ring, that come near a treated district: what moves could arrive there. */
  readonly near: readonly string[];
  /** Districts of the study whose outline is not known: nothing is checked of them. */
  readonly unknown: readonly string[];
};

/**
 * Whether a ring is one, and controls are away from it, by the outlines of the districts.
 * Near: within 300 metres, the widest buffer of the literature (100 to 300 m). A ring that comes near nothing catches nothing
 * that moves; a control within the ring takes in what moves as if it would have happened anyway.
 * Source: Farrington, Gill, Waples & Argomaniz 2007; Bowers & Johnson 2003 for the ring.
 */
export function studyGeometry(
  { treated, control, ring, controlRing }: EffectStudy,
  outlines: ReadonlyMap<string, AreaGeometry>,
): StudyGeometry {
  /** Undefined where an outline that the answer hangs on is missing. */
  const isNear = (district: string, areas: readonly string[]): boolean | undefined => {
    const own = outlines.get(district);
    const others = areas.flatMap((code) => outlines.get(code) ?? []);
    if (!own) return undefined;
    if (others.some((other) => areasTouch(own, other, bufferMetres))) return true;
    return others.length === areas.length ? false : undefined;
  };
  return {
    apart: [
      ...ring.filter((district) => isNear(district, treated) === false),
      ...controlRing.filter((district) => isNear(district, control) === false),
    ],
    near: [...control, ...controlRing].filter((district) => isNear(district, treated) === true),
    unknown: [...treated, ...control, ...ring, ...controlRing].filter(
      (district) => !outlines.has(district),
    ),
  };
}
