export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
    const given = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    const weight = given === undefined ? 1 : Number(given);
    if (name) weights.set(name, Number.isFinite(weight) ? weight : 0);
  }
  return weights;
}

/**
 * The encoding to answer with (RFC 9110 §12.5.3): the heaviest that is accepted, the smallest on the
 * wire among equals. Unencoded when nothing else is accepted, even if that is refused too: a page in
 * the wrong coat is better than none.
 */
export function chooseEncoding(
  header: string | undefined,
  /** The best among equals last. */
  packed: readonly Exclude<Encoding, "identity">[] = ["gzip", "br"],
): Encoding {
  if (!header) return "identity";
  const weights = readWeights(header);
  const others = weights.get("*");
  let best: Encoding = "identity";
  let bestWeight = weights.get("identity") ?? (others === 0 ? 0 : Number.MIN_VALUE);
  for (const encoding of packed) {
    const weight = weights.get(encoding) ?? others ?? 0;
    if (weight > 0 && weight >= bestWeight) [best, bestWeight] = [encoding, weight];
  }
  return best;
}
