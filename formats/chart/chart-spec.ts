/** What a chart says, as plain data with its words ready. Nothing here knows what is charted. */

/** Roles of colour; a palette gives each its colour. */
export type SeriesRole = "data-1" | "data-2" | "data-3" | "data-4" | "data-5";
type InkRole = "paper" | "ink" | "ink-soft" | "rule" | "rule-strong" | "signal";
export type ChartPalette = Readonly<Record<SeriesRole | InkRole, string>>;

/**
 * A number with its words, or a silence: the word says why there is none. A silence is never drawn as 0. One that is
 * counted within another part of the same bar adds nothing to its height, and no box is drawn for it.
 */
export type ChartAmount =
  | { value: number; words: string }
  | { silence: string; isCountedElsewhere?: true };

/** An amount that may have an interval, or be known by its bounds only. */
export type BoundedAmount = {
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  /** "59 091 € (39 000 – 95 000)", "≥ 352 411 €", or the word of a silence when no number is given. */
  words: string;
};

/** How an axis words its own ticks. */
export type ChartAxis = {
  /** BCP 47 tag for the separators of numbers. */
  locale: string;
  /** Written after the number of the last tick only: "k€". */
  unit: string;
  /** Written before the number of the last tick only: "€" in English, whose unit is then "k" or nothing. */
  unitBefore?: string;
  /** Data units in one unit of the axis: 100 000 where data are cents and the axis thousands of euros. */
  per?: number;
  scale?: "linear" | "log";
};

type ChartBase = {
  /** Distinguishes this chart from the others of a page. */
  id: string;
  /** Accessible name: the finding. */
  name: string;
  /** Accessible description: what is drawn and the main figures. */
  description: string;
};

/** Stacked bars, one per year. Negative amounts hang below the axis. */
export type StackedYears = ChartBase & {
  form: "stacked-years";
  axis: ChartAxis;
  parts: readonly { label: string; role: SeriesRole }[];
  years: readonly {
    label: string;
    /** Why the year is not a whole one ("6 mois"): its bar is then drawn as unfinished. */
    partial?: string | undefined;
    /** In the order of `parts`. */
    amounts: readonly ChartAmount[];
  }[];
};

/** One row per item: its interval and its point, or an open arrow where only a bound is known. */
export type RangeDots = ChartBase & {
  form: "range-dots";
  axis: ChartAxis;
  rows: readonly (BoundedAmount & { label: string; role?: SeriesRole | undefined })[];
  /** A vertical line all rows are read against. */
  reference?: { value: number; words: string } | undefined;
};

/** One or several series along years or months. */
export type YearLines = ChartBase & {
  form: "year-lines";
  axis: ChartAxis;
  /** Words of the steps of time, evenly spaced. */
  steps: readonly string[];
  /** One point per step; a point without `value` is a gap, never joined. */
  series: readonly { label: string; role: SeriesRole; points: readonly BoundedAmount[] }[];
  /** Vertical marks; `at` is a position among the steps (2.5 is between the third and the fourth). */
  marks?: readonly { at: number; words: string }[] | undefined;
  /** The value axis starts at 0 unless this is false. */
  fromZero?: boolean | undefined;
};

export type FunnelStanding = "within" | "outside-inner" | "outside-outer";

/** Rates against exposure with control limits; only what is outside them is named. */
export type FunnelPlot = ChartBase & {
  form: "funnel-plot";
  exposureAxis: ChartAxis & { title: string };
  rateAxis: ChartAxis & { title: string };
  points: readonly {
    label: string;
    words: string;
    exposure: number;
    rate: number;
    standing: FunnelStanding;
  }[];
  target: { rate: number; words: string };
  /** Sampled curves, by increasing exposure; inner is 95 %, outer 99.8 %. */
  limits: readonly {
    exposure: number;
    innerLow: number;
    innerHigh: number;
    outerLow: number;
    outerHigh: number;
  }[];
  limitWords: { inner: string; outer: string };
};

/** Stages that follow one another, and what is lost between them. */
export type Steps = ChartBase & {
  form: "steps";
  stages: readonly (BoundedAmount & {
    label: string;
    role?: SeriesRole | undefined;
    /** What is lost between this stage and the next, in words. */
    loss?: string | undefined;
  })[];
};

export type ChartSpec = StackedYears | RangeDots | YearLines | FunnelPlot | Steps;

/** A place of the drawing that can be pointed at, with what is read there. */
export type Anchor = { x: number; y: number; title: string; lines: readonly AnchorLine[] };
export type AnchorLine = { label?: string | undefined; words: string };

export type Drawing = {
  /** A whole `<svg>` element. */
  svg: string;
  width: number;
  height: number;
  anchors: readonly Anchor[];
  /** Along which side the anchors follow one another. */
  along: "x" | "y";
  /** True when every series is named inside the drawing: no legend is needed. */
  namesSeries: boolean;
};

export type DrawOptions = {
  /** Pixels. Text is 13 px whatever the width: the chart is laid out, not scaled. */
  width: number;
  /** Pixels; the form's own height when absent. Never less than what the form needs. */
  height?: number | undefined;
  palette: ChartPalette;
  /** Font family of a picture; a page's drawing inherits the page's. */
  font?: string | undefined;
};
