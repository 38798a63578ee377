import { hoursWatchedStage } from "#domain/outcome/funnel-stages.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";

/** `exact`: as counted. `bands`: countBand. `suppression`: Algorithm S. `all-readable`: only if every cell is readable. */
export type PublicationMethod = "none" | "bands" | "suppression" | "all-readable" | "exact";

export type PublicationRule = {
  readonly method: PublicationMethod;
  /** Smallest readable count, where the method has one. */
  readonly threshold?: number;
  /** Months between the end of the period and its first publication. */
  readonly delayMonths: number;
};

/**
 * What exists publicly, by table. A table that is not here is not published.
 * Source: recommended publication grid; police-recorded crime follows SSMSI's communal rule (more than 5 in three
 * successive years), hence 6.
 */
export const publicationGrid = {
  "camera × month × category": { method: "none", delayMonths: 0 },
  "camera × month": { method: "none", delayMonths: 0 },
  "camera × year": { method: "bands", delayMonths: 3 },
  "camera × year × hours watched": { method: "exact", delayMonths: 3 },
  "camera × year × category": { method: "none", delayMonths: 0 },
  "camera × year × contribution": { method: "none", delayMonths: 0 },
  "district × year × contribution": { method: "suppression", threshold: 5, delayMonths: 3 },
  "district × year × category": { method: "suppression", threshold: 5, delayMonths: 3 },
  "district × year × recorded crime": { method: "suppression", threshold: 6, delayMonths: 3 },
  "district × quarter": { method: "all-readable", threshold: 5, delayMonths: 3 },
  "city × year × category × outcome": { method: "suppression", threshold: 5, delayMonths: 3 },
  costs: { method: "exact", delayMonths: 0 },
  "camera counts": { method: "exact", delayMonths: 0 },
  staff: { method: "exact", delayMonths: 0 },
} as const satisfies Record<string, PublicationRule>;

export type PublicTable = keyof typeof publicationGrid;

/** Stages whose year is public for one camera: requests, extractions, and what operators reported. */
const stagesOfCameras: Partial<Record<OutcomeDefinition["funnel"], readonly string[]>> = {
  "footage-review": ["requested", "extracted"],
  "live-monitoring": ["reported"],
};
/** Stages that say what came of the footage. */
const contributions = ["contributed", "cleared", "arrested"];

/**
 * The table in which a camera's year of a stage stands. The grid names those that may be published; of a stage that is in none
 * of them, no camera has a figure.
 */
export function cameraTable({
  funnel,
  stage,
}: {
  readonly funnel: OutcomeDefinition["funnel"];
  readonly stage: string;
}): string {
  if (funnel === hoursWatchedStage.funnel && stage === hoursWatchedStage.stage)
    return "camera × year × hours watched";
  if (stagesOfCameras[funnel]?.includes(stage)) return "camera × year";
  return `camera × year × ${contributions.includes(stage) ? "contribution" : stage}`;
}

/**
 * Offences whose victims a district would name, never published below the city whatever the count, in the words of the
 * data: French and English, without accents. "Hors cadre familial" is not among them.
 */
const wordsNeverBelowCity =
  /sexu|\bviols?\b|\brape|incest|intra-?famili|conjugal|domestic|within the family/;

/** True when what is counted, a category or a whole definition in its source's own words, may be published for a part of the city. */
export function mayBePublishedBelowCity(counted: string): boolean {
  const words = counted
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  return !wordsNeverBelowCity.test(words);
}

/** The rule of a table once the delay has run; "none" before, and for a table the grid does not know. */
export function publicationMethod(table: string, monthsSincePeriodEnd: number): PublicationMethod {
  const rule = Object.hasOwn(publicationGrid, table)
    ? publicationGrid[table as PublicTable]
    : undefined;
  if (rule === undefined || monthsSincePeriodEnd < rule.delayMonths) return "none";
  return rule.method;
}
