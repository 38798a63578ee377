import type { ColourMode, MarkShape } from "./engine/marks.ts";

/** A sentence with a number, in its two grammatical forms; `{count}` is the number, already written. */
export type Counted = { one: string; other: string };

/** Every sentence of the map. Words in braces are replaced; nothing else is interpreted. */
export type MapLabels = {
  map: { name: string; help: string; skip: string; failed: string };
  controls: { zoomIn: string; zoomOut: string };
  locate: { button: string; explained: string; failed: string };
  search: { label: string; placeholder: string; submit: string };
  filters: { title: string; active: Counted; clear: string };
  legend: {
    title: string;
    shapes: Record<MarkShape, string>;
    cluster: string;
    colour: string;
    modes: Record<ColourMode, string>;
    ages: { from: string; between: string; before: string };
    unknown: string;
    districts: string;
    noShading: string;
  };
  timeline: {
    label: string;
    title: string;
    all: string;
    installed: Counted;
    undated: Counted;
    play: string;
    pause: string;
  };
  inView: Counted;
  about: Counted;
  list: {
    title: string;
    columns: string;
    empty: string;
    offline: string;
    more: Counted;
    noYear: string;
  };
  card: {
    installed: string;
    cost: string;
    costUnit: string;
    requests: string;
    requestsUnit: string;
    authorisation: string;
    unknown: string;
    expired: string;
    gap: string;
    imprecise: string;
    sheet: string;
    close: string;
  };
};

/** One facet of the panel: the name of its parameter, and its values in the order they are shown. */
export type FacetChoice = {
  facet: string;
  label: string;
  values: readonly { value: string; label: string }[];
};

/** A way of shading the districts: a class 1 to 5 for each code, absent where nothing is known. */
export type Shading = {
  key: string;
  label: string;
  classes: Readonly<Record<string, number>>;
  /** Words of the five classes, in order. */
  steps: readonly string[];
};

export function fill(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "");
}

/** Writes numbers and picks the grammatical form, in the language of the page. */
export function createWriter(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 0 });
  const plural = new Intl.PluralRules(locale);
  return {
    number: (value: number) => number.format(value),
    /** At most four signs, for circles. */
    compact: (value: number) => (value < 10_000 ? number : compact).format(value),
    count: (sentence: Counted, value: number, words: Readonly<Record<string, string>> = {}) =>
      fill(plural.select(value) === "one" ? sentence.one : sentence.other, {
        count: number.format(value),
        ...words,
      }),
  };
}
export type Writer = ReturnType<typeof createWriter>;
