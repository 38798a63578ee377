/**
 * Smallest count of events that may be read on its own: 1 to k − 1 identifies an inquiry, hence perhaps a person.
 * 5 is the usual rule for counts of persons or events; police-recorded crime follows SSMSI's own rule (more than 5).
 */
export const usualThreshold = 5;

/** True for a count that may not be read on its own: at least one event, fewer than the threshold. Zero is no secret. */
export function isSmallCell(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}
