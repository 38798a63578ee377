/** What else may move the counts of a place. */
export const coInterventionKinds = ["lighting", "patrols", "works", "other"] as const;

/** Another measure in the areas of a study: what, from when to when, where, in the words of who logged it. */
export type CoIntervention = {
  readonly kind: (typeof coInterventionKinds)[number];
  readonly from: string;
  /** Absent while it lasts. */
  readonly to: string | undefined;
  /** Empty: everywhere in the study. */
  readonly districts: readonly string[];
  readonly description: string;
};

/** What the words of a log may be, in either language. */
const kindsByWord: Readonly<Record<string, CoIntervention["kind"]>> = {
  lighting: "lighting",
  éclairage: "lighting",
  patrols: "patrols",
  patrouilles: "patrols",
  works: "works",
  travaux: "works",
  other: "other",
  autre: "other",
};

const form =
  /^(\p{L}+) (\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2}|\.\.)(?: \[([^\]]+)\])? ?: ?(\S.*)$/u;

/**
 * One line of the dated log of a study: "works 2017-05-02/2017-10-31 [VT05, VT06]: the quays are dug up". A measure that lasts
 * ends with "..". Undefined for a line that does not read, a day that does not exist, or an end before its start.
 * Source: the period as ISO 8601 writes an interval, and an open one (ISO 8601-2).
 */
export function readCoIntervention(line: string): CoIntervention | undefined {
  const [, word = "", from = "", to = "", districts = "", description = ""] =
    form.exec(line.trim()) ?? [];
  const kind = kindsByWord[word.toLowerCase()];
  const end = to === ".." ? undefined : to;
  if (!kind || !isDay(from) || (end !== undefined && (!isDay(end) || end < from))) return undefined;
  return {
    kind,
    from,
    to: end,
    districts: districts.split(",").flatMap((code) => code.trim() || []),
    description,
  };
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
