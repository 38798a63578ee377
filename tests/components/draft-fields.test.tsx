import { describe, expect, it } from "vitest";
import { contentOfFields, fieldsOfContent } from "#components/committee/draft-fields.ts";
import { evaluationContentSchema } from "#domain/evaluation/evaluation-content.ts";
import { ready } from "#tests/unit/domain/evaluation/evaluations.ts";

const full = evaluationContentSchema.parse({
  ...ready,
  object: { kind: "camera", reference: "VT-0003" },
  objective: { text: "Fewer thefts on the square", fixedOn: "2025-01-15" },
  checklist: [{ item: "retention", answer: "not-known", note: "The log was not shown." }],
  recommendations: [
    { key: "r1", text: "Publish the assessment", owner: "City manager", dueOn: "2027-03-01" },
    { key: "r3", text: "Audit the log", owner: "Control room", dueOn: "2027-06-01" },
  ],
});

describe("a draft in a form", () => {
  it("comes back as it was", () => {
    expect(evaluationContentSchema.parse(contentOfFields(fieldsOfContent(full)))).toEqual(full);
    expect(evaluationContentSchema.parse(contentOfFields(fieldsOfContent(ready)))).toEqual(ready);
  });

  it("has no row where nothing was written, and numbers a new recommendation", () => {
    const fields = {
      ...fieldsOfContent(full),
      "figure-1-release": "11",
      "recommendation-2-text": "Show the masks",
      "recommendation-2-owner": "Control room",
      "recommendation-2-dueOn": "2027-01-01",
    };
    const content = evaluationContentSchema.parse(contentOfFields(fields));
    expect(content.figures).toHaveLength(1);
    expect(content.recommendations.map(({ key }) => key)).toEqual(["r1", "r3", "r2"]);
  });

  it("takes nothing that the desk has no field for", () => {
    const hostile = {
      ...fieldsOfContent(ready),
      adopted: "true",
      state: "published",
      __proto__: "x",
    };
    expect(evaluationContentSchema.parse(contentOfFields(hostile))).toEqual(ready);
  });

  it("is refused by the schema when it is no draft at all", () => {
    expect(evaluationContentSchema.safeParse(contentOfFields({})).success).toBe(false);
  });
});
