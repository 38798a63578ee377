/**
 * Smallest count of events that may be read on its own: 1 to k − 1 identifies an inquiry, hence perhaps a person.
 * 5 is the usual rule for counts of persons or events; police-recorded crime follows SSMSI's own rule (more than 5).
 */
export const usualThreshold = 5;

/** True for a count that may not be read on its own: at least one event, fewer than the threshold. Zero is no secret. */
export function isSmallCell(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/**
 * SSMSI's rule for police-recorded crime in a commune: readable if more than 5 facts in each of three successive years,
 * or none in all three. A suppressed year may therefore hold more than 5 facts.
 * Years other than three are refused by the type. Source: SSMSI, communal base of recorded crime.
 */
export function isReadableOverThreeYears(counts: readonly [number, number, number]): boolean {
  return counts.every((count) => count > 5) || counts.every((count) => count === 0);
}
