import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestAddress } from "../http/request-address.ts";

/**
 * Answers a whole branch of addresses without Next. The response already carries the security headers;
 * the method is GET or HEAD.
 */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  address: RequestAddress,
) => void | Promise<void>;
