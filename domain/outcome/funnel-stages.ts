/** The stages of each funnel in their order. What a count is named decides its place; a stage may be missing. */
export const funnelStages = {
  "footage-review": [
    "recorded",
    "covered",
    "requested",
    "available",
    "extracted",
    "usable",
    "contributed",
    "cleared",
    "arrested",
  ],
  "live-monitoring": ["detected", "verified", "reported", "dispatched", "attended", "resolved"],
  "video-fines": ["issued", "contested", "cancelled"],
  rights: ["received", "granted", "refused", "complaints", "controls", "breaches"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type FunnelName = keyof typeof funnelStages;

/**
 * Investigations of an area and what they owe to footage: opened, cleared, and the arrests made by any means. All of them are
 * counted, not those alone for which footage was asked: no funnel, a denominator.
 */
export const investigationStages = ["opened", "cleared", "arrests"] as const;
/** The result of an investigation in which footage gave a lead or evidence. */
export const footageContributed = "footage-contributed";

/** Hours for which operators had a camera's images before them: time, not events, and of the camera. */
export const hoursWatchedStage = { funnel: "availability", stage: "hours-watched" } as const;
