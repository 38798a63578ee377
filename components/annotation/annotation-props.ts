import type {
  AnnotationKind,
  AnnotationTarget,
  JudgedFacts,
} from "#domain/annotation/annotation-content.ts";
import type { ModerationRule } from "#domain/annotation/moderation.ts";
import type { Anchoring, Passage } from "#domain/annotation/text-anchor.ts";

/** What annotations are shown from. Named here because components know no use-case. */
export type ShownCity = { slug: string; name: string; timezone: string };

export type ChangedFact = { name: string; judged: string | undefined; now: string | undefined };
type Named = { name: string; quality: string };

/** In what quality, never who. */
type Moderated = {
  by: "moderator" | "committee-chair" | "committee-member" | "city-respondent";
  reason: string;
  at: Date;
  entry: number | null;
};

export type ShownHiding = Moderated & {
  rule: ModerationRule;
  contestedAt: Date | undefined;
  upheld: Moderated | undefined;
};

export type ShownAnnotation = {
  number: number;
  kind: AnnotationKind;
  target: AnnotationTarget & { name: string | undefined };
  answers: number | null;
  author: Named | undefined;
  at: Date;
  judged: { release: number; version: number | null; facts: JudgedFacts; hash: string };
  standing: { kind: "same" | "gone" } | { kind: "superseded"; facts: readonly ChangedFact[] };
  withdrawal: (Named & { reason: string; at: Date }) | undefined;
  settled: (Named & { kind: "resolved" | "reopened"; reason: string; at: Date }) | undefined;
  hiding: ShownHiding | undefined;
  reviewed: (Moderated & { kind: "kept" | "restored" }) | undefined;
  said:
    | {
        body: string;
        passage: Passage | undefined;
        anchoring: Anchoring | undefined;
        standsNow: string | undefined;
        revisions: readonly { number: number; body: string; reason: string | null; at: Date }[];
      }
    | undefined;
};
