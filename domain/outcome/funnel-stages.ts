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

/** Hours for which operators had a camera's images before them: time, not events, and of the camera. */
export const hoursWatchedStage = { funnel: "availability", stage: "hours-watched" } as const;
