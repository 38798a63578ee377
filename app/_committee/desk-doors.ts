import { z } from "zod";
import { type FormContext, formDoor, type Led } from "#app/_session/form-door.ts";
import { contentOfFields } from "#components/committee/draft-fields.ts";
import { followUpKinds } from "#domain/evaluation/recommendation-follow-up.ts";
import { honestText, neededText } from "#domain/text/honest-text.ts";
import {
  followUpRecommendation,
  replyToEvaluation,
} from "#use-cases/evaluation/answer-evaluation.ts";
import {
  publishEvaluation,
  reviseEvaluation,
  withdrawEvaluation,
} from "#use-cases/evaluation/publish-evaluation.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";
import {
  abandonDraft,
  returnToDraft,
  submitEvaluation,
} from "#use-cases/evaluation/submit-evaluation.ts";
import { ballotSchema, castBallot, closeVote } from "#use-cases/evaluation/vote-on-evaluation.ts";

export type DeskAddress = { city: string; slug: string };
type Outcome = { kind: string; aside?: number };

/** Any field of a draft: their names and number are the form's, their meaning the content's schema. */
export const draftFields = z.looseObject({
  requestKey: z.uuid(),
  seen: z.coerce.number().int().min(1).max(1_000_000),
});
/** What a text may not be is said at the desk, where it was written. */
const anyForm = z.looseObject({ requestKey: z.uuid() });
const malformed: Outcome = { kind: "malformed" };
const plain = z.object({ requestKey: z.uuid() });
const reasoned = z.object({ requestKey: z.uuid(), reason: neededText(10_000) });
const followUp = z.object({
  requestKey: z.uuid(),
  key: z.string().max(10),
  kind: z.enum(followUpKinds),
  note: honestText(10_000)
    .default("")
    .transform((text) => text || null),
});

/** Everything that can be done at the desk of an evaluation, by the last word of its address. */
export const deskDoors = {
  save: door(draftFields, (deed, given) => {
    const { seen, ...fields } = given;
    return saveDraft(deed, seen, contentOfFields(fields as Record<string, string>));
  }),
  submit: door(plain, submitEvaluation),
  abandon: door(plain, abandonDraft),
  return: door(plain, returnToDraft),
  ballot: door(plain.and(ballotSchema), (deed, { choice, reasons }) =>
    castBallot(deed, { choice, reasons }),
  ),
  close: door(plain, closeVote),
  publish: door(plain, publishEvaluation),
  revise: door(reasoned, (deed, { reason }) => reviseEvaluation(deed, reason)),
  withdraw: door(reasoned, (deed, { reason }) => withdrawEvaluation(deed, reason)),
  reply: door(plain.extend({ body: neededText(50_000) }), (deed, { body }) =>
    replyToEvaluation(deed, body),
  ),
  "follow-up": door(followUp, (deed, { key, kind, note }) =>
    followUpRecommendation(deed, { key, kind, note }),
  ),
} as const;

/** What did not happen, in the words that the desk knows for it. */
const problems: readonly string[] = [
  "not-now",
  "conflict",
  "malformed",
  "incomplete",
  "nothing-published",
  "no-quorum",
  "no-such-recommendation",
];

function door<Fields extends z.ZodType<{ requestKey: string }>>(
  fields: Fields,
  work: (deed: Deed, given: z.infer<Fields>) => Promise<Outcome>,
) {
  return formDoor(anyForm, async (form, context, address: DeskAddress): Promise<Led> => {
    const given = fields.safeParse(form);
    const outcome = given.success
      ? await work(deedOf(given.data.requestKey, context, address), given.data)
      : malformed;
    if (outcome.kind === "no-such-evaluation") return { to: `/${address.city}/committee` };
    const isProblem = problems.includes(outcome.kind);
    return {
      to: `/${address.city}/committee/${address.slug}`,
      query: {
        [isProblem ? "problem" : "notice"]: outcome.kind,
        aside: outcome.aside === undefined ? undefined : String(outcome.aside),
      },
    };
  });
}

type Deed = Parameters<typeof saveDraft>[0];

export function deedOf(
  requestKey: string,
  { actor, now }: Pick<FormContext, "actor" | "now">,
  { city, slug }: DeskAddress,
): Deed {
  return { actor, citySlug: city, slug, requestKey, now };
}
