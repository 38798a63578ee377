import { expect, it } from "vitest";
import { type Member, operator, visitor } from "#domain/actor/actor.ts";
import { doerOf, installation } from "#domain/permission/doer.ts";

it("the log calls an account by a role and an opaque identifier, never by the person's name", () => {
  const member: Member = {
    kind: "member",
    accountId: "8f0c1d2e",
    name: "Camille Arnaud",
    quality: "Elected",
    roles: [],
    hasSecondFactor: true,
  };
  const done = { accountId: "8f0c1d2e", as: "administrator:8f0c1d2e" };
  expect(doerOf(member, "administrator")).toEqual(done);
  expect(doerOf(operator, "administrator")).toEqual({ accountId: null, as: "command-line" });
  expect(doerOf(visitor, "moderator")).toEqual({ accountId: null, as: "citizen" });
  expect(installation).toEqual({ accountId: null, as: "installation" });
});
