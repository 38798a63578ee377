import type { ChartSpec } from "#formats/chart/chart-spec.ts";
import type { TableWords } from "#formats/chart/chart-table.ts";
import type { Plan } from "#formats/svg/draw-plan.ts";

/**
 * What can be shown, cited and taken away on its own: a number, a chart, a place. Plain data with its words ready: the
 * embed, the pictures, the files and the citation are all made from this.
 */
export type Exhibit = {
  /** The city it is about. */
  place: string;
  /** Name of a number, finding of a chart. */
  title: string;
  /** Unit · period. */
  subtitle: string;
  shown: ShownNumber | ShownChart | ShownPlace;
  /** Definition, interval, completeness: what the figure must not be read without. */
  notes: readonly string[];
  sources: readonly string[];
  /** Said before anything else: the city is fictional. */
  warning?: string | undefined;
};

export type ShownNumber = {
  form: "number";
  /** The value with its unit, or the word of a silence. */
  words: string;
  /** A silence is written small and never looks like a number. */
  isSilent?: boolean | undefined;
  /** Something is wrong: written in the signal colour. */
  isAlert?: boolean | undefined;
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
};

export type ShownChart = { form: "chart"; spec: ChartSpec; tableWords: TableWords };

/** A plan, facts, or both. */
export type ShownPlace = {
  form: "place";
  plan?: Plan | undefined;
  facts: readonly Fact[];
};

export type Fact = { label: string; words: string };
