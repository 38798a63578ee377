import { funnelStages } from "#domain/outcome/funnel-stages.ts";
import type { OutcomeDefinition } from "#domain/outcome/outcome-statistic.ts";

/** A whole, the stages that its events go on to, and those that go no further: what is left. */
export type StageLink = { readonly whole: string; readonly parts: readonly string[] };

/** Every pair of some stages of which the later counts some of the earlier's events. */
const pairs = (...stages: readonly string[]): StageLink[] =>
  stages.flatMap((whole, i) => stages.slice(i + 1).map((part) => ({ whole, parts: [part] })));

const review = funnelStages["footage-review"];
/** What is recorded and covered are offences; footage is asked for by others than them too. */
const sameEvents = review.slice(review.indexOf("requested"));

export const stageLinks: Readonly<Record<OutcomeDefinition["funnel"], readonly StageLink[]>> = {
  "footage-review": pairs(...sameEvents),
  "live-monitoring": pairs(...funnelStages["live-monitoring"]),
  "video-fines": pairs(...funnelStages["video-fines"]),
  rights: [
    ...pairs("received", "granted"),
    ...pairs("received", "refused"),
    { whole: "received", parts: ["granted", "refused"] },
  ],
  "recorded-offences": [],
  investigations: pairs("opened", "cleared"),
  availability: [],
};

/**
 * The order in which the stages of a release are judged: what is judged first is published more freely, what comes later
 * hides what its difference with the former would give away. The first stage and what came of the images are read most.
 */
export function judgingRank(funnel: OutcomeDefinition["funnel"], stage: string): number {
  const read = ["requested", "contributed", "detected", "resolved", "issued", "received"];
  const all = [
    ...read,
    ...new Set(stageLinks[funnel].flatMap(({ whole, parts }) => [whole, ...parts])),
  ];
  const rank = all.indexOf(stage);
  return rank < 0 ? all.length : rank;
}

/** True when a difference of the two counts events. */
export function areLinked(
  funnel: OutcomeDefinition["funnel"],
  one: string,
  other: string,
): boolean {
  return stageLinks[funnel].some(({ whole, parts }) => {
    const names = [whole, ...parts];
    return one !== other && names.includes(one) && names.includes(other);
  });
}
