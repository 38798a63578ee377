import type { NextRequest } from "next/server";
import type { z } from "zod";
import { currentActor, currentNotes } from "#app/_session/current-session.ts";
import { doorOf } from "#app/_session/security-notes.ts";
import type { Actor } from "#domain/actor/actor.ts";
import { NotAllowed } from "#domain/permission/can.ts";

type Saved = { kind: string; save?: number; merged?: boolean };
type Context<Address> = { params: Promise<Address> };
type Given = { requestKey: string; seen: number } & Record<string, unknown>;

/** Saves a draft while it is written. Answers which save it became, or that it met another; the form stays where it is. */
export function autosaveDoor<Address>(
  fields: z.ZodType<Given>,
  save: (given: Given, context: { actor: Actor; now: Date }, address: Address) => Promise<Saved>,
) {
  return async (request: NextRequest, { params }: Context<Address>): Promise<Response> => {
    const form = await request.formData().catch(() => undefined);
    const given = fields.safeParse(form && Object.fromEntries(form));
    const names = (await params) as Readonly<Record<string, string>>;
    const note = await currentNotes(doorOf(request.nextUrl.pathname, names), names.city);
    if (!given.success) {
      await note({ event: "input-refused", outcome: "malformed" });
      return new Response("Malformed form.\n", { status: 400 });
    }
    const context = { actor: await currentActor(), now: new Date() };
    try {
      return answerSave(await save(given.data, context, await params));
    } catch (failure) {
      if (!(failure instanceof NotAllowed)) throw failure;
      const { reason, action } = failure;
      await note({ event: "action-refused", outcome: reason, action });
      return new Response("Forbidden.\n", { status: 403 });
    }
  };
}

function answerSave(saved: Saved): Response {
  if (saved.kind === "saved" && !saved.merged) {
    return Response.json({ kind: "saved", save: saved.save }, noStore);
  }
  // What was joined with another's words is not what the form shows: a person has to see it.
  const isMet = saved.kind === "conflict" || saved.kind === "saved";
  return Response.json({ kind: isMet ? "conflict" : "refused" }, noStore);
}

const noStore = { headers: { "cache-control": "no-store" } };
