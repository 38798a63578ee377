import { z } from "zod";
import { formDoor } from "#app/_session/form-door.ts";
import { startEvaluation } from "#use-cases/evaluation/start-evaluation.ts";

const fields = z.object({
  title: z.string().max(1000),
  objectKind: z.string().max(50),
  objectReference: z.string().max(1000).default(""),
  requestKey: z.uuid(),
});

/** Begins an evaluation and leads to its desk. */
export const POST = formDoor(
  fields,
  async (
    { title, objectKind, objectReference, requestKey },
    { actor },
    { city }: { city: string },
  ) => {
    const reference = objectReference.trim() || undefined;
    const given = { title, object: { kind: objectKind, reference } };
    const started = await startEvaluation(actor, city, given, requestKey);
    if (started.kind === "started") return { to: `/${city}/committee/${started.slug}` };
    return { to: `/${city}/committee`, query: { problem: started.kind } };
  },
);
