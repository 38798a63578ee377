import { ready } from "#tests/unit/domain/evaluation/evaluations.ts";

/** Words that would act wherever they were not taken for words. */
export const base = `"'><script>window.pwned=1</script><img src=x onerror=window.pwned=1><svg onload=window.pwned=1>`;
export const closing = `</textarea></title></style>--!>]]>{{constructor('window.pwned=1')}}`;
export const address = "javascript:window.pwned=1//";

/** Names the field that it stands in, so that what was shown can be told from what was not. */
export const hostile = (field: string) => `${field} ${base}${closing}`;

/** A field's name before the hostile words, however they are escaped. */
export const FIELD = /\b([a-z_-]+\.[a-z_-]+) (?:&quot;|&#x22;|\\*"|"")/g;

/** An evaluation of which every text is hostile; `kind` begins the names of its fields. */
export function hostileEvaluation(kind: string) {
  const rated = { level: "fair", reasons: hostile(`${kind}.reasons`) } as const;
  const [figure] = ready.figures;
  return {
    ...ready,
    title: hostile(`${kind}.title`),
    body: `${hostile(`${kind}.body`)}\n\n[x](javascript:window.pwned=1) <a href="${address}">y</a>\n\n{{figure:requests-2024}} {{camera:${"x".repeat(9)}}}`,
    objective: {
      text: hostile(`${kind}.objective`),
      indicator: hostile(`${kind}.indicator`),
    },
    figures: [
      {
        ...figure,
        label: hostile("figure.label"),
        value: hostile("v").slice(0, 110),
        definition: hostile("figure.definition"),
        page: address,
      },
    ],
    ratings: { usefulness: rated, proportionality: rated, cost: rated },
    recommendations: [
      {
        ...{ key: "r1", text: hostile("recommendation.text"), dueOn: "2026-01-01" },
        owner: hostile("r.owner").slice(0, 199),
      },
    ],
  };
}
