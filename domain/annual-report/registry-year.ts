import type { AuthorisationSummary } from "#domain/compliance/authorisation-summary.ts";
import type { FullCostYear } from "#domain/cost/full-cost.ts";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import type { RecommendationState } from "#domain/evaluation/recommendation-follow-up.ts";
import type { ReplyDelay } from "#domain/evaluation/reply-delay.ts";
import type { Tally } from "#domain/evaluation/tally-ballots.ts";
import type { CamerasByDates } from "#domain/indicator/camera-years.ts";
import type { Inhabitants } from "#domain/indicator/cameras-per-inhabitant.ts";
import type { IndicatorFacts } from "#domain/indicator/indicator-facts.ts";

export type OpinionOfYear = {
  slug: string;
  version: number;
  content: Pick<EvaluationContent, "title" | "opinion" | "objective">;
  publishedOn: string;
  withdrawnOn: string | undefined;
  tally: Tally | null;
  repliedOn: string | undefined;
  reply: ReplyDelay;
  recommendations: readonly {
    text: string;
    owner: string;
    dueOn: string;
    state: RecommendationState;
  }[];
};

export type StudyOfYear = {
  title: { fr: string; en: string };
  page: string;
  verdict: "refused" | "fell" | "rose" | "no-difference";
  objective: string | undefined;
};

/**
 * All that the registry knows of a city and that its annual report is built from, as of one release. Counts are those that
 * disclosure control lets everybody read, and nothing else.
 */
export type RegistryYear = {
  year: number;
  release: number;
  /** The day whose state is told. */
  asOf: string;
  builtOn: string;
  currency: string;
  /** Only French cameras need a prefect's order. */
  needsOrders: boolean;
  facts: IndicatorFacts;
  authorisations: AuthorisationSummary;
  orders: readonly {
    number: string;
    grantedOn: string;
    expiresOn: string | null;
    perimeter: string | null;
  }[];
  /** Cameras in service by declared purpose; one camera may have several. */
  purposes: readonly { purpose: string; cameras: number }[];
  camerasWithPurpose: number;
  cameras: { inService: number; undated: number };
  /** Full costs of the year and of the year before, under the choices that assume least. */
  cost: FullCostYear | undefined;
  costBefore: FullCostYear | undefined;
  /** The ledger has lines planned for the year after. */
  hasNextBudget: boolean;
  population: Inhabitants | undefined;
  districts: readonly {
    code: string;
    name: string;
    cameras: readonly CamerasByDates[];
    population: Inhabitants | undefined;
  }[];
  areDistrictsKnown: boolean;
  studies: readonly StudyOfYear[];
  opinions: readonly OpinionOfYear[];
  releases: readonly { number: number; on: string; note: string }[];
  institutions: readonly {
    happenedOn: string;
    statement: { fr: string; en: string };
    sourceId: number;
  }[];
};
