import { randomUUID } from "node:crypto";
import type { Member } from "#domain/actor/actor.ts";
import type { AnnotationTarget } from "#domain/annotation/annotation-content.ts";
import { publishAnnotation } from "#use-cases/annotation/publish-annotation.ts";
import { join, signInFully } from "../accounts/people.ts";

/** An annotation of a member of a city's committee, who joins to write it. */
export async function publishTestAnnotation(
  city: string,
  { kind, reference }: AnnotationTarget,
): Promise<{ number: number; member: Member }> {
  const account = await join(city, `annotator@${city}.example`, "committee-member");
  const { actor: member } = await signInFully(account.publicId);
  const asked = { actor: member, citySlug: city, requestKey: randomUUID(), now: new Date() };
  const body = '=1+1 ; "et"\nensuite';
  const done = await publishAnnotation(asked, { kind: "reservation", on: kind, reference, body });
  if (done.kind !== "published") throw new Error(JSON.stringify(done));
  return { number: done.number, member };
}
