import { describe, expect, it } from "vitest";
import { coarseNetwork, type SecurityEvent, securityLine } from "#journal/security-event.ts";

const now = new Date("2026-11-26T10:00:00.123Z");
const event: SecurityEvent = {
  event: "action-refused",
  outcome: "forbidden",
  door: "/api/committee/{city}/{slug}/publish",
  city: "saint-etienne",
  roles: ["committee-member"],
  subject: "q83vEjRWeJASNFZ4",
  action: "evaluation.publish",
  network: "192.0.2.0/24",
};
const line = (more: object = {}) => securityLine({ ...event, ...more } as SecurityEvent, now, 42);

describe("a line of the security log", () => {
  it("is one object that says when, where, who and what", () => {
    expect(JSON.parse(line())).toEqual({
      time: "2026-11-26T10:00:00.123Z",
      log: "security",
      level: "warning",
      process: 42,
      event: "action-refused",
      outcome: "forbidden",
      door: "/api/committee/{city}/{slug}/publish",
      city: "saint-etienne",
      roles: ["committee-member"],
      subject: "q83vEjRWeJASNFZ4",
      action: "evaluation.publish",
      network: "192.0.2.0/24",
    });
  });

  it.each([
    "a\nb",
    'a\r\n{"log":"security","event":"sign-in","outcome":"succeeded"}',
    "a\u2028b",
    "a\u0085b",
    "\u001b[2Ja",
    '","event":"sign-out',
    "marie@exemple.fr",
    "x".repeat(100_000),
    "\u202egol",
    "%0a",
    "é",
    "",
  ])("takes nothing that somebody else wrote: %j", (text) => {
    for (const field of ["door", "city", "subject", "action", "of", "network"]) {
      const written = line({ [field]: text });
      expect(written).toMatch(/^\{[ -~]*\}$/);
      expect(JSON.parse(written)).toEqual({ ...JSON.parse(line()), [field]: "?" });
    }
    expect(JSON.parse(line({ roles: [text] })).roles).toEqual(["?"]);
  });

  it("has no field that it does not know", () => {
    const more = { email: "marie@exemple.fr", token: "abc", name: "Marie", toString: 1 };
    expect(line(more)).toBe(line());
  });
});

describe("a network", () => {
  it.each([
    ["192.0.2.77", "192.0.2.0/24"],
    ["192.0.2", "192.0.2.0/24"],
    ["127.0.0.1", "local"],
    ["::1", "local"],
    ["2001:db8:1:2", "2001:db8:1:2/56"],
    ["", undefined],
  ])("%s is written %s", (client, written) => {
    expect(coarseNetwork(client)).toBe(written);
  });
});
