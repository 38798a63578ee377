import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AuditEntry,
  AuditEntryRefused,
  decodeAuditEntry,
  encodeActDetail,
  encodeAuditEntry,
} from "#domain/audit/audit-entry.ts";
import { auditActions, auditGroups, auditQualities } from "#domain/audit/audit-vocabulary.ts";

const entry: AuditEntry = {
  version: 1,
  index: 7,
  at: "2026-11-26T04:30:00.120Z",
  city: "ville-temoin",
  actor: "committee-member:3fK9x0Qa",
  action: "vote-cast",
  subject: "evaluation 12",
  detail: { vote: "for", round: 1, figures: [{ id: "cost-per-camera", value: 1.5 }] },
};

describe("an entry of the log", () => {
  it("has one spelling: keys in order, no blank (RFC 8785)", () => {
    expect(encodeAuditEntry(entry)).toBe(
      '{"action":"vote-cast","actor":"committee-member:3fK9x0Qa","at":"2026-11-26T04:30:00.120Z",' +
        '"city":"ville-temoin","detail":{"figures":[{"id":"cost-per-camera","value":1.5}],"round":1,"vote":"for"},' +
        '"index":7,"subject":"evaluation 12","version":1}',
    );
  });

  it("is read back from that spelling and from no other", () => {
    const text = encodeAuditEntry(entry);
    expect(decodeAuditEntry(text)).toEqual(entry);
    expect(decodeAuditEntry(text.replace(",", ", "))).toBeUndefined();
    expect(decodeAuditEntry(text.replace("1.5", "1.50"))).toBeUndefined();
    expect(decodeAuditEntry(text.slice(1))).toBeUndefined();
    expect(decodeAuditEntry(text.replace("vote-cast", "vote-sold"))).toBeUndefined();
  });

  const refused: [string, Partial<Record<keyof AuditEntry | "note", unknown>>][] = [
    ["a name as actor", { actor: "Jeanne Martin" }],
    ["an e-mail as actor", { actor: "jeanne@example.org" }],
    ["a quality with an e-mail", { actor: "committee-member:jeanne@example.org" }],
    ["an unknown act", { action: "coffee-made" }],
    ["a sentence as subject", { subject: "evaluation of the cameras" }],
    ["an e-mail as subject", { subject: "account jeanne@example.org" }],
    ["a sentence in the detail", { detail: { reason: "she asked for it" } }],
    ["an e-mail in the detail", { detail: { by: "jeanne@example.org" } }],
    ["a name deeper in the detail", { detail: { list: [{ by: "Jeanne Martin" }] } }],
    ["a key that is a sentence", { detail: { "Jeanne Martin": 1 } }],
    ["a list in a list in the detail", { detail: { list: [[1]] } }],
    ["a field of its own", { note: "text" }],
    ["a time without milliseconds", { at: "2026-11-26T04:30:00Z" }],
    ["a negative place", { index: -1 }],
    ["a city that is no slug", { city: "Ville Témoin" }],
  ];
  it.each(refused)("refuses %s", (_name, change) => {
    expect(() => encodeAuditEntry({ ...entry, ...change } as never)).toThrow(AuditEntryRefused);
  });

  it("refuses what a bundle could not carry", () => {
    const long = Object.fromEntries(
      Array.from({ length: 400 }, (_, n) => [`k${n}`, "a".repeat(200)]),
    );
    expect(() => encodeAuditEntry({ ...entry, detail: long })).toThrow(/65535 bytes/);
  });

  it("refuses an act that would be too long in the widest place, before it has one", () => {
    const { actor, action, subject } = entry;
    const words = (count: number) => Array.from({ length: count }, () => "a".repeat(200));
    const detailOf = (edge: number) => ({
      list: words(200),
      more: words(120),
      edge: ["a".repeat(200), "a".repeat(edge)],
    });
    const short = detailOf(1);
    expect(encodeActDetail({ actor, action, subject, detail: short })).toMatch(/^\{"edge":\["a/);
    const left = 65_535 - encodeAuditEntry({ ...entry, detail: short }).length;
    // It fits where the entry above stands, but not everywhere.
    const full = detailOf(1 + left);
    expect(encodeAuditEntry({ ...entry, detail: full })).toHaveLength(65_535);
    expect(() => encodeActDetail({ actor, action, subject, detail: full })).toThrow(/65535 bytes/);
  });

  it("comes back the same whatever its numbers", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), (a, b) => {
        const given = { ...entry, detail: { a: a === 0 ? 0 : a, b } };
        expect(decodeAuditEntry(encodeAuditEntry(given))).toEqual(given);
      }),
    );
  });
});

describe("the vocabulary of the log", () => {
  it("names each act once, in a group", () => {
    expect(new Set(auditActions).size).toBe(auditActions.length);
    expect(auditGroups).toEqual([
      "registry",
      "committee",
      "annotations",
      "moderation",
      "participation",
      "accounts",
    ]);
  });

  it("has words that stand in an address", () => {
    for (const word of [...auditActions, ...auditQualities]) expect(word).toMatch(/^[a-z-]+$/);
  });
});
