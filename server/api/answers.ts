import { jsonLdContext } from "#domain/dataset/api/json-ld-context.ts";
import { openApiDocument } from "#domain/dataset/api/openapi.ts";
import { findDataset } from "#domain/dataset/declared/registry.ts";
import type { PagedDataset } from "#persistence/open-data/dataset-rows.ts";
import { type ApiAnswer, type ApiRequest, problem } from "./answer.ts";
import { answerCamera, answerCameras } from "./answer-cameras.ts";
import { answerChanges } from "./answer-changes.ts";
import { answerCities, answerCity } from "./answer-cities.ts";
import { answerDataset } from "./answer-dataset.ts";
import { answerIndicator } from "./answer-indicator.ts";

type Answer = (request: ApiRequest) => Promise<ApiAnswer> | ApiAnswer;

/** Version of the interface, not of the program: it grows when an answer gains something. */
const INTERFACE_VERSION = "1.0.0";

/** What each resource of `domain/dataset/api/resources.ts` answers, by its name; a dataset's list needs no entry. */
const answers: Readonly<Record<string, Answer>> = {
  "describe-api": ({ origin }) => ({
    kind: "answer",
    body: openApiDocument(origin, INTERFACE_VERSION),
  }),
  "describe-context": ({ names, origin }) => {
    const dataset = findDataset(names.dataset ?? "");
    if (!dataset) return problem("record-not-found");
    return { kind: "answer", body: { "@context": jsonLdContext(dataset, origin) } };
  },
  "list-cities": answerCities,
  "describe-city": answerCity,
  "list-cameras": answerCameras,
  "describe-camera": answerCamera,
  "describe-indicator": answerIndicator,
  "list-changes": answerChanges,
};

/** The answer to a request that was understood. */
export function answerRequest(request: ApiRequest): Promise<ApiAnswer> | ApiAnswer {
  const own = answers[request.resource.id];
  if (own) return own(request);
  const { dataset } = request.resource;
  if (!dataset) return problem("no-such-address");
  return answerDataset(request, dataset as PagedDataset);
}
