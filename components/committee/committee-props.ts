import type { EvaluationContent, Gap } from "#domain/evaluation/evaluation-content.ts";
import type { FieldConflict } from "#domain/evaluation/merge-drafts.ts";
import type { FollowUpKind } from "#domain/evaluation/recommendation-follow-up.ts";
import type { BallotChoice, Tally } from "#domain/evaluation/tally-ballots.ts";

/** What the committee's workspace is fed with. Named here because components know no use-case. */
export type DeskPage = {
  city: { slug: string; name: string; timezone: string; latestRelease: number };
  slug: string;
  standing: string;
  deeds: readonly string[];
  working:
    | {
        number: number;
        state: string;
        content: EvaluationContent;
        saves: number;
        reason: string | null;
      }
    | undefined;
  published: { number: number; content: EvaluationContent } | undefined;
  lastSave: { number: number; at: Date; savedBy: { name: string; quality: string } } | undefined;
  gaps: readonly Gap[];
  vote:
    | {
        tally: Tally;
        cast: number;
        mine: { choice: BallotChoice; reasons: string | null } | undefined;
      }
    | undefined;
  aside: { conflicts: readonly FieldConflict[]; merged: EvaluationContent } | undefined;
  recommendations: readonly { key: string; text: string; next: readonly FollowUpKind[] }[];
};

export type DeskProps = {
  page: DeskPage;
  /** A key of its own for each form: the same form sent twice is one act. */
  newKey: () => string;
  notice?: string | undefined;
  problem?: string | undefined;
};

/** Address that a deed's form is sent to. */
export function deedAddress(citySlug: string, slug: string, deed: string): string {
  return `/api/committee/${citySlug}/${slug}/${deed}`;
}
