import {
  type AnnotationTarget,
  changedFacts,
  type JudgedFacts,
} from "#domain/annotation/annotation-content.ts";
import { type Anchoring, anchorPassage, type Passage } from "#domain/annotation/text-anchor.ts";
import type { EvaluationContent } from "#domain/evaluation/evaluation-content.ts";
import {
  type AnnotationRow,
  currentWords,
  lastChange,
  standingOf,
} from "#persistence/annotation/annotation-queries.ts";
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

/** An annotation as anybody reads it. Of one that was withdrawn, what it said is not among it. */
export type AnnotationView = {
  number: number;
  kind: AnnotationRow["kind"];
  target: AnnotationTarget & { name: string | undefined };
  answers: number | null;
  author: Named;
  at: Date;
  changedAt: Date;
  /** What was judged. */
  judged: { release: number; version: number | null; facts: JudgedFacts; hash: string };
  standing: Standing;
  withdrawal: (Named & { reason: string; at: Date }) | undefined;
  settled: (Named & { kind: "resolved" | "reopened"; reason: string; at: Date }) | undefined;
  /** Undefined once withdrawn. */
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
  const withdrawal = row.deeds.find((deed) => deed.kind === "withdrawn");
  const settled = row.deeds.filter((deed) => deed.kind !== "withdrawn").at(-1);
  return {
    number,
    kind,
    target: { ...target, name: subject?.name },
    answers,
    author: { name: author.name, quality: author.quality },
    at,
    changedAt: lastChange(row),
    judged: { release, version: versionNumber, facts: judged, hash: row.judgedHash },
    standing: standingToday(row, city, subject),
    withdrawal,
    settled: settled as AnnotationView["settled"],
    said: standingOf(row).isWithdrawn ? undefined : saidBy(row, subject, textOf),
  };
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
