import type { ApiForm } from "#domain/dataset/api/common-parameters.ts";
import type { ApiProblem } from "#domain/dataset/api/problems.ts";
import type { ApiResource } from "#domain/dataset/api/resource.ts";
import type { City } from "#persistence/city-queries.ts";

/** One request, understood: what a resource answers from. */
export type ApiRequest = {
  resource: ApiResource;
  /** What the names of the path stand for. */
  names: Readonly<Record<string, string>>;
  values: Readonly<Record<string, unknown>>;
  query: URLSearchParams;
  form: ApiForm;
  /** Public origin of the installation, "" where it is not said: addresses are then relative. */
  origin: string;
  /** The day that expiry is read against. */
  today: string;
};

export type ApiAnswer =
  | {
      kind: "answer";
      body: unknown;
      next?: string | undefined;
      /** Rows that are JSON already, the last of the body. */
      rowTexts?: readonly string[] | undefined;
    }
  | { kind: "moved"; location: string }
  | ApiFailure;

export type ApiFailure = {
  kind: "problem";
  type: ApiProblem;
  detail?: string;
  parameter?: string;
  headers?: Readonly<Record<string, string>>;
};

export function problem(
  type: ApiProblem,
  detail?: string,
  more: Partial<Pick<ApiFailure, "parameter" | "headers">> = {},
): ApiFailure {
  return { kind: "problem", type, ...(detail === undefined ? {} : { detail }), ...more };
}

/** Which release an answer shows. */
export function aboutCity(city: City) {
  return {
    city: city.slug,
    release: city.release,
    published_at: city.publishedAt?.toISOString() ?? null,
  };
}

/** Where the words and the sources of a dataset are explained. */
export function explained({ origin, resource, names }: ApiRequest) {
  const { city = "" } = names;
  const id = resource.dataset?.id ?? "";
  return {
    dataset: id,
    dictionary: `${origin}/data/dictionary#${id}`,
    sources: `${origin}/api/v1/cities/${encodeURIComponent(city)}/sources`,
  };
}

/** Address of this request, with other parameters. */
export function addressOfRequest(
  { origin, resource, names, query }: ApiRequest,
  changes: Readonly<Record<string, string>> = {},
): string {
  const path = resource.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(names[name] ?? ""),
  );
  const asked = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) asked.set(name, value);
  return `${origin}/api/v1${path}${asked.size > 0 ? `?${asked}` : ""}`;
}

/** What makes a JSON answer linked data. */
export function linkedData(request: ApiRequest) {
  const id = request.resource.dataset?.id ?? "";
  return {
    "@context": `${request.origin}/api/v1/contexts/${id}`,
    "@id": addressOfRequest(request),
    "@type": "https://schema.org/Dataset",
  };
}
