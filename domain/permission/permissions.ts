import type { Role } from "#domain/actor/role.ts";

/** One way of being allowed. Every condition that is written must hold; what is not known of the thing does not hold. */
export type Way = {
  readonly roles: readonly Role[];
  /** Only what the actor wrote, or only what another did. */
  readonly author?: "self" | "other";
  /** Only while the thing is in one of these states. */
  readonly states?: readonly string[];
  /** Also from the command line, for whoever holds the machine. */
  readonly operator?: true;
};

export type Permission = {
  /** The world sees the result. */
  readonly publishes?: true;
  readonly ways: readonly Way[];
};

const member: Role = "committee-member";
const chair: Role = "committee-chair";
const respondent: Role = "city-respondent";
const officer: Role = "data-officer";
const moderator: Role = "moderator";
const administrator: Role = "administrator";
const committee = [member, chair];

function only(roles: readonly Role[], states?: readonly string[]): Permission {
  return { ways: [states ? { roles, states } : { roles }] };
}

function inPublic(roles: readonly Role[], states?: readonly string[]): Permission {
  return { ...only(roles, states), publishes: true };
}

/** Who may do what, action by action. What is not here, nobody may do. */
export const permissions = {
  // Evaluations: drafted among members, voted, published by the chair, never taken back in silence.
  "committee.read": only([member, chair]),
  "evaluation.draft": only(committee),
  "evaluation.edit": only(committee, ["draft", "revising"]),
  "evaluation.submit": only(committee, ["draft", "revising"]),
  "evaluation.return-to-draft": only([chair], ["submitted", "voted"]),
  "evaluation.vote": inPublic(committee, ["submitted"]),
  "evaluation.close-vote": inPublic([chair], ["submitted"]),
  "evaluation.publish": inPublic([chair], ["voted"]),
  "evaluation.revise": only(committee, ["published"]),
  "evaluation.withdraw": inPublic([chair], ["published"]),
  "evaluation.reply": inPublic([respondent], ["published", "revising"]),
  "recommendation.answer": inPublic([respondent]),
  "recommendation.verify": inPublic(committee),
  "annual-report.edit": only(committee),
  "annual-report.publish": inPublic([chair]),

  // Annotations: in their author's name and quality; only the author takes one back, or the chair with a reason.
  "annotation.write": inPublic([member, chair, respondent]),
  "annotation.edit": {
    publishes: true,
    ways: [{ roles: [member, chair, respondent], author: "self", states: ["published"] }],
  },
  "annotation.withdraw": {
    publishes: true,
    ways: [
      { roles: [member, respondent], author: "self", states: ["published"] },
      { roles: [chair], states: ["published"] },
    ],
  },
  "annotation.resolve": inPublic(committee, ["published"]),

  // The registry.
  "registry.read": only([officer]),
  "import.try": only([officer]),
  "import.apply": inPublic([officer]),
  "import.undo": inPublic([officer]),
  "release.prepare": only([officer]),
  "release.discard": only([officer]),
  "release.publish": inPublic([officer]),
  "figure.correct": inPublic([officer]),

  // What is said in public: nobody moderates himself, and an appeal is not decided by whoever took the decision.
  "moderation.read": only([moderator, chair]),
  "moderation.decide": { publishes: true, ways: [{ roles: [moderator], author: "other" }] },
  "moderation.contest": {
    publishes: true,
    ways: [{ roles: [member, chair, respondent], author: "self" }],
  },
  "appeal.decide": {
    publishes: true,
    ways: [
      { roles: [moderator], author: "other" },
      { roles: [chair], author: "other" },
    ],
  },

  // Who is who. The log says it, without a name.
  "member.list": { ways: [{ roles: [administrator], operator: true }] },
  "member.invite": { ways: [{ roles: [administrator], operator: true }] },
  "invitation.withdraw": { ways: [{ roles: [administrator], operator: true }] },
  "role.give": { publishes: true, ways: [{ roles: [administrator], operator: true }] },
  "role.revoke": { publishes: true, ways: [{ roles: [administrator], operator: true }] },
  // An account may hold roles in several cities: only whoever holds the machine closes one, or replaces a lost
  // authenticator whose recovery codes are lost too.
  "account.close": { ways: [{ roles: [], operator: true }] },
  "second-factor.reset": { ways: [{ roles: [], operator: true }] },
} as const satisfies Readonly<Record<string, Permission>>;

export type Action = keyof typeof permissions;
export const actions = Object.keys(permissions) as Action[];
