import { benchmarksOf } from "#domain/indicator/benchmarks.ts";
import type { IndicatorDefinition } from "#domain/indicator/indicator-definition.ts";
import { indicators } from "#domain/indicator/registry.ts";
import english from "#messages/en.json" with { type: "json" };

type Words = Readonly<Record<string, string>>;
const { items, inputs, methods, reading, accepted, benchmarks: said } = english.indicators;
const itemOf = (id: string): Words => (items as Readonly<Record<string, Words>>)[id] ?? {};

/** The page of an indicator in docs/indicators, from the registry and the words that readers are shown. */
export function wordIndicator(indicator: IndicatorDefinition): string {
  const item = itemOf(indicator.id);
  const beside = benchmarksOf(indicator).map(
    ({ id, place, period, source }) =>
      `- ${place}, ${period}: ${(said as Words)[id]} Source: [${source.title}](${source.url}).`,
  );
  return [
    `# ${item.name}`,
    `\`/{city}/indicators/${indicator.id}\``,
    item.definition,
    `**Formula.** ${item.formula}`,
    `**Unit.** ${item.unit}`,
    `**Numerator.** ${inputs[indicator.numerator]} · **Denominator.** ${inputs[indicator.denominator]}`,
    `**Uncertainty.** ${methods[indicator.method]}`,
    `**Reading.** ${reading[indicator.reading]}`,
    `**Limits.** ${item.limits}`,
    ...(indicator.accepts.length > 0 ? [`**Supposes.** ${accepted.registry}`] : []),
    ...(beside.length > 0 ? ["## Published elsewhere", beside.join("\n")] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The list of all of them. */
export function wordIndicatorIndex(): string {
  const rows = indicators.map(
    ({ id }) => `| [${itemOf(id).name}](${id}.md) | ${itemOf(id).formula} |`,
  );
  return `# Indicators

Written by \`npm run methodology\` from \`domain/indicator/registry.ts\` and the words of the pages; a test refuses a page that
is out of date. An indicator divides one input by another; it is refused, with the reason, where period, scope or
definition differ.

| indicator | formula |
|---|---|
${rows.join("\n")}
`;
}
