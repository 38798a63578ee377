import { randomUUID } from "node:crypto";
import type { Role } from "#domain/actor/role.ts";
import { ready } from "#tests/unit/domain/evaluation/evaluations.ts";
import {
  followUpRecommendation,
  replyToEvaluation,
} from "#use-cases/evaluation/answer-evaluation.ts";
import { publishEvaluation } from "#use-cases/evaluation/publish-evaluation.ts";
import { saveDraft } from "#use-cases/evaluation/save-draft.ts";
import { startEvaluation } from "#use-cases/evaluation/start-evaluation.ts";
import { submitEvaluation } from "#use-cases/evaluation/submit-evaluation.ts";
import { castBallot, closeVote } from "#use-cases/evaluation/vote-on-evaluation.ts";
import { join, signInFully } from "../accounts/people.ts";

/** An opinion of a city's committee, voted, published, answered and followed up, by people who join for it. */
export async function publishTestEvaluation(city: string, title: string): Promise<string> {
  const person = async (name: string, role: Role) =>
    (await signInFully((await join(city, `${name}@${city}.example`, role)).publicId)).actor;
  const chair = await person("chair", "committee-chair");
  const member = await person("member", "committee-member");
  const other = await person("other", "committee-member");
  const respondent = await person("respondent", "city-respondent");
  const deed = (actor: typeof chair, slug: string) => {
    return { actor, citySlug: city, slug, requestKey: randomUUID(), now: new Date() };
  };
  const given = { title, object: { kind: "system" } };
  const started = await startEvaluation(chair, city, given, randomUUID());
  if (started.kind !== "started") throw new Error(JSON.stringify(started));
  const { slug } = started;
  const due = { key: "r1", text: "Publier l’analyse", owner: "DGS", dueOn: "2099-03-01" };
  await saveDraft(deed(chair, slug), 1, { ...ready, title, recommendations: [due] });
  await submitEvaluation(deed(chair, slug));
  await castBallot(deed(chair, slug), { choice: "for", reasons: null });
  await castBallot(deed(member, slug), { choice: "for", reasons: null });
  await castBallot(deed(other, slug), { choice: "against", reasons: 'Trop tôt ; "=1+1"\nligne' });
  await closeVote(deed(chair, slug));
  const published = await publishEvaluation(deed(chair, slug));
  if (published.kind !== "published") throw new Error(JSON.stringify(published));
  await replyToEvaluation(deed(respondent, slug), "Ce sera fait.");
  const said = { key: "r1", kind: "accepted", note: null } as const;
  await followUpRecommendation(deed(respondent, slug), said);
  return slug;
}
