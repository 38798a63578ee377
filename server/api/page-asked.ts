import { type ApiFailure, type ApiRequest, problem } from "./answer.ts";
import { readCursor } from "./cursor.ts";

export type PageAsked = {
  release: number | undefined;
  after: string | undefined;
  limit: number;
};

/** The page that a request asks for, from its cursor or from the beginning. */
export function pageAsked({ values }: ApiRequest): PageAsked | ApiFailure {
  const release = values.release as number | undefined;
  const limit = values.limit as number;
  const given = values.cursor as string | undefined;
  if (given === undefined) return { release, after: undefined, limit };
  const cursor = readCursor(given);
  if (!cursor)
    return problem("invalid-parameter", "cursor: not a cursor of this API", {
      parameter: "cursor",
    });
  if (release !== undefined && release !== cursor.release)
    return problem("invalid-parameter", "cursor: belongs to another release", {
      parameter: "cursor",
    });
  return { release: cursor.release, after: cursor.after, limit };
}

export function isFailure(value: PageAsked | ApiFailure): value is ApiFailure {
  return "kind" in value;
}
