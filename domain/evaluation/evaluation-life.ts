/**
 * The life of one version of an evaluation. Everything that was published stays public: a revision is a new version, a
 * withdrawal a reason beside what was said.
 */
export const versionStates = ["draft", "submitted", "voted", "published", "abandoned"] as const;
export type VersionState = (typeof versionStates)[number];

export type EvaluationStanding = {
  /** The version being worked on, if any. */
  readonly working:
    | { number: number; state: "draft" | "submitted" | "voted"; adopted: boolean }
    | undefined;
  /** The latest version that was published, if any. */
  readonly published: number | undefined;
  readonly withdrawn: boolean;
};

export type Step =
  | "submit"
  | "return-to-draft"
  | "close-vote"
  | "publish"
  | "abandon"
  | "revise"
  | "withdraw"
  | "reply";

/** A step that the life of an evaluation does not have at this point. */
export class StepRefused extends Error {
  constructor(
    readonly step: Step,
    readonly standing: EvaluationStanding,
  ) {
    super(`${step} is not possible now`);
    this.name = "StepRefused";
  }
}

/**
 * Whether a step can be taken: submit a draft; return what was submitted, or voted against, to draft; close a vote that is
 * open; publish what was adopted; abandon a draft; revise or withdraw what is public and not being revised; answer what is
 * public.
 */
export function canTake(
  step: Step,
  { working, published, withdrawn }: EvaluationStanding,
): boolean {
  const isPublic = published !== undefined && !withdrawn;
  switch (step) {
    case "submit":
    case "abandon":
      return working?.state === "draft" && !withdrawn;
    case "return-to-draft":
      return working?.state === "submitted" || (working?.state === "voted" && !working.adopted);
    case "close-vote":
      return working?.state === "submitted";
    case "publish":
      return working?.state === "voted" && working.adopted && !withdrawn;
    case "revise":
    case "withdraw":
      return isPublic && working === undefined;
    case "reply":
      return isPublic;
  }
}

export function requireStep(step: Step, standing: EvaluationStanding): void {
  if (!canTake(step, standing)) throw new StepRefused(step, standing);
}

/** The word by which the rights name where an evaluation stands (`permissions`). */
export function standingWord({ working, published, withdrawn }: EvaluationStanding): string {
  if (withdrawn) return "withdrawn";
  if (working === undefined) return published === undefined ? "abandoned" : "published";
  return working.state === "draft" && published !== undefined ? "revising" : working.state;
}
