/** The opening of the page. Addresses are linked to from figures, footers and banners: they do not change. */
export const ruleSections = [
  { address: "figure", rule: "figure" },
  { address: "states", rule: "states" },
  { address: "completeness", rule: "completeness" },
  { address: "intervals", rule: "intervals" },
  { address: "small-numbers", rule: "small" },
  { address: "effects", rule: "effects" },
  { address: "release", rule: "release" },
  { address: "fictional-city", rule: "fictional" },
  { address: "accessibility", rule: "accessibility" },
] as const;
