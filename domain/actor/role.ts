/**
 * What a person may be in one city. The committee judges, the city answers, the data officer brings the registry in,
 * the moderator hides, keeps or restores what is said in public, the administrator says who is who. A role ends at its city's borders.
 */
export const roles = [
  "committee-member",
  "committee-chair",
  "city-respondent",
  "data-officer",
  "moderator",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

const judges: readonly Role[] = ["committee-member", "committee-chair"];
const judged: readonly Role[] = ["city-respondent", "data-officer"];

/** Roles that nobody may hold together with this one in the same city: who judges is not who answers. */
export function incompatibleRoles(role: Role): readonly Role[] {
  if (judges.includes(role)) return judged;
  return judged.includes(role) ? judges : [];
}
