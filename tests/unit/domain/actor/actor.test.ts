import { describe, expect, it } from "vitest";
import { deviceName } from "#domain/actor/device-name.ts";
import { emailSchema, nameSchema, qualitySchema } from "#domain/actor/personal-details.ts";
import { incompatibleRoles, isRole, roles } from "#domain/actor/role.ts";

describe("roles", () => {
  it("are six, and nothing else is one", () => {
    expect(roles.filter(isRole)).toEqual([...roles]);
    expect(isRole("superuser")).toBe(false);
    expect(isRole("")).toBe(false);
  });

  it("who judges is not who answers, both ways; the others go with any", () => {
    expect(incompatibleRoles("committee-chair")).toEqual(["city-respondent", "data-officer"]);
    expect(incompatibleRoles("data-officer")).toEqual(["committee-member", "committee-chair"]);
    expect(incompatibleRoles("administrator")).toEqual([]);
    expect(incompatibleRoles("moderator")).toEqual([]);
    for (const one of roles) {
      for (const other of incompatibleRoles(one)) expect(incompatibleRoles(other)).toContain(one);
    }
  });
});

describe("a name", () => {
  it("keeps its letters and loses superfluous space", () => {
    expect(nameSchema.parse("  Zoé   d’Été-Łukasz ")).toBe("Zoé d’Été-Łukasz");
    expect(nameSchema.parse("e\u0301")).toBe("é");
    expect(qualitySchema.parse("élue, groupe « Ville »")).toBe("élue, groupe « Ville »");
  });

  it.each([
    ["nothing", "", "missing"],
    ["spaces", " \t ", "missing"],
    ["121 characters", "a".repeat(121), "too-long"],
    ["a megabyte", "a".repeat(1_000_000), "too-long"],
    ["a letter that turns the reading", "Ar\u202Enaud", "unreadable"],
    ["an isolate", "Ar\u2066naud", "unreadable"],
    ["what nobody sees", "\u3164\u200B", "missing"],
    ["half a letter", "Ar\ud83dnaud", "unreadable"],
    ["a null", "Ar\u0000naud", "unreadable"],
    ["a private-use letter", "Ar\uE000naud", "unreadable"],
  ])("is refused when it is %s", (_what, text, reason) => {
    expect(nameSchema.safeParse(text).error?.issues[0]?.message).toBe(reason);
  });

  it.each(["Ar\u200Bnaud", "Ar\u00ADnaud", "Ar\u2060naud", "Ar\u200Dnaud", "Arnaud\u{e0041}"])(
    "loses what nobody sees: %j",
    (text) => {
      expect(nameSchema.parse(text)).toBe("Arnaud");
    },
  );

  it("keeps the joiners of its script, and may be in any", () => {
    for (const name of ["می\u200cخواهم", "क्\u200dष", "שרה", "李明", "Nguyễn Thị Hương"]) {
      expect(nameSchema.parse(name)).toBe(name);
    }
  });

  it("may have exactly 120 characters", () => {
    expect(nameSchema.parse("a".repeat(120))).toHaveLength(120);
  });
});

describe("an e-mail address", () => {
  it("has one spelling", () => {
    expect(emailSchema.parse(" Camille.Arnaud@Exemple.FR ")).toBe("camille.arnaud@exemple.fr");
    expect(emailSchema.parse("a+b@sous.domaine.example")).toBe("a+b@sous.domaine.example");
  });

  it.each([
    "",
    "camille",
    "camille@",
    "@exemple.fr",
    "camille@exemple",
    "camille@exemple.fr,other@evil.example",
    "camille@evil.example@exemple.fr",
    '"camille"@exemple.fr',
    "camille <camille@exemple.fr>",
    "camille@exemple.fr\nBcc: other@evil.example",
    "camille\u202E@exemple.fr",
    "cami\u200Blle@exemple.fr",
    "cami\u00ADlle@exemple.fr",
    "cami\u3164lle@exemple.fr",
    "camille@-exemple.fr",
    "camille@exemple..fr",
    `${"a".repeat(65)}@exemple.fr`,
    `a@${"b".repeat(60)}.${"c".repeat(250)}.fr`,
    "a".repeat(2_000),
  ])("is refused: %j", (text) => {
    expect(emailSchema.safeParse(text).error?.issues[0]?.message).toBe("malformed-email");
  });
});

describe("a device", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0",
      "Edge, Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari, iOS",
    ],
    ["curl/8.5.0", ""],
  ])("%s is called %j", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  it("is unknown without a word of it", () => {
    expect(deviceName(undefined)).toBe("");
  });
});
