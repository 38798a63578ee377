import type { IncomingMessage, ServerResponse } from "node:http";
import {
  formatAnnotationsQuestion,
  parseAnnotationsQuestion,
} from "#domain/annotation/annotations-question.ts";
import {
  type Collection,
  WEB_ANNOTATION_TYPE,
  webAnnotation,
  webCollection,
  webPage,
  webTombstone,
} from "#domain/annotation/web-annotation.ts";
import {
  ANNOTATIONS_PER_PAGE,
  getAnnotationPage,
  getAnnotationsPage,
} from "#use-cases/annotation/get-annotations-page.ts";
import { describeAnnotation, describeTombstone } from "../api/describe-annotation.ts";
import { BARE_POLICY } from "../http/content-security-policy.ts";
import { prefersLinkedData } from "../http/linked-data.ts";
import { sendPlain } from "../http/plain-answers.ts";
import { sendQuick } from "../http/quick-answer.ts";
import type { RequestAddress } from "../http/request-address.ts";
import { networkOf, type RequestRates, rateHeaders } from "../http/request-rates.ts";
import { reportFailure } from "../process/log.ts";
import { originOf } from "./catalogue.ts";
import type { Handler } from "./handler.ts";

/** Annotations as linked data (W3C Web Annotation Protocol, reading alone). */

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ONE = /^([1-9]\d{0,8})(\.jsonld)?$/;

type Asked = { city: string; number: number | undefined; isNamed: boolean };

function read({ segments }: RequestAddress): Asked | undefined {
  const [city = "", room, last] = segments[0] === "en" ? segments.slice(1) : segments;
  if (!SLUG.test(city)) return undefined;
  if (last === undefined) {
    if (room === "annotations.jsonld") return { city, number: undefined, isNamed: true };
    return room === "annotations" ? { city, number: undefined, isNamed: false } : undefined;
  }
  const one = room === "annotations" && segments.at(-1) === last ? ONE.exec(last) : null;
  return one ? { city, number: Number(one[1]), isNamed: one[2] !== undefined } : undefined;
}

/** What ends in .jsonld, and the pages of annotations where linked data is preferred to a page. */
export function isLinkedAnnotations(address: RequestAddress, request: IncomingMessage): boolean {
  const asked = read(address);
  return asked !== undefined && (asked.isNamed || prefersLinkedData(request.headers.accept));
}

type Answer = { status: number; body: unknown };

export function annotationsHandler(publicOrigin: string, rates: RequestRates): Handler {
  return async (request, response, address) => {
    const asked = read(address);
    if (!asked) return sendPlain(response, 404);
    if (!admit(rates, request, response)) return;
    const origin = originOf(request, publicOrigin);
    const answer = await answerTo(asked, address.query, origin).catch((failure: unknown) => {
      reportFailure("Annotations could not be read", failure);
      return "unavailable" as const;
    });
    if (answer === "unavailable") sendPlain(response, 503);
    else if (answer) send(request, response, answer);
    else sendPlain(response, 404);
  };
}

function admit(rates: RequestRates, request: IncomingMessage, response: ServerResponse): boolean {
  const network = networkOf(request);
  if (network === undefined) return true;
  const state = rates.count(network);
  for (const [name, value] of Object.entries(rateHeaders(rates.policy, state))) {
    response.setHeader(name, value);
  }
  if (!state.isAllowed) sendPlain(response, 429);
  return state.isAllowed;
}

function answerTo(
  { city, number }: Asked,
  query: URLSearchParams,
  origin: string,
): Promise<Answer | undefined> {
  return number === undefined
    ? answerCollection(city, query, origin)
    : answerOne(city, number, origin);
}

/** What was withdrawn or hidden is gone (410), and what stands at its address says since when and why. */
async function answerOne(
  city: string,
  number: number,
  origin: string,
): Promise<Answer | undefined> {
  const page = await getAnnotationPage(city, number, new Date());
  if (!page) return undefined;
  const described = describeAnnotation(origin, city, page.annotation);
  if (described) return { status: 200, body: webAnnotation(described) };
  return { status: 410, body: webTombstone(describeTombstone(origin, city, page.annotation)) };
}

/** The collection, or a page of it where one is asked. */
async function answerCollection(
  city: string,
  query: URLSearchParams,
  origin: string,
): Promise<Answer | undefined> {
  const question = parseAnnotationsQuestion(query);
  const found = await getAnnotationsPage(city, { ...question, standing: true }, new Date());
  if (!found) return undefined;
  const address = (page?: number) => {
    const kept = formatAnnotationsQuestion({ ...question, page: 1 });
    if (page !== undefined) kept.set("page", String(page));
    return `${origin}/${city}/annotations.jsonld${kept.size > 0 ? `?${kept}` : ""}`;
  };
  const collection: Collection = {
    id: address(),
    label: `Annotations, ${found.city.name}`,
    total: found.total,
    perPage: ANNOTATIONS_PER_PAGE,
    page: address,
  };
  if (!query.has("page")) return { status: 200, body: webCollection(collection) };
  const items = found.annotations.flatMap(
    (annotation) => describeAnnotation(origin, city, annotation) ?? [],
  );
  const page = webPage(collection, question.page, items);
  return page && { status: 200, body: page };
}

function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  sendQuick(request, response, {
    status,
    body: Buffer.from(`${JSON.stringify(body)}\n`),
    headers: {
      "content-type": WEB_ANNOTATION_TYPE,
      "content-security-policy": BARE_POLICY,
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=0, must-revalidate",
      allow: "GET, HEAD",
      vary: "Accept, Accept-Encoding, Host",
    },
  });
}
