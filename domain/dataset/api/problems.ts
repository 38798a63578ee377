/**
 * What can go wrong with a request, each with its status (RFC 9110) and an address that explains it: `/problems/{type}`
 * (RFC 9457). Words for readers are in the messages; titles are for the machine's log.
 */
export const apiProblems = {
  "invalid-parameter": { status: 400, title: "A parameter has a value that cannot be understood" },
  "unknown-parameter": { status: 400, title: "No parameter has that name here" },
  "city-not-found": { status: 404, title: "No city is called that here" },
  "release-not-found": { status: 404, title: "The city has no such release" },
  "record-not-found": { status: 404, title: "Nothing bears that reference" },
  "no-such-address": { status: 404, title: "The API has nothing at that address" },
  "method-not-allowed": { status: 405, title: "The API is only read" },
  "not-acceptable": { status: 406, title: "None of the formats asked for exists here" },
  "too-many-requests": { status: 429, title: "Too many requests from one network" },
  unavailable: { status: 503, title: "The database does not answer" },
  busy: { status: 503, title: "Too many things are being prepared" },
} as const;

export type ApiProblem = keyof typeof apiProblems;
