import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import type {
  FollowUpKind,
  RecommendationState,
} from "#domain/evaluation/recommendation-follow-up.ts";
import type { ReplyDelay } from "#domain/evaluation/reply-delay.ts";
import type { BallotChoice, Tally } from "#domain/evaluation/tally-ballots.ts";

/** What the evaluation pages are fed with. Named here because components know no use-case. */
export type ShownCity = { slug: string; name: string; timezone: string; latestRelease: number };

export type ShownVersion = {
  number: number;
  content: EvaluationContent;
  dataRelease: number | null;
  reason: string | null;
  tally: Tally | null;
  publishedAt: Date | null;
  contentHash: string | null;
};

export type ShownSignatory = { name: string; quality: string };
export type ShownDissent = ShownSignatory & { choice: BallotChoice; reasons: string | null };
export type ShownReply = ShownSignatory & { versionNumber: number; body: string; at: Date };
export type ShownFollowUp = ShownSignatory & {
  kind: FollowUpKind;
  note: string | null;
  at: Date;
};

export type ShownRecommendation = EvaluationContent["recommendations"][number] & {
  state: RecommendationState;
  timeline: readonly ShownFollowUp[];
};

export type EvaluationProps = {
  page: {
    city: ShownCity;
    slug: string;
    shown: ShownVersion;
    before: ShownVersion | undefined;
    versions: readonly {
      number: number;
      publishedAt: Date | null;
      reason: string | null;
      contentHash: string | null;
    }[];
    isLatest: boolean;
    withdrawal: { reason: string; at: Date } | null;
    dissents: readonly ShownDissent[];
    replies: readonly ShownReply[];
    reply: ReplyDelay;
    recommendations: readonly ShownRecommendation[];
  };
};

export type ListedEvaluation = {
  slug: string;
  title: string;
  object: EvaluationContent["object"];
  opinion: EvaluationContent["opinion"];
  version: number;
  publishedOn: string;
  revisedOn: string | undefined;
  withdrawnOn: string | undefined;
  reply: ReplyDelay;
  recommendations: readonly RecommendationState[];
};
