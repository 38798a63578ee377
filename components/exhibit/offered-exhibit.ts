import type { OfferedChart, Words } from "#components/chart/offered-chart.ts";
import type { Exhibit } from "#formats/exhibit/exhibit.ts";
import { aboutCity, type ExhibitWords } from "./exhibit-words.ts";

/** The sentences of one namespace, for what was written to be given those alone. */
export function wordsOf({ t }: ExhibitWords, namespace: string): Words {
  const inside: Words = (key, values) => t(`${namespace}.${key}`, values);
  inside.has = (key) => t.has(`${namespace}.${key}`);
  return inside;
}

/** One of a page's charts, by its identifier; undefined when the page has none of that name. */
export function offeredExhibit(
  charts: readonly OfferedChart[],
  id: string,
  city: { name: string; fictional: boolean },
  words: ExhibitWords,
): Exhibit | undefined {
  const chart = charts.find(({ spec }) => spec.id === id);
  if (!chart) return undefined;
  const { title, subtitle, note, source, spec, tableWords } = chart;
  return {
    ...aboutCity(city, words),
    title,
    subtitle,
    shown: { form: "chart", spec, tableWords },
    notes: note ? [note] : [],
    sources: [source.replace(/\.$/, "")],
  };
}
