import type { NextRequest } from "next/server";
import { z } from "zod";
import { locales } from "#app/_i18n/locales.ts";
import { type Actor, visitor } from "#domain/actor/actor.ts";
import { deviceName } from "#domain/actor/device-name.ts";
import { NotAllowed } from "#domain/permission/can.ts";
import { addressOf } from "#formats/addresses/address-of.ts";
import { innerPath } from "#formats/addresses/inner-path.ts";
import { getSession } from "#use-cases/account/get-session.ts";
import { doorOf, type SecurityNote, securityNotes } from "./security-notes.ts";
import { tokenIn } from "./session-cookie.ts";

/** Where a form leads once it is done: a page of ours, with what to say there and what cookies to set. */
export type Led = {
  /** Path without language, or with it when it came from a page ("next"). */
  to: string;
  query?: Record<string, string | undefined>;
  cookies?: readonly string[];
};

export type FormContext = {
  locale: "fr" | "en";
  token: string | undefined;
  actor: Actor;
  client: string;
  device: string;
  now: Date;
  note: SecurityNote;
};

const malformed = { event: "input-refused", outcome: "malformed" } as const;
const anyForm = z.object({ locale: z.enum(locales).catch("fr"), next: z.string().catch("") });

/**
 * Makes a route handler of a deed. The form is read as plain fields, those that the schema does not name are dropped, and
 * the answer is always a redirection (303): reloading never does it twice. Where it came from has been checked at the
 * front door. What the actor may do is the use-case's to say. What is refused here or leads to the problem "malformed" is
 * noted in the security log.
 */
export function formDoor<Fields extends z.ZodType, Params = unknown>(
  fields: Fields,
  deed: (given: z.infer<Fields>, context: FormContext, params: Params) => Promise<Led>,
) {
  return async (
    request: NextRequest,
    { params }: { params: Promise<Params> },
  ): Promise<Response> => {
    const form = await readFields(request);
    const given = form && fields.safeParse(form);
    const { locale, next } = anyForm.parse(form ?? {});
    const context = await contextOf(request, locale, (await params) ?? {});
    if (!given?.success) {
      await context.note(malformed);
      return say(400, malformedForm[locale]);
    }
    try {
      const led = await deed(given.data, context, await params);
      await noteProblem(led, context);
      return leadTo(locale, led);
    } catch (failure) {
      if (!(failure instanceof NotAllowed)) throw failure;
      const { reason, action } = failure;
      await context.note({ event: "action-refused", outcome: reason, action });
      return refuse(locale, failure, innerPath(next) ?? "");
    }
  };
}

async function noteProblem({ query }: Led, { note }: FormContext): Promise<void> {
  if (query?.problem === "malformed") await note(malformed);
}

/** A null character is in no text, and the database refuses it: who sends one is told that the form is malformed. */
async function readFields(request: NextRequest): Promise<Record<string, string> | undefined> {
  try {
    const form = await request.formData();
    const texts = [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    return texts.some(([, text]) => text.includes("\0")) ? undefined : Object.fromEntries(texts);
  } catch {
    return undefined;
  }
}

async function contextOf(
  request: NextRequest,
  locale: "fr" | "en",
  params: Readonly<Record<string, string>>,
): Promise<FormContext> {
  const now = new Date();
  const token = tokenIn(request.cookies);
  const session = token === undefined ? undefined : await getSession(token, now);
  const client = request.headers.get("x-contrechamp-client") ?? "";
  const door = doorOf(request.nextUrl.pathname, params);
  return {
    locale,
    token: session ? token : undefined,
    actor: session?.actor ?? visitor,
    client,
    device: deviceName(request.headers.get("user-agent") ?? undefined),
    now,
    note: securityNotes({ door, client, city: params.city, session }),
  };
}

export function leadTo(locale: string, { to, query = {}, cookies = [] }: Led): Response {
  const known = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const path = to.startsWith("/en/") || to === "/en" ? to : addressOf(locale, to);
  const parameters = new URLSearchParams(known).toString();
  const joint = path.includes("?") ? "&" : "?";
  const headers = new Headers({ location: parameters ? `${path}${joint}${parameters}` : path });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** What no page of ours leads to, and is said all the same in the reader's language. */
const malformedForm = {
  fr: "Ce formulaire est incomplet ou mal formé\u202f: rien n’a été fait. Revenez en arrière pour le corriger.",
  en: "This form is incomplete or malformed: nothing was done. Go back to correct it.",
};
const notYours = {
  fr: "Votre rôle ne le permet pas\u202f: rien n’a été fait.",
  en: "Your role does not allow this: nothing was done.",
};

function say(status: number, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

function refuse(locale: "fr" | "en", { reason }: NotAllowed, next: string): Response {
  if (reason === "forbidden") return say(403, notYours[locale]);
  const to = reason === "sign-in-needed" ? "/account/sign-in" : "/account/second-factor";
  return leadTo(locale, { to, query: { next } });
}
