import type { Actor } from "#domain/actor/actor.ts";
import { evaluationContentSchema } from "#domain/evaluation/evaluation-content.ts";
import { authorise } from "#domain/permission/can.ts";
import { slugOf } from "#formats/addresses/slug-of.ts";
import { findCity } from "#persistence/city-queries.ts";
import { writeSql } from "#persistence/database.ts";
import { writeEvaluation } from "#persistence/evaluation/evaluation-writes.ts";
import { requireMember } from "#persistence/evaluation/hold-evaluation.ts";

export type StartedEvaluation =
  | { kind: "started"; slug: string }
  | { kind: "malformed"; field: string; reason: string }
  | { kind: "no-such-city" };

/** Begins a draft: a title and an object. Nothing of it is public. */
export function startEvaluation(
  actor: Actor,
  citySlug: string,
  given: { title: string; object: { kind: string; reference?: string | undefined } },
  requestKey: string,
): Promise<StartedEvaluation> {
  return writeSql<StartedEvaluation>(async (sql) => {
    const city = await findCity(sql, citySlug);
    if (!city) return { kind: "no-such-city" };
    authorise(actor, "evaluation.draft", { cityId: city.id });
    const { accountId } = requireMember(actor, "evaluation.draft");
    const content = evaluationContentSchema.safeParse(given);
    if (!content.success) {
      const [issue] = content.error.issues;
      return {
        kind: "malformed",
        field: issue?.path.join(".") ?? "",
        reason: issue?.message ?? "",
      };
    }
    const wished = slugOf(content.data.title, 60) || "evaluation";
    const evaluation = { cityId: city.id, slug: wished, content: content.data };
    const { slug } = await writeEvaluation(sql, evaluation, { accountId, requestKey });
    return { kind: "started", slug };
  });
}
