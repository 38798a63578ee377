import type { NextRequest } from "next/server";
import { type DeskAddress, deedOf, draftFields } from "#app/_committee/desk-doors.ts";
import { currentActor } from "#app/_session/current-session.ts";
import { contentOfFields } from "#components/committee/draft-fields.ts";
import { NotAllowed } from "#domain/permission/can.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";

type Context = { params: Promise<DeskAddress> };

/** Saves a draft while it is written. Answers which save it became, or that it met another; the form stays where it is. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const form = await request.formData().catch(() => undefined);
  const given = draftFields.safeParse(form && Object.fromEntries(form));
  if (!given.success) return new Response("Malformed form.\n", { status: 400 });
  const { seen, requestKey, ...fields } = given.data;
  const context = { actor: await currentActor(), now: new Date() };
  try {
    const deed = deedOf(requestKey, context, await params);
    const saved = await saveDraft(deed, seen, contentOfFields(fields as Record<string, string>));
    if (saved.kind === "saved" && !saved.merged) {
      return Response.json({ kind: "saved", save: saved.save }, noStore);
    }
    // What was joined with another's words is not what the form shows: a person has to see it.
    const isMet = saved.kind === "conflict" || saved.kind === "saved";
    return Response.json({ kind: isMet ? "conflict" : "refused" }, noStore);
  } catch (failure) {
    if (failure instanceof NotAllowed) return new Response("Forbidden.\n", { status: 403 });
    throw failure;
  }
}

const noStore = { headers: { "cache-control": "no-store" } };
