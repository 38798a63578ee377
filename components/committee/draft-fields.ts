import { type EvaluationContent, ratedAspects } from "#domain/evaluation/evaluation-content.ts";
import { checklistCodes } from "#domain/evaluation/statutory-checklist.ts";

/** A draft as a form sends it: plain fields with the names that the desk gives them. */
export type DraftFields = Readonly<Record<string, string | undefined>>;

const figureParts = [
  "key",
  "page",
  "label",
  "value",
  "interval",
  "period",
  "definition",
  "release",
] as const;
const recommendationParts = ["key", "text", "owner", "dueOn"] as const;

/** Rows of a form that can be filled in: those there are, and as many empty ones. */
export const emptyRows = 2;
const mostRows = { figure: 100 + emptyRows, recommendation: 50 + emptyRows };

/**
 * What the fields say, in the shape of the content's schema, which judges it afterwards. A row without any word is no row;
 * a field that is empty is absent.
 */
export function contentOfFields(fields: DraftFields): unknown {
  const said = (name: string) => {
    const text = fields[name]?.trim();
    return text === "" ? undefined : text;
  };
  const objective = said("objectiveText");
  return {
    title: said("title") ?? "",
    object: { kind: said("objectKind"), reference: said("objectReference") },
    ...(objective === undefined
      ? {}
      : {
          objective: {
            text: objective,
            fixedOn: said("objectiveFixedOn"),
            indicator: said("objectiveIndicator"),
          },
        }),
    checklist: checklistCodes.flatMap((item) => {
      const answer = said(`answer-${item}`);
      return answer === undefined ? [] : [{ item, answer, note: said(`note-${item}`) }];
    }),
    figures: rowsOf("figure", figureParts, said).map(({ release, ...figure }) => ({
      ...figure,
      release: Number(release),
    })),
    body: fields.body?.replaceAll("\r\n", "\n") ?? "",
    ratings: Object.fromEntries(
      ratedAspects.flatMap((aspect) => {
        const level = said(`rating-${aspect}`);
        const reasons = said(`reasons-${aspect}`) ?? "";
        return level === undefined ? [] : [[aspect, { level, reasons }]];
      }),
    ),
    opinion: said("opinion"),
    recommendations: withKeys(rowsOf("recommendation", recommendationParts, said)),
  };
}

type Row<Part extends string> = Partial<Record<Part, string>>;

function rowsOf<Part extends string>(
  name: keyof typeof mostRows,
  parts: readonly Part[],
  said: (name: string) => string | undefined,
): Row<Part>[] {
  return Array.from({ length: mostRows[name] }, (_, place) => {
    const entries = parts.map((part) => [part, said(`${name}-${place}-${part}`)] as const);
    return Object.fromEntries(entries.filter(([, text]) => text !== undefined)) as Row<Part>;
  }).filter((row) => Object.keys(row).some((part) => part !== "key" && part !== "release"));
}

/** A new recommendation gets the first number that none has had in this draft. */
function withKeys(rows: readonly Row<(typeof recommendationParts)[number]>[]) {
  const taken = new Set(rows.map(({ key }) => key));
  return rows.map((row) => {
    if (row.key !== undefined) return row;
    let place = 1;
    while (taken.has(`r${place}`)) place += 1;
    taken.add(`r${place}`);
    return { ...row, key: `r${place}` };
  });
}

/** The fields that a form is filled in with, from a content: what is read back is the same content. */
export function fieldsOfContent(content: EvaluationContent): DraftFields {
  const rows = (name: string, list: readonly object[]) =>
    list.flatMap((row, place) =>
      Object.entries(row).map(([part, value]) => [`${name}-${place}-${part}`, String(value)]),
    );
  return Object.fromEntries([
    ["title", content.title],
    ["objectKind", content.object.kind],
    ["objectReference", content.object.reference ?? ""],
    ["objectiveText", content.objective?.text ?? ""],
    ["objectiveFixedOn", content.objective?.fixedOn ?? ""],
    ["objectiveIndicator", content.objective?.indicator ?? ""],
    ["body", content.body],
    ["opinion", content.opinion ?? ""],
    ...ratedAspects.flatMap((aspect) => [
      [`rating-${aspect}`, content.ratings[aspect]?.level ?? ""],
      [`reasons-${aspect}`, content.ratings[aspect]?.reasons ?? ""],
    ]),
    ...content.checklist.flatMap(({ item, answer, note }) => [
      [`answer-${item}`, answer],
      [`note-${item}`, note ?? ""],
    ]),
    ...rows("figure", content.figures),
    ...rows("recommendation", content.recommendations),
  ]);
}
