import type { Words } from "#components/chart/offered-chart.ts";
import type { PrintedSource } from "#components/source/footnotes.tsx";
import type { EvaluatedStudy } from "#domain/effect/evaluate-study.ts";

export type ShownStudy = EvaluatedStudy & {
  /** Part of the address of its page and of its files. */
  key: string;
  declaredAt: Date | null;
  wording: string | undefined;
  scope: string | undefined;
  sourceIds: readonly number[];
  planted: { treated: number; ring: number | undefined } | undefined;
};

/** What the pages on effects are fed with. Named here because components know no use-case. */
export type EffectsPageProps = {
  page: {
    city: { slug: string; name: string; timezone: string; release: number };
    studies: readonly ShownStudy[];
    districts: readonly { code: string; name: string }[];
    populationYear: number | undefined;
    sources: readonly PrintedSource[];
  };
};

export type EffectWords = { locale: string; effects: Words; charts: Words };
export type City = EffectsPageProps["page"]["city"];
