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

const TWO_YEARS = 63_072_000;

/** On every answer, whoever made it. A browser told HSTS over plain http ignores it, or locks itself out. */
export function securityHeaders(publicOrigin: string | undefined): Headers {
  if (!publicOrigin?.startsWith("https:")) return ALWAYS;
  return { ...ALWAYS, "strict-transport-security": `max-age=${TWO_YEARS}; includeSubDomains` };
}
