/**
 * Why something said in public may be hidden: a closed list, published. The first three are the law's, and leave no choice;
 * the others are of the house.
 */
export const moderationRules = [
  { id: "personal-data", legalReference: "RGPD art. 5 et 6 ; CRPA L311-6, 1°" },
  { id: "identifiable-person", legalReference: "CRPA L311-6, 2° et 3°" },
  { id: "unlawful", legalReference: "Loi du 29 juillet 1881, art. 24, 29 et 33" },
  { id: "off-topic", legalReference: null },
  { id: "duplicate", legalReference: null },
] as const;

export type ModerationRule = (typeof moderationRules)[number]["id"];
export const moderationRuleIds = moderationRules.map(({ id }) => id);

/**
 * What moderation does, and what answers it. Each is an act beside the annotation, with a reason: nothing is erased, and
 * no word is changed. The author contests; whoever did not hide it restores it or upholds its hiding.
 */
export const moderationActs = ["hidden", "kept", "restored", "contested", "upheld"] as const;
export type ModerationAct = (typeof moderationActs)[number];

export type ModerationDeed = {
  readonly kind: ModerationAct;
  /** Version of the words that were read. */
  readonly words: number;
  /** Of what answers a hiding: that the author had contested it. */
  readonly onAppeal: boolean;
};

/**
 * `unread`: nobody has looked at these words yet, or they were revised since. `kept`: read, and left public. `restored`:
 * public again. `hidden`, `contested`, `upheld`: hidden; the author may contest, has contested, was answered.
 */
export const moderationStates = [
  "unread",
  "kept",
  "restored",
  "hidden",
  "contested",
  "upheld",
] as const;
export type ModerationState = (typeof moderationStates)[number];

export type ModerationStanding = {
  readonly state: ModerationState;
  readonly isHidden: boolean;
  /** Restored on appeal, and not revised since: it is not hidden again. */
  readonly isSettled: boolean;
};

/** Where an annotation stands with moderation, from what was done in its order; `words` is the version that it has now. */
export function moderationStanding(
  deeds: readonly ModerationDeed[],
  words: number,
): ModerationStanding {
  const last = deeds.at(-1);
  const isHidden = last?.kind === "hidden" || last?.kind === "contested" || last?.kind === "upheld";
  if (!last || (!isHidden && last.words < words)) {
    return { state: "unread", isHidden: false, isSettled: false };
  }
  return { state: last.kind, isHidden, isSettled: last.kind === "restored" && last.onAppeal };
}

export type ModerationStep = "hide" | "keep" | "restore" | "contest" | "uphold";

/** Words that are hidden are contested once; once that was answered, the answer stands. */
export function canModerate(
  step: ModerationStep,
  { state, isHidden, isSettled }: ModerationStanding,
): boolean {
  switch (step) {
    case "hide":
      return !isHidden && !isSettled;
    case "keep":
      return state === "unread";
    case "restore":
      return state === "hidden" || state === "contested";
    case "contest":
      return state === "hidden";
    case "uphold":
      return state === "contested";
  }
}

/** So many words of a text in a row, said again, are the text. */
const QUOTED_WORDS = 5;

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether a reason that everybody reads says again what it hides: `QUOTED_WORDS` words in a row of any version, or a shorter
 * text whole.
 */
export function repeatsHidden(reason: string, hidden: readonly string[]): boolean {
  const said = ` ${wordsOf(reason).join(" ")} `;
  return hidden.some((text) => {
    const words = wordsOf(text);
    const length = Math.min(QUOTED_WORDS, words.length);
    if (length === 0) return false;
    return words.some(
      (_, at) =>
        at + length <= words.length && said.includes(` ${words.slice(at, at + length).join(" ")} `),
    );
  });
}
