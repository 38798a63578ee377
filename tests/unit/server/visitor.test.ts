import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientOf, comesFromOurPages } from "#server/http/visitor.ts";
import { isPrivateAddress } from "#server/private-addresses.ts";

describe("where a form comes from", () => {
  const origin = "https://here.example";
  it.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "same-origin", origin: "null" }, true],
    [{ origin }, true],
    [{ "sec-fetch-site": "same-site", origin }, false],
    [{ "sec-fetch-site": "cross-site", origin }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{ "sec-fetch-site": "" }, false],
    [{ origin: "https://here.example.evil.example" }, false],
    [{ origin: "http://here.example" }, false],
    [{ origin: "null" }, false],
    [{}, false],
  ])("%j is ours: %s", (headers, isOurs) => {
    expect(comesFromOurPages(headers, origin)).toBe(isOurs);
  });

  it("without a public address it is the one that was asked", () => {
    const asked = { host: "localhost:3000", origin: "http://localhost:3000" };
    expect(comesFromOurPages(asked, undefined)).toBe(true);
    expect(comesFromOurPages({ ...asked, host: "localhost:3001" }, undefined)).toBe(false);
    expect(comesFromOurPages({ origin: "http://undefined" }, undefined)).toBe(false);
  });
});

describe("whom attempts are counted by", () => {
  const asked = (remoteAddress: string, forwarded?: string) =>
    ({
      headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
      socket: { remoteAddress },
    }) as unknown as Pick<IncomingMessage, "headers" | "socket">;
  const origin = "https://here.example";

  it.each([
    ["127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["::ffff:172.18.0.2", "203.0.113.9", "203.0.113.9"],
    ["10.0.0.1", "forged, 203.0.113.9", "203.0.113.9"],
    ["::1", "203.0.113.9, 2001:db8:1:2ff::1", "8193:3512:1:2"],
    ["::1", "2001:db8:1:200:ffff::9", "8193:3512:1:2"],
    ["127.0.0.1", "", "127.0.0.1"],
    ["127.0.0.1", undefined, "127.0.0.1"],
    // Not from a proxy of one's own: what it says of itself counts for nothing.
    ["198.51.100.7", "203.0.113.9", "198.51.100.7"],
    ["172.32.0.1", "203.0.113.9", "172.32.0.1"],
  ])("from %s saying %j: %s", (remote, forwarded, client) => {
    expect(clientOf(asked(remote, forwarded), origin)).toBe(client);
  });

  it("is the neighbour itself when nothing says that a proxy stands before", () => {
    expect(clientOf(asked("127.0.0.1", "203.0.113.9"), undefined)).toBe("127.0.0.1");
  });

  it("is never long", () => {
    expect(clientOf(asked("127.0.0.1", "a".repeat(5_000)), origin)).toHaveLength(64);
  });
});

describe("addresses that see a cookie", () => {
  it.each([
    "account",
    "account/sign-in",
    "en/account/second-factor",
    "ville-temoin/administration",
    "en/ville-temoin/committee/evaluations",
    "ville-temoin/committee/annual-report",
    "ville-temoin/committee/annual-report-desk/2027",
    "api/auth/callback/oidc",
    "api/account/sign-in",
    "api/administration/ville-temoin/invitations",
    "api/committee/x",
  ])("/%s", (path) => {
    expect(isPrivateAddress(path.split("/"))).toBe(true);
  });

  it.each([
    "",
    "ville-temoin",
    "ville-temoin/map",
    "ville-temoin/committee/annual-report/2027",
    "en/ville-temoin/costs",
    "methodology",
    "api/v1/cities",
    "api/health",
    "en/api/account/sign-in",
    "ville-temoin/cameras/administration",
  ])("but not /%s", (path) => {
    expect(isPrivateAddress(path.split("/"))).toBe(false);
  });
});
