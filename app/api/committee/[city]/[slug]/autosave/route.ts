import { autosaveDoor } from "#app/_committee/autosave-door.ts";
import { type DeskAddress, deedOf, draftFields } from "#app/_committee/desk-doors.ts";
import { contentOfFields } from "#components/committee/draft-fields.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";

export const POST = autosaveDoor(
  draftFields,
  ({ seen, requestKey, ...fields }, context, address: DeskAddress) =>
    saveDraft(
      deedOf(requestKey, context, address),
      seen,
      contentOfFields(fields as Record<string, string>),
    ),
);
