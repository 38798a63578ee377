import { z } from "zod";
import { addYears } from "#domain/period/partial-date.ts";
import { findIndicator } from "./registry.ts";

/** What a councillor writes in the card: where, how many, and what is fixed before anything is installed. */
export type VoteProposal = {
  district: string | undefined;
  camera: string | undefined;
  position: { latitude: number; longitude: number } | undefined;
  cameras: number;
  objective: string | undefined;
  indicator: string | undefined;
  target: string | undefined;
  evaluateOn: string | undefined;
};

export const proposalFields = [
  "district",
  "camera",
  "position",
  "cameras",
  "objective",
  "indicator",
  "target",
  "evaluateOn",
] as const;
export type ProposalField = (typeof proposalFields)[number];

/** Longest evaluation ahead: past it, the authorisation has been voted twice again. */
const furthestYears = 10;
const short = z.string().trim().max(120);
const position = /^(-?\d{1,2}(?:[.,]\d{1,8})?)[;,\s]\s*(-?\d{1,3}(?:[.,]\d{1,8})?)$/;

const readers: Readonly<Record<ProposalField, (today: string) => z.ZodType>> = {
  district: () => z.string().trim().max(63),
  camera: () => z.string().trim().max(100),
  position: () =>
    z
      .string()
      .trim()
      .transform((text) => readPosition(text))
      .pipe(
        z.object({
          latitude: z.number().min(-90).max(90),
          longitude: z.number().min(-180).max(180),
        }),
      ),
  cameras: () => z.coerce.number().int().min(1).max(500),
  objective: () => z.string().trim().max(400),
  indicator: () => short.refine((id) => findIndicator(id) !== undefined),
  target: () => short,
  evaluateOn: (today) =>
    z.iso.date().refine((day) => day > today && day <= addYears(today, furthestYears)),
};

/**
 * Reads what was entered in a before-you-vote card. A field that is empty is not filled in; one that cannot be read is named
 * and left out, and the others stand. A position is "latitude, longitude" in degrees; the evaluation lies after today and
 * within ten years.
 */
export function readProposal(
  entered: Readonly<Record<string, string | readonly string[] | undefined>>,
  today: string,
): { proposal: VoteProposal; wrong: ProposalField[] } {
  const wrong: ProposalField[] = [];
  const read = <Value>(field: ProposalField): Value | undefined => {
    const given = entered[field];
    if (given === undefined || given === "") return undefined;
    const result = typeof given === "string" ? readers[field](today).safeParse(given) : undefined;
    if (result?.success) return result.data === "" ? undefined : (result.data as Value);
    wrong.push(field);
    return undefined;
  };
  const proposal: VoteProposal = {
    district: read("district"),
    camera: read("camera"),
    position: read("position"),
    cameras: read<number>("cameras") ?? 1,
    objective: read("objective"),
    indicator: read("indicator"),
    target: read("target"),
    evaluateOn: read("evaluateOn"),
  };
  return { proposal, wrong };
}

/** What must be fixed before a camera is installed and is not yet, in the order of the card. */
export function notFixedYet(proposal: VoteProposal): ProposalField[] {
  return (["objective", "indicator", "target", "evaluateOn"] as const).filter(
    (field) => proposal[field] === undefined,
  );
}

/** "45.43, 4.39", "45,43 4,39"; NaN where it is neither, which no bound lets through. */
function readPosition(text: string): { latitude: number; longitude: number } {
  const [, latitude, longitude] = position.exec(text) ?? [];
  const number = (part: string | undefined) => Number((part ?? "x").replace(",", "."));
  return { latitude: number(latitude), longitude: number(longitude) };
}
