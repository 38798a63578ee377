import {
  type EvaluationContent,
  evaluationContentSchema,
} from "#domain/evaluation/evaluation-content.ts";

export const startedContent = { title: "Cameras of the market square", object: { kind: "system" } };

/** An evaluation that can be voted on. */
export const ready: EvaluationContent = evaluationContentSchema.parse({
  ...startedContent,
  figures: [
    {
      key: "requests-2024",
      page: "outcomes",
      label: "Requests for footage in 2024",
      value: "1,043",
      release: 11,
    },
  ],
  body: "The committee heard the control room.",
  ratings: {
    usefulness: { level: "fair", reasons: "Footage helps in one request out of three." },
    proportionality: { level: "cannot-judge", reasons: "No impact assessment was shown." },
    cost: { level: "poor", reasons: "Insurance is not in the accounts." },
  },
  opinion: "favourable-with-reservations",
});
