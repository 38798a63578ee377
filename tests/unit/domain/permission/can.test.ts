import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, type Member, operator, visitor } from "#domain/actor/actor.ts";
import { type Role, roles } from "#domain/actor/role.ts";
import { authorise, can, NotAllowed, refusalOf, type Thing } from "#domain/permission/can.ts";
import {
  type Action,
  actions,
  type Permission,
  permissions,
} from "#domain/permission/permissions.ts";

const HERE = 1;
const ELSEWHERE = 2;

function memberWith(role: Role, changes: Partial<Member> = {}): Member {
  return {
    kind: "member",
    accountId: "me",
    name: "Camille Arnaud",
    quality: "Elected",
    roles: [{ cityId: HERE, role }],
    hasSecondFactor: true,
    ...changes,
  };
}

/** The table of rights, written by hand apart from the code: for each action who may, and on what. */
const table: Record<Action, { who: Role[]; thing?: Partial<Thing> }> = {
  "committee.read": { who: ["committee-member", "committee-chair"] },
  "evaluation.draft": { who: ["committee-member", "committee-chair"] },
  "evaluation.edit": { who: ["committee-member", "committee-chair"], thing: { state: "draft" } },
  "evaluation.submit": { who: ["committee-member", "committee-chair"], thing: { state: "draft" } },
  "evaluation.return-to-draft": { who: ["committee-chair"], thing: { state: "submitted" } },
  "evaluation.vote": {
    who: ["committee-member", "committee-chair"],
    thing: { state: "submitted" },
  },
  "evaluation.close-vote": { who: ["committee-chair"], thing: { state: "submitted" } },
  "evaluation.publish": { who: ["committee-chair"], thing: { state: "voted" } },
  "evaluation.revise": {
    who: ["committee-member", "committee-chair"],
    thing: { state: "published" },
  },
  "evaluation.withdraw": { who: ["committee-chair"], thing: { state: "published" } },
  "evaluation.reply": { who: ["city-respondent"], thing: { state: "published" } },
  "recommendation.answer": { who: ["city-respondent"] },
  "recommendation.verify": { who: ["committee-member", "committee-chair"] },
  "annual-report.edit": { who: ["committee-member", "committee-chair"] },
  "annual-report.publish": { who: ["committee-chair"] },
  "annotation.write": { who: ["committee-member", "committee-chair", "city-respondent"] },
  "annotation.edit": {
    who: ["committee-member", "committee-chair", "city-respondent"],
    thing: { authorId: "me", state: "published" },
  },
  "annotation.withdraw": {
    who: ["committee-member", "committee-chair", "city-respondent"],
    thing: { authorId: "me", state: "published" },
  },
  "annotation.resolve": {
    who: ["committee-member", "committee-chair"],
    thing: { state: "published" },
  },
  "registry.read": { who: ["data-officer"] },
  "import.try": { who: ["data-officer"] },
  "import.apply": { who: ["data-officer"] },
  "import.undo": { who: ["data-officer"] },
  "release.prepare": { who: ["data-officer"] },
  "release.discard": { who: ["data-officer"] },
  "release.publish": { who: ["data-officer"] },
  "figure.correct": { who: ["data-officer"] },
  "moderation.read": { who: ["moderator", "committee-chair"] },
  "moderation.decide": { who: ["moderator"], thing: { authorId: "another" } },
  "moderation.contest": {
    who: ["committee-member", "committee-chair", "city-respondent"],
    thing: { authorId: "me" },
  },
  "appeal.decide": { who: ["moderator", "committee-chair"], thing: { authorId: "another" } },
  "member.list": { who: ["administrator"] },
  "member.invite": { who: ["administrator"] },
  "invitation.withdraw": { who: ["administrator"] },
  "role.give": { who: ["administrator"] },
  "role.revoke": { who: ["administrator"] },
  "account.close": { who: [] },
  "second-factor.reset": { who: [] },
};
const operatorMay: Action[] = [
  "member.list",
  "member.invite",
  "invitation.withdraw",
  "role.give",
  "role.revoke",
  "account.close",
  "second-factor.reset",
];

const cells = actions.flatMap((action) =>
  roles.map((role) => ({ action, role, may: table[action].who.includes(role) })),
);

describe("who may do what", () => {
  it.each(cells)("$role $action: $may", ({ action, role, may }) => {
    const thing = { cityId: HERE, ...table[action].thing };
    expect(can(memberWith(role), action, thing)).toBe(may);
  });

  it.each(actions)("%s: nobody from another city, nobody unknown", (action) => {
    for (const role of roles) {
      const thing = { cityId: ELSEWHERE, ...table[action].thing };
      expect(refusalOf(memberWith(role), action, thing)).toBe("forbidden");
    }
    const here = { cityId: HERE, ...table[action].thing };
    expect(refusalOf(memberWith("moderator", { roles: [] }), action, here)).toBe("forbidden");
    expect(refusalOf(visitor, action, here)).toBe("sign-in-needed");
    expect(can(operator, action, here)).toBe(operatorMay.includes(action));
  });

  it.each(cells.filter(({ may }) => may))(
    "$role $action waits for the second factor",
    ({ action, role }) => {
      const thing = { cityId: HERE, ...table[action].thing };
      const refusal = refusalOf(memberWith(role, { hasSecondFactor: false }), action, thing);
      expect(refusal).toBe("second-factor-needed");
    },
  );

  it.each(roles)("a %s can publish something, so a second factor is demanded of it", (role) => {
    const published = actions.filter((action) => {
      const { publishes, ways }: Permission = permissions[action];
      return publishes === true && ways.some((way) => way.roles.includes(role));
    });
    expect(published.length).toBeGreaterThan(0);
  });
});

describe("conditions on the thing", () => {
  const member = memberWith("committee-member");
  const chair = memberWith("committee-chair");

  it("an annotation is edited by its author alone, and withdrawn by its author or the chair", () => {
    const others = { cityId: HERE, authorId: "another", state: "published" };
    expect(can(member, "annotation.edit", others)).toBe(false);
    expect(can(chair, "annotation.edit", others)).toBe(false);
    expect(can(member, "annotation.withdraw", others)).toBe(false);
    expect(can(chair, "annotation.withdraw", others)).toBe(true);
    expect(can(member, "annotation.edit", { cityId: HERE, state: "published" })).toBe(false);
  });

  it("an appeal is never decided by whoever took the decision, nor when that is not known", () => {
    const moderator = memberWith("moderator");
    expect(can(moderator, "appeal.decide", { cityId: HERE, authorId: "me" })).toBe(false);
    expect(can(moderator, "appeal.decide", { cityId: HERE })).toBe(false);
  });

  it("a vote is open while the evaluation is submitted, and in no other state", () => {
    for (const state of ["draft", "voted", "published", "withdrawn", "", undefined]) {
      expect(can(member, "evaluation.vote", { cityId: HERE, state })).toBe(false);
    }
  });
});

describe("closed by default", () => {
  it.each(["toString", "__proto__", "evaluation.delete", ""])("nobody may %j", (action) => {
    for (const actor of [operator, ...roles.map((role) => memberWith(role))] as Actor[]) {
      expect(refusalOf(actor, action as Action, { cityId: HERE })).toBe("forbidden");
    }
  });

  it("a role elsewhere adds nothing here", () => {
    const anyRoles = fc.array(fc.constantFrom(...roles));
    fc.assert(
      fc.property(
        anyRoles,
        fc.constantFrom(...actions),
        fc.constantFrom(...roles),
        (more, action, role) => {
          const thing = { cityId: HERE, ...table[action].thing };
          const alone = memberWith(role);
          const both = {
            ...alone,
            roles: [...alone.roles, ...more.map((other) => ({ cityId: ELSEWHERE, role: other }))],
          };
          expect(can(both, action, thing)).toBe(can(alone, action, thing));
        },
      ),
    );
  });

  it("authorise says which action and why", () => {
    const attempt = () => authorise(visitor, "role.give", { cityId: HERE });
    expect(attempt).toThrow(NotAllowed);
    expect(attempt).toThrow("role.give: sign-in-needed");
    expect(() => authorise(operator, "role.give", { cityId: HERE })).not.toThrow();
  });
});
