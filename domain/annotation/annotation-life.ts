/** What is done to an annotation after it is published. Nothing is erased: each is an act beside it. */
export const annotationActs = ["resolved", "reopened", "withdrawn"] as const;
export type AnnotationAct = (typeof annotationActs)[number];

export type AnnotationStep = "revise" | "resolve" | "reopen" | "withdraw" | "reply";

export type AnnotationStanding = {
  readonly isReply: boolean;
  readonly isResolved: boolean;
  readonly isWithdrawn: boolean;
  /** By moderation (`moderationStanding`). */
  readonly isHidden: boolean;
};

/** Where an annotation stands, from the acts upon it in their order. */
export function standingOfAnnotation(
  isReply: boolean,
  acts: readonly AnnotationAct[],
  isHidden: boolean,
): AnnotationStanding {
  const settled = acts.filter((act) => act !== "withdrawn").at(-1);
  return {
    isReply,
    isResolved: settled === "resolved",
    isWithdrawn: acts.includes("withdrawn"),
    isHidden,
  };
}

/** What is withdrawn or hidden is a tombstone: earlier versions would show what a revision mends. A thread is settled as a whole: its replies are not. */
export function canTakeStep(step: AnnotationStep, standing: AnnotationStanding): boolean {
  if (standing.isWithdrawn || standing.isHidden) return false;
  if (step === "resolve") return !standing.isReply && !standing.isResolved;
  if (step === "reopen") return !standing.isReply && standing.isResolved;
  return true;
}
