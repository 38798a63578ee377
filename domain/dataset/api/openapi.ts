import { z } from "zod";
import { auditEntrySchema } from "#domain/audit/audit-entry.ts";
import { present } from "#domain/presence/present.ts";
import type { ApiForm } from "./common-parameters.ts";
import { type LogOperation, logOperations } from "./log-operations.ts";
import { type ApiParameter, jsonSchemaOf } from "./parameter.ts";
import { apiProblems } from "./problems.ts";
import type { ApiResource } from "./resource.ts";
import { apiResources } from "./resources.ts";

export const mediaTypes: Readonly<Record<ApiForm, string>> = {
  json: "application/json",
  geojson: "application/geo+json",
  jsonld: "application/ld+json",
};

const problem = z.object({
  type: z.string().describe("Address that explains the problem."),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  parameter: z.string().optional(),
});

/** What the names of a path stand for. */
const pathNames: Readonly<Record<string, z.ZodType>> = {
  city: z.string().min(1).max(63).describe("The city, as in its addresses."),
  reference: z.string().min(1).max(100).describe("Public number of the camera."),
  number: z.int().min(1).max(2_147_483_647).describe("Number of the release."),
  indicator: z.string().min(1).max(100).describe("Name of the indicator."),
  dataset: z.string().min(1).max(40).describe("Name of the dataset."),
};

const pascal = (id: string) =>
  id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Answers by their names in the document. */
function answerSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  registry.add(problem, { id: "Problem" });
  registry.add(auditEntrySchema, { id: "AuditEntry" });
  for (const { id, answers } of apiResources) {
    for (const [form, schema] of Object.entries(answers)) {
      registry.add(schema as z.ZodType, { id: pascal(`${id}-${form}`) });
    }
  }
  for (const { id, answer } of logOperations) registry.add(answer, { id: pascal(id) });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  );
}

function parameterOf({ name, style, schema, description, example }: ApiParameter) {
  return {
    name,
    in: "query",
    description: description.en,
    required: false,
    ...(style === "once" ? {} : { style: "form", explode: style === "repeated" }),
    schema: jsonSchemaOf(schema),
    ...(example === undefined ? {} : { example }),
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const schema = present(pathNames[name]);
    return {
      name,
      in: "path",
      required: true,
      description: schema.description,
      schema: jsonSchemaOf(schema),
    };
  });
}

const reference = (id: string) => ({ $ref: `#/components/schemas/${id}` });

const entityTag = {
  description: "Strong: the same bytes have the same tag.",
  schema: { type: "string" },
};

function responses(resource: ApiResource) {
  const { id, forms } = resource;
  const content = Object.fromEntries(
    forms.map((form) => [mediaTypes[form], { schema: reference(pascal(`${id}-${form}`)) }]),
  );
  const headers = {
    ETag: entityTag,
    RateLimit: {
      description: "What is left of the requests of the minute, and for how many seconds.",
      schema: { type: "string" },
    },
  };
  return {
    200: { description: resource.description.en, headers, content },
    ...(id === "describe-camera"
      ? { 308: { description: "The camera bears another number now: Location leads to it" } }
      : {}),
    304: { description: "Not changed since the tag given in If-None-Match" },
    ...failures([400, 404, 406, 429, 503]),
  };
}

function failures(statuses: readonly number[]) {
  const described = statuses.map((status) => [
    String(status),
    {
      description: Object.values(apiProblems)
        .filter((known) => known.status === status)
        .map(({ title }) => title)
        .join("; "),
      content: { "application/problem+json": { schema: reference("Problem") } },
    },
  ]);
  return Object.fromEntries(described);
}

function logPath({ id, path, summary, description, parameters }: LogOperation) {
  const get = {
    operationId: id,
    summary: summary.en,
    description: description.en,
    parameters: parameters.map(parameterOf),
    responses: {
      200: {
        description: description.en,
        headers: { ETag: entityTag },
        content: { "application/json": { schema: reference(pascal(id)) } },
      },
      304: { description: "Not changed since the tag given in If-None-Match" },
      ...failures([400, 404, 503]),
    },
  };
  return [path, { get }];
}

/** The whole interface in OpenAPI 3.1, from the schemas that read the requests and check the answers. */
export function openApiDocument(origin: string | undefined, version: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Contrechamp open data",
      version,
      description:
        "What cities publish of their video surveillance. Read-only, without a key. GET and HEAD; answers carry a strong ETag and may be asked for with If-None-Match. Each answer names the release that it was read from: with ?release= it never changes.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: `${origin ?? ""}/api/v1` }],
    paths: Object.fromEntries([
      ...apiResources.map((resource) => [
        resource.path,
        {
          get: {
            operationId: resource.id,
            summary: resource.summary.en,
            description: resource.description.en,
            parameters: [...pathParameters(resource.path), ...resource.parameters.map(parameterOf)],
            responses: responses(resource),
          },
        },
      ]),
      ...logOperations.map(logPath),
    ]),
    components: { schemas: answerSchemas() },
  };
}
