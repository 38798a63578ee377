import { z } from "zod";
import { sendInBackground } from "#app/_session/background-mail.ts";
import { type FormContext, formDoor, type Led } from "#app/_session/form-door.ts";
import { productAddress } from "#app/_session/setting.ts";
import { wordModeration } from "#mail/word-mail.ts";
import { reviseAnnotation, settleAnnotation } from "#use-cases/annotation/change-annotation.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { type Moderated, moderateAnnotation } from "#use-cases/moderation/moderate-annotation.ts";

export type AnnotationAddress = { city: string; number: string };

/** What the words say is the use-case's to judge; here only their sizes are. */
const text = z.string().max(50_000);
const anyAnnotation = z.object({
  requestKey: z.uuid(),
  kind: z.string().max(40).optional(),
  body: text.optional(),
  on: z.string().max(40).optional(),
  reference: z.string().max(200).optional(),
  quote: text.optional(),
  prefix: z.string().max(1_000).optional(),
  suffix: z.string().max(1_000).optional(),
  answers: z.string().max(12).optional(),
});

/** Publishes an annotation or a reply, and leads to its desk; back to the form, with the reason, when it cannot. */
export const writeDoor = formDoor(
  anyAnnotation,
  async ({ requestKey, ...given }, { actor, now }: FormContext, { city }: { city: string }) => {
    const asked = { actor, citySlug: city, requestKey, now };
    const done = await publishAnnotation(asked, given);
    const rooms = `/${city}/committee/annotations`;
    if (done.kind === "published") {
      return { to: `${rooms}/${done.number}`, query: { notice: "published" } };
    }
    const { on, reference, answers } = given;
    const problem = done.kind;
    if (answers !== undefined && /^\d{1,9}$/.test(answers)) {
      return { to: `${rooms}/${answers}`, query: { problem } };
    }
    return { to: `${rooms}/new`, query: { on, reference, problem } };
  },
);

const revision = z.object({ requestKey: z.uuid(), body: text, reason: text });
const reasoned = z.object({ requestKey: z.uuid(), reason: text });

/** Everything that can be done with an annotation, by the last word of its address. */
export const annotationDoors = {
  revise: door(revision, (deed, { body, reason }) => reviseAnnotation(deed, { body, reason })),
  resolve: door(reasoned, (deed, { reason }) => settleAnnotation(deed, "resolve", reason)),
  reopen: door(reasoned, (deed, { reason }) => settleAnnotation(deed, "reopen", reason)),
  withdraw: door(reasoned, (deed, { reason }) => settleAnnotation(deed, "withdraw", reason)),
  contest: door(reasoned, (deed, given) => moderateAnnotation(deed, "contest", given)),
} as const;

const moderating = reasoned.extend({ rule: z.string().max(40).optional() });

/** Everything that moderation can do with an annotation, by the last word of its address. */
export const moderationDoors = {
  hide: door(moderating, (deed, given) => moderateAnnotation(deed, "hide", given), "moderation"),
  keep: door(moderating, (deed, given) => moderateAnnotation(deed, "keep", given), "moderation"),
  restore: door(
    moderating,
    (deed, given) => moderateAnnotation(deed, "restore", given),
    "moderation",
  ),
  uphold: door(
    moderating,
    (deed, given) => moderateAnnotation(deed, "uphold", given),
    "moderation",
  ),
} as const;

type Deed = Parameters<typeof reviseAnnotation>[0];
type Outcome = Pick<Moderated, "notice"> & {
  kind: Moderated["kind"] | Awaited<ReturnType<typeof reviseAnnotation>>["kind"];
};
const problems: readonly string[] = [
  "not-now",
  "malformed",
  "no-such-annotation",
  "repeats-hidden",
];

function door<Fields extends z.ZodType<{ requestKey: string }>>(
  fields: Fields,
  work: (deed: Deed, given: z.infer<Fields>) => Promise<Outcome>,
  room: "annotations" | "moderation" = "annotations",
) {
  return formDoor(
    fields,
    async (given, { actor, locale, now }, { city, number }: AnnotationAddress): Promise<Led> => {
      const { requestKey } = given;
      const known = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0;
      const deed = { actor, citySlug: city, number: known, requestKey, now };
      const { kind, notice } = await work(deed, given);
      if (notice) sendInBackground(wordModeration(locale, productAddress().origin, notice));
      return {
        to: `/${city}/committee/${room}/${known}`,
        query: { [problems.includes(kind) ? "problem" : "notice"]: kind },
      };
    },
  );
}
