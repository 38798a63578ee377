export type Headers = Readonly<Record<string, string>>;

const ALWAYS: Headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy":
    "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

/**
 * What an embed goes without: the header that older browsers understand as a refusal of every frame; and the one that parts a
 * window from its opener, which has no effect within a frame and makes a browser change process, some 50 ms, where the embed
 * is opened by itself. It holds what everybody reads, and nothing of whoever is signed in.
 */
export const WITHOUT_IN_FRAMES = ["x-frame-options", "cross-origin-opener-policy"] as const;

const TWO_YEARS = 63_072_000;

/** On every answer, whoever made it. A browser told HSTS over plain http ignores it, or locks itself out. */
export function securityHeaders(publicOrigin: string | undefined): Headers {
  if (!publicOrigin?.startsWith("https:")) return ALWAYS;
  return { ...ALWAYS, "strict-transport-security": `max-age=${TWO_YEARS}; includeSubDomains` };
}
