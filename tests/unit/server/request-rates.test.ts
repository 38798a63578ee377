import type { IncomingMessage } from "node:http";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { networkOf, prefixOf, RequestRates, rateHeaders } from "#server/http/request-rates.ts";

const policy = { name: "api", requests: 2, seconds: 60 };
const from = (remoteAddress: string, forwarded?: string) =>
  networkOf({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  } as unknown as IncomingMessage);

describe("the network that asks", () => {
  it.each([
    ["192.0.2.7", "192.0.2"],
    ["2001:db8:1:2ff::1", "8193:3512:1:2"],
    ["2001:db8:1:200:1:2:3:4", "8193:3512:1:2"],
    ["::1:2", "0:0:0:0"],
    ["2001:db8::", "8193:3512:0:0"],
  ])("%s is of the network %s", (address, network) => {
    expect(prefixOf(address)).toBe(network);
  });

  it("is seen through the proxy on this machine, and through no other", () => {
    expect(from("127.0.0.1", "198.51.100.9, 192.0.2.7")).toBe("192.0.2");
    expect(from("::ffff:127.0.0.1", "2001:db8::1")).toBe("8193:3512:0:0");
    expect(from("203.0.113.5", "192.0.2.7")).toBe("203.0.113");
    expect(from("127.0.0.1")).toBeUndefined();
    expect(from("::1", "not an address")).toBeUndefined();
    expect(from("127.0.0.1", "127.0.0.1")).toBeUndefined();
  });
});

describe("how often a network may ask", () => {
  it("so many times in a window, and again in the next", () => {
    let now = 0;
    const rates = new RequestRates(policy, () => now);
    const allowed = () => rates.count("192.0.2").isAllowed;
    expect([allowed(), allowed(), allowed()]).toEqual([true, true, false]);
    expect(rates.count("198.51.100")).toMatchObject({
      ...{ isAllowed: true, isFirstRefused: false, remaining: 1, seconds: 60 },
    });
    now = 59_999;
    expect(allowed()).toBe(false);
    now = 60_000;
    expect(allowed()).toBe(true);
  });

  it("is told in headers, with how long to wait once it is too much", () => {
    const headers = rateHeaders(policy, {
      ...{ isAllowed: false, isFirstRefused: true, remaining: 0, seconds: 12 },
    });
    expect(headers).toEqual({
      "ratelimit-policy": '"api";q=2;w=60',
      ratelimit: '"api";r=0;t=12',
      "retry-after": "12",
    });
    expect(
      rateHeaders(policy, { isAllowed: true, isFirstRefused: false, remaining: 1, seconds: 9 }),
    ).not.toHaveProperty("retry-after");
  });

  it("is counted without keeping the network, and without growing without end", () => {
    const rates = new RequestRates(policy, () => 0);
    rates.count("192.0.2");
    expect(inspect(rates, { depth: 9, showHidden: true })).not.toContain("192.0.2");
    for (let network = 0; network < 100_050; network++) rates.count(String(network));
    expect(rates.size).toBe(100_000);
  });
});
