import {
  type AnnotationTarget,
  changedFacts,
  type JudgedFacts,
} from "#domain/annotation/annotation-content.ts";
import type { ModerationRule } from "#domain/annotation/moderation.ts";
import { type Anchoring, anchorPassage, type Passage } from "#domain/annotation/text-anchor.ts";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import {
  type AnnotationRow,
  currentWords,
  lastChange,
  moderationOf,
  standingOf,
} from "#persistence/annotation/annotation-queries.ts";
import type {
  ModerationQuality,
  ModerationRow,
} from "#persistence/annotation/moderation-queries.ts";
import type { Subject, SubjectReader } from "#persistence/annotation/read-subject.ts";
import type { City } from "#persistence/city-queries.ts";

type Named = { name: string; quality: string };

/** How what was judged stands today. */
export type Standing =
  | { kind: "same" }
  /** What it judged is another today: each value that differs, as it was and as it is. */
  | { kind: "superseded"; facts: ReturnType<typeof changedFacts> }
  /** Nothing public is called so any more. */
  | { kind: "gone" };

/** An act of moderation as anybody reads it: in what quality, never who. */
export type Moderated = { by: ModerationQuality; reason: string; at: Date; entry: number | null };

export type Hiding = Moderated & {
  rule: ModerationRule;
  /** When its author contested it: what the author says is not public. */
  contestedAt: Date | undefined;
  /** The hiding was upheld on appeal. */
  upheld: Moderated | undefined;
};

/** An annotation as anybody reads it. Of one that was withdrawn or hidden, what it said is not among it. */
export type AnnotationView = {
  number: number;
  kind: AnnotationRow["kind"];
  target: AnnotationTarget & { name: string | undefined };
  answers: number | null;
  /** Undefined once hidden: a tombstone judges nobody. */
  author: Named | undefined;
  at: Date;
  changedAt: Date;
  /** What was judged. */
  judged: { release: number; version: number | null; facts: JudgedFacts; hash: string };
  standing: Standing;
  withdrawal: (Named & { reason: string; at: Date }) | undefined;
  settled: (Named & { kind: "resolved" | "reopened"; reason: string; at: Date }) | undefined;
  hiding: Hiding | undefined;
  /** Read by moderation and left public, as it is worded now. */
  reviewed: (Moderated & { kind: "kept" | "restored" }) | undefined;
  /** Undefined once withdrawn or hidden. */
  said:
    | {
        body: string;
        /** Of the text of an evaluation, with where it stands in its latest version. */
        passage: Passage | undefined;
        anchoring: Anchoring | undefined;
        /** The words that stand there now, where they are others. */
        standsNow: string | undefined;
        revisions: { number: number; body: string; reason: string | null; at: Date }[];
      }
    | undefined;
};

/** The text of an evaluation as it is read. */
type TextOf = (content: EvaluationContent) => string;

/** Reads annotations with how what they judged stands today. */
export async function viewAnnotations(
  rows: readonly AnnotationRow[],
  city: City,
  subjects: SubjectReader,
  textOf: TextOf,
): Promise<AnnotationView[]> {
  const views: AnnotationView[] = [];
  for (const row of rows) views.push(viewOf(row, city, await subjects.read(row.target), textOf));
  return views;
}

function viewOf(
  row: AnnotationRow,
  city: City,
  subject: Subject | undefined,
  textOf: TextOf,
): AnnotationView {
  const { number, kind, target, answers, author, at, release, versionNumber, judged } = row;
  const { isWithdrawn, isHidden } = standingOf(row);
  const view = {
    number,
    kind,
    target: { ...target, name: subject?.name },
    answers,
    at,
    changedAt: lastChange(row),
    judged: { release, version: versionNumber, facts: judged, hash: row.judgedHash },
    standing: standingToday(row, city, subject),
  };
  if (isHidden) {
    const silent = { author: undefined, withdrawal: undefined, settled: undefined };
    return { ...view, ...silent, reviewed: undefined, said: undefined, hiding: hidingOf(row) };
  }
  const settled = row.deeds.filter((deed) => deed.kind !== "withdrawn").at(-1);
  return {
    ...view,
    author: { name: author.name, quality: author.quality },
    withdrawal: row.deeds.find((deed) => deed.kind === "withdrawn"),
    settled: settled as AnnotationView["settled"],
    hiding: undefined,
    reviewed: reviewOf(row),
    said: isWithdrawn ? undefined : saidBy(row, subject, textOf),
  };
}

const moderated = ({ by, reason, at, entry }: ModerationRow): Moderated => ({
  ...{ by, reason, at, entry },
});

function hidingOf({ moderations }: AnnotationRow): Hiding | undefined {
  const hiding = moderations.findLast(({ kind }) => kind === "hidden");
  if (!hiding?.rule) return undefined;
  const since = moderations.slice(moderations.indexOf(hiding));
  const upheld = since.find(({ kind }) => kind === "upheld");
  return {
    ...moderated(hiding),
    rule: hiding.rule,
    contestedAt: since.find(({ kind }) => kind === "contested")?.at,
    upheld: upheld && moderated(upheld),
  };
}

function reviewOf(row: AnnotationRow): AnnotationView["reviewed"] {
  const { state } = moderationOf(row);
  const last = row.moderations.at(-1);
  return last && (state === "kept" || state === "restored")
    ? { kind: state, ...moderated(last) }
    : undefined;
}

/** A release that is still the latest says what was judged; a day that passes supersedes nothing. */
function standingToday(
  { release, versionNumber, judged }: AnnotationRow,
  city: City,
  subject: Subject | undefined,
): Standing {
  if (!subject) return { kind: "gone" };
  const isLatest = subject.version
    ? subject.version.number === versionNumber
    : release === city.latestRelease;
  const facts = isLatest ? [] : changedFacts(judged, subject.facts);
  return facts.length === 0 ? { kind: "same" } : { kind: "superseded", facts };
}

function saidBy(
  row: AnnotationRow,
  subject: Subject | undefined,
  textOf: TextOf,
): AnnotationView["said"] {
  const passage = row.passage ?? undefined;
  const text = passage && subject?.version ? textOf(subject.version.content) : undefined;
  const anchoring = passage && text !== undefined ? anchorPassage(text, passage) : undefined;
  return {
    body: currentWords(row).body,
    passage,
    anchoring,
    standsNow:
      anchoring?.kind === "changed" ? text?.slice(anchoring.start, anchoring.end) : undefined,
    revisions: row.words,
  };
}
