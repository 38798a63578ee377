import { z } from "zod";
import { type FormContext, formDoor, type Led } from "#app/_session/form-door.ts";
import { reportDeskPath } from "#components/annual-report/report-props.ts";
import { textCodes } from "#domain/annual-report/report-content.ts";
import { neededText } from "#domain/text/honest-text.ts";
import { publishReport, reviseReport } from "#use-cases/annual-report/publish-report.ts";
import {
  abandonReport,
  refreshReport,
  saveReport,
  startReport,
} from "#use-cases/annual-report/write-report.ts";

export type ReportAddress = { city: string; year: string };
type Outcome = { kind: string; aside?: number };
type ReportDeed = Parameters<typeof startReport>[0];

/** The year of an address; undefined when it is none. */
export function reportedYear(year: string): number | undefined {
  return /^(19|20|21)\d{2}$/.test(year) ? Number(year) : undefined;
}

/** The words of a draft: one field for each part, named after it. */
export const reportFields = z.looseObject({
  requestKey: z.uuid(),
  seen: z.coerce.number().int().min(1).max(1_000_000),
});

export function textsOfFields(fields: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    textCodes.flatMap((code) => {
      const text = fields[`text-${code}`];
      return typeof text === "string" ? [[code, text.replaceAll("\r\n", "\n")]] : [];
    }),
  );
}

/** What a text may not be is said at the desk, where it was written. */
const anyForm = z.looseObject({ requestKey: z.uuid() });
const malformed: Outcome = { kind: "malformed" };
const plain = z.object({ requestKey: z.uuid() });
const reasoned = plain.extend({ reason: neededText(10_000) });

/** Everything that can be done at the desk of a report, by the last word of its address. */
export const reportDoors = {
  save: door(reportFields, (deed, { seen, ...fields }) =>
    saveReport(deed, seen, textsOfFields(fields)),
  ),
  refresh: door(plain, refreshReport),
  publish: door(plain, publishReport),
  revise: door(reasoned, (deed, { reason }) => reviseReport(deed, reason)),
  abandon: door(plain, abandonReport),
} as const;

/** Begins the report on a year, and leads to its desk. */
export const startReportDoor = formDoor(
  z.object({ requestKey: z.uuid(), year: z.string().trim().max(10) }),
  async ({ requestKey, year }, context, { city }: { city: string }): Promise<Led> => {
    const asked = reportedYear(year);
    const refused = { to: `/${city}/committee`, query: { problem: "no-such-year" } };
    if (asked === undefined) return refused;
    const deed = reportDeedOf(requestKey, context, { city, year });
    const started = await startReport(deed);
    if (started.kind === "started") return { to: reportDeskPath(city, asked) };
    return { ...refused, query: { problem: started.kind } };
  },
);

/** What did not happen, in the words that the desk knows for it. */
const problems: readonly string[] = ["not-now", "conflict", "malformed", "unknown-figures"];

function door<Fields extends z.ZodType<{ requestKey: string }>>(
  fields: Fields,
  work: (deed: ReportDeed, given: z.infer<Fields>) => Promise<Outcome>,
) {
  return formDoor(anyForm, async (form, context, address: ReportAddress): Promise<Led> => {
    const { city, year } = address;
    const given = fields.safeParse(form);
    const outcome = given.success
      ? await work(reportDeedOf(given.data.requestKey, context, address), given.data)
      : malformed;
    if (outcome.kind === "no-such-report") return { to: `/${city}/committee` };
    const isProblem = problems.includes(outcome.kind);
    return {
      to: reportDeskPath(city, Number(year)),
      query: {
        [isProblem ? "problem" : "notice"]: outcome.kind,
        aside: outcome.aside === undefined ? undefined : String(outcome.aside),
      },
    };
  });
}

export function reportDeedOf(
  requestKey: string,
  { actor, now }: Pick<FormContext, "actor" | "now">,
  { city, year }: ReportAddress,
): ReportDeed {
  // Digits that are no year name a report that there is not.
  return { actor, citySlug: city, year: reportedYear(year) ?? 0, requestKey, now };
}
